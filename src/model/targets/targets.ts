import type { Cloud } from '../../arm/clouds.js';
import { derived, once } from '../algebra/derived.js';
import { concat, type Fact, flat, gapsOf, type Listing, listingOf, map } from '../algebra/fact.js';
import { imageBuilderOf } from '../assets/image-builder.js';
import type { Model } from '../bodies/model.js';
import { privateEndpointsOf } from '../connections/private-endpoints.js';
import { groupZonesOf } from '../dns/zones/zone-group.js';
import { zoneSearchGaps, zonesByName } from '../dns/zones/zone-search.js';
import { outboundRulesOf } from '../managed-network/outbound-rules.js';
import { ownersIn, workspacesIn } from '../ownership/owners.js';
import { computesOf } from '../resources/compute.js';
import type { Dependency } from '../resources/dependency.js';
import { deploymentsOf } from '../resources/deployment.js';
import { endpointsOf } from '../resources/endpoint.js';
import { keyVaultAt } from '../resources/key-vault.js';
import type { PrivateDnsZone, ZoneLink } from '../resources/private-dns-zone.js';
import { registryOf } from '../resources/registry.js';
import { storageAccountOf } from '../resources/storage-account.js';
import type { Subnet } from '../resources/subnet.js';
import type { VirtualNetwork } from '../resources/virtual-network.js';
import type { Workspace } from '../resources/workspace.js';
import type { Targets } from './target-types.js';

/** Finds the targets of each type in a model. Nothing is looked for before it is asked for. */
export const targetsOf = derived((model: Model): Targets => {
  const owners = once((): Listing<Workspace> => ({ items: ownersIn(model), gaps: [] }));
  const endpoint = once(() =>
    flat({ items: workspacesIn(model), gaps: [] }, (workspace: Workspace) => endpointsOf(workspace)),
  );
  const registry = once(() => services(owners(), (workspace) => registryOf(workspace)));
  const keyVault = once(() =>
    services(owners(), (workspace) =>
      map(workspace.keyVaultId(), (id) => (id === null ? null : keyVaultAt(model, id))),
    ),
  );
  const storageAccount = once(() => services(owners(), (workspace) => storageAccountOf(workspace)));
  const subnet = once(() => distinct(flat(owners(), subnetsOf)));
  return {
    workspace: owners,
    endpoint,
    deployment: once(() => flat(endpoint(), (each) => deploymentsOf(each))),
    connection: once(() => flat(owners(), (workspace) => workspace.inboundConnections())),
    registry,
    'key-vault': keyVault,
    'storage-account': storageAccount,
    dependency: once(() => concat<Dependency>([storageAccount(), keyVault(), registry()])),
    'private-endpoint': once(() => distinct(flat(owners(), (workspace) => privateEndpointsOf(workspace)))),
    subnet,
    'virtual-network': once(() => networksOf(subnet())),
    'private-dns-zone': once(() => zones(model, owners(), workspaceZoneNames(model.cloud))),
    'virtual-network-link': once((): Listing<ZoneLink> => {
      const names = [...workspaceZoneNames(model.cloud), ...Object.values(model.cloud.dependencyZones)];
      return flat(zones(model, owners(), names), (zone) => zone.links());
    }),
    compute: once(() => flat(owners(), (workspace) => ofOwner(workspace, computesOf(workspace)))),
    'outbound-rule': once(() =>
      flat(owners(), (workspace) => ofOwner(workspace, outboundRulesOf(workspace))),
    ),
  };
});

function workspaceZoneNames({ apiZone, notebooksZone }: Cloud): readonly string[] {
  return [apiZone, notebooksZone];
}

function services<T>(owners: Listing<Workspace>, find: (workspace: Workspace) => Fact<T | null>): Listing<T> {
  return distinct(
    flat(owners, (workspace) =>
      listingOf(
        find(workspace),
        (service): Listing<T> => ({
          items: service === null ? [] : [service],
          gaps: [],
        }),
      ),
    ),
  );
}

/** The subnets of a workspace's private endpoints and of the compute that builds its images. */
function subnetsOf(workspace: Workspace): Listing<Subnet> {
  const ofEndpoints = flat(privateEndpointsOf(workspace), (endpoint) =>
    listingOf(endpoint.subnet(), (subnet): Listing<Subnet> => ({ items: [subnet], gaps: [] })),
  );
  const ofBuilder = listingOf(imageBuilderOf(workspace), (compute): Listing<Subnet> => {
    if (compute === null) return { items: [], gaps: [] };
    return listingOf(compute.subnet(), (subnet) => ({ items: subnet === null ? [] : [subnet], gaps: [] }));
  });
  return concat([ofEndpoints, ofBuilder]);
}

function networksOf({ items, gaps }: Listing<Subnet>): Listing<VirtualNetwork> {
  return distinct({ items: items.map(({ network }) => network), gaps });
}

/**
 * The private DNS zones of these names: those that the snapshot speaks of, and those that the zone groups of the
 * workspaces' private endpoints name. Where no workspace has a private endpoint, none is needed, and zones that
 * nobody could list are nobody's loss.
 */
function zones(model: Model, owners: Listing<Workspace>, names: readonly string[]): Listing<PrivateDnsZone> {
  // With no workspace there is nothing to check, whatever zones there are.
  if (owners.items.length === 0) return { items: [], gaps: owners.gaps };
  const read = names.flatMap((name) => zonesByName(model).get(name) ?? []);
  const named = flat(owners, (workspace) =>
    flat(privateEndpointsOf(workspace), (endpoint) => groupZonesOf(endpoint)),
  );
  const kept = named.items.map(({ zone }) => zone).filter(({ name }) => names.includes(name));
  const isNeeded = owners.items.some((workspace) => {
    const connections = workspace.inboundConnections();
    return connections.items.length > 0 || connections.gaps.length > 0;
  });
  const gaps = isNeeded ? [...zoneSearchGaps(model), ...named.gaps] : [];
  return distinct({ items: [...read, ...kept], gaps });
}

/** Where it can't be told whether a workspace has a hub, what is listed below it is not all there is. */
function ofOwner<T>({ resource }: Workspace, { items, gaps }: Listing<T>): Listing<T> {
  return { items, gaps: [...gaps, ...gapsOf(resource)] };
}

function distinct<T>({ items, gaps }: Listing<T>): Listing<T> {
  return { items: [...new Set(items)], gaps };
}
