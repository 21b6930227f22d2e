import type { Cloud } from '../../arm/clouds.js';
import { derived } from '../algebra/derived.js';
import { concat, type Fact, flat, gapsOf, type Listing, listingOf } from '../algebra/fact.js';
import { imageBuilderOf } from '../assets/image-builder.js';
import type { Model } from '../bodies/model.js';
import { privateEndpointsOf } from '../connections/private-endpoints.js';
import { groupZonesOf } from '../dns/zones/zone-group.js';
import { zoneSearchGaps, zonesByName } from '../dns/zones/zone-search.js';
import { outboundRulesOf } from '../managed-network/outbound-rules.js';
import { ownersIn, workspacesIn } from '../ownership/owners.js';
import { type Compute, computesOf } from '../resources/compute.js';
import type { Connection } from '../resources/connection.js';
import type { Dependency } from '../resources/dependency.js';
import { type Deployment, deploymentsOf } from '../resources/deployment.js';
import { type Endpoint, endpointsOf } from '../resources/endpoint.js';
import { keyVaultOf } from '../resources/key-vault.js';
import type { OutboundRule } from '../resources/outbound-rule.js';
import type { PrivateDnsZone, ZoneLink } from '../resources/private-dns-zone.js';
import type { PrivateEndpoint } from '../resources/private-endpoint.js';
import { registryOf } from '../resources/registry.js';
import { storageAccountOf } from '../resources/storage-account.js';
import type { Subnet } from '../resources/subnet.js';
import type { VirtualNetwork } from '../resources/virtual-network.js';
import type { Workspace } from '../resources/workspace.js';

/** Finds the targets of each type: what is known of them, with what may hide more. */

/** The workspaces whose network settings are judged. */
export const workspaces = derived(
  (model: Model): Listing<Workspace> => ({ items: ownersIn(model), gaps: [] }),
);

/** The online endpoints of the workspaces that were asked for. */
export const endpoints = derived(
  (model: Model): Listing<Endpoint> => flat({ items: workspacesIn(model), gaps: [] }, endpointsOf),
);

/** The deployments of these endpoints. */
export const deployments = derived(
  (model: Model): Listing<Deployment> => flat(endpoints(model), deploymentsOf),
);

/** The private endpoint connections of the workspaces, but the egress ones of deployments. */
export const connections = derived(
  (model: Model): Listing<Connection> =>
    flat(workspaces(model), (workspace) => workspace.inboundConnections()),
);

/** The container registries of the workspaces. */
export const registries = derived((model: Model) => services(model, registryOf));

/** Their key vaults. */
export const keyVaults = derived((model: Model) => services(model, keyVaultOf));

/** Their default storage accounts. */
export const storageAccounts = derived((model: Model) => services(model, storageAccountOf));

/** All three. */
export const dependencies = derived(
  (model: Model): Listing<Dependency> =>
    concat<Dependency>([storageAccounts(model), keyVaults(model), registries(model)]),
);

/** The private endpoints that lead to the workspaces. */
export const privateEndpoints = derived(
  (model: Model): Listing<PrivateEndpoint> => distinct(flat(workspaces(model), privateEndpointsOf)),
);

/** The subnets of these private endpoints and of the computes that build images. */
export const subnets = derived(
  (model: Model): Listing<Subnet> => distinct(flat(workspaces(model), subnetsUsedBy)),
);

/** The virtual networks of these subnets. */
export const virtualNetworks = derived((model: Model): Listing<VirtualNetwork> => networksOf(subnets(model)));

/** The private DNS zones of the workspaces' private endpoints. */
export const privateDnsZones = derived(
  (model: Model): Listing<PrivateDnsZone> => zonesNamed(model, workspaceZoneNames(model.cloud)),
);

/** The virtual network links of these zones and of those of dependencies. */
export const virtualNetworkLinks = derived((model: Model): Listing<ZoneLink> => {
  const names = [...workspaceZoneNames(model.cloud), ...Object.values(model.cloud.dependencyZones)];
  return flat(zonesNamed(model, names), (zone) => zone.links());
});

/** The computes of the workspaces. */
export const computes = derived(
  (model: Model): Listing<Compute> =>
    flat(workspaces(model), (workspace) => ofOwner(workspace, computesOf(workspace))),
);

/** The outbound rules of the workspaces' managed networks. */
export const outboundRules = derived(
  (model: Model): Listing<OutboundRule> =>
    flat(workspaces(model), (workspace) => ofOwner(workspace, outboundRulesOf(workspace))),
);

function workspaceZoneNames({ apiZone, notebooksZone }: Cloud): readonly string[] {
  return [apiZone, notebooksZone];
}

function services<T>(model: Model, find: (workspace: Workspace) => Fact<T | null>): Listing<T> {
  return distinct(
    flat(workspaces(model), (workspace) =>
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
function subnetsUsedBy(workspace: Workspace): Listing<Subnet> {
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
function zonesNamed(model: Model, names: readonly string[]): Listing<PrivateDnsZone> {
  const owners = workspaces(model);
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
