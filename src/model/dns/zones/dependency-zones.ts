import { sameId } from '../../../arm/resource-id.js';
import {
  anyIn,
  chain,
  complete,
  type Fact,
  flat,
  found,
  known,
  type Listing,
  listingOf,
  map,
  selected,
  unread,
} from '../../algebra/fact.js';
import { approvedEndpoints } from '../../connections/approved-endpoints.js';
import { privateEndpointsOf } from '../../connections/private-endpoints.js';
import { workspacesUsing } from '../../ownership/dependency-users.js';
import type { Dependency } from '../../resources/dependency.js';
import type { PrivateDnsZone } from '../../resources/private-dns-zone.js';
import type { PrivateEndpoint } from '../../resources/private-endpoint.js';
import type { VirtualNetwork } from '../../resources/virtual-network.js';
import { noZone, zonesCalled } from './answering-zones.js';
import { groupZonesOf } from './zone-group.js';
import { linkState, networkLinks, type ZoneReach } from './zone-link.js';
import { zoneSearchGaps } from './zone-search.js';

/** Zones of a dependency's private endpoint that are not linked to its network. */
export interface UnlinkedZones {
  readonly endpoint: PrivateEndpoint;
  readonly link: ZoneReach;
}

/**
 * The private endpoints of a closed dependency in a network that holds a private endpoint of a workspace: there the
 * workspace's clients look for it.
 * @returns null where it is open to public networks
 */
export function closedNeighbours(dependency: Dependency): Fact<readonly PrivateEndpoint[] | null> {
  return chain(dependency.publicNetworkAccess(), (access) =>
    access === 'open' ? known(null) : found(neighbours(dependency)),
  );
}

/**
 * The zones that do not answer in the network of these private endpoints. Where some may be all too little linked, what
 * was not read does not matter; those that a resolver can answer for are known only when all are.
 */
export function unlinkedZones(dependency: Dependency): Fact<readonly UnlinkedZones[]> {
  const links = flat(neighbours(dependency), (endpoint) =>
    flat(wantedZones(dependency, endpoint), (name) =>
      listingOf(
        chain(zonesFor(endpoint, name), (zones) => networkLinks(endpoint, zones)),
        (link): Listing<UnlinkedZones> => ({ items: link.isLinked ? [] : [{ endpoint, link }], gaps: [] }),
      ),
    ),
  );
  const isPressing = links.items.some(({ link }) => linkState(link) !== 'resolver');
  return isPressing ? known(links.items) : complete(links);
}

function neighbours(dependency: Dependency): Listing<PrivateEndpoint> {
  const networks = flat(workspacesUsing(dependency), (workspace) =>
    flat(privateEndpointsOf(workspace), (endpoint) =>
      listingOf(
        endpoint.virtualNetwork(),
        (network): Listing<VirtualNetwork> => ({ items: [network], gaps: [] }),
      ),
    ),
  );
  return selected(approvedEndpoints(dependency), (endpoint) =>
    chain(endpoint.virtualNetwork(), (network) =>
      anyIn(networks, (other) => known(sameId(network.id, other.id))),
    ),
  );
}

/** The names of the zones that a private endpoint to a dependency needs. */
function wantedZones(dependency: Dependency, endpoint: PrivateEndpoint): Listing<string> {
  const zones = new Map<string, string>(Object.entries(dependency.model.cloud.dependencyZones));
  return listingOf(endpoint.services(), (services) => {
    const own = services.filter(({ serviceId }) => sameId(serviceId, dependency.id));
    const names = own.flatMap(({ groupIds }) => groupIds.map((id) => zones.get(id.toLowerCase())));
    return { items: [...new Set(names.filter((name) => name !== undefined))], gaps: [] };
  });
}

/** The zones of a name that can answer for a private endpoint: its zone group's, else the linked one, else all. */
function zonesFor(endpoint: PrivateEndpoint, name: string): Fact<readonly PrivateDnsZone[]> {
  return chain(complete(groupZonesOf(endpoint)), (groupZones) => {
    const kept = groupZones.filter(({ zone }) => zone.name === name).map(({ zone }) => zone);
    if (kept.length > 0) return known(kept);
    const called = zonesCalled(endpoint, name);
    const here = selected({ items: called, gaps: [] }, (zone) =>
      zone.isLinkedTo((other) => map(endpoint.virtualNetwork(), ({ id }) => sameId(id, other.id))),
    );
    if (here.items.length > 0) return known(here.items);
    if (called.length === 0) return noZone(endpoint, name);
    // The one that is linked here may be among those that nobody found.
    const [gap, ...more] = [...here.gaps, ...zoneSearchGaps(endpoint.model)];
    return gap === undefined ? known(called) : unread(gap, ...more);
  });
}
