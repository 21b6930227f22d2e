import { sameId } from '../../../arm/resource-id.js';
import {
  allOf,
  anyIn,
  both,
  chain,
  complete,
  type Fact,
  known,
  type Listing,
  map,
  not,
  possible,
  select,
} from '../../algebra/fact.js';
import type { Connection } from '../../resources/connection.js';
import type { PrivateDnsZone } from '../../resources/private-dns-zone.js';
import type { PrivateEndpoint } from '../../resources/private-endpoint.js';
import type { VirtualNetwork } from '../../resources/virtual-network.js';
import { type Workspace, workspaceOf } from '../../resources/workspace.js';
import { type InferenceNames, inferenceNames } from '../names/inference-names.js';
import { apiZones, candidates, noApiZone, speaksOf } from './api-zones.js';
import { hostRecords } from './host-zones.js';

/** In which networks the zones answer that hold the records of a private endpoint. */
export interface ZoneReach {
  readonly zones: readonly PrivateDnsZone[];
  /** The network of the private endpoint. */
  readonly network: VirtualNetwork;
  /** Whether a Completed link leads to that network. */
  readonly isLinked: boolean;
  /** Whether any Completed link is there. */
  readonly isLinkedAnywhere: Fact<boolean>;
  /** Whether a Completed link leads to a network that is peered with it. */
  readonly isLinkedToPeer: Fact<boolean>;
  /** Whether its machines ask Azure's own DNS. */
  readonly usesAzureDns: Fact<boolean>;
}

/**
 * How zones answer in a network:
 * - `here`: a Completed link leads to it;
 * - `nowhere`: no Completed link leads anywhere, as far as is known;
 * - `doubtful`: links lead to other networks, which its machines can't be known to ask;
 * - `resolver`: a linked network is peered with it, or it has DNS servers of its own: these can answer.
 */
export type LinkState = 'here' | 'nowhere' | 'doubtful' | 'resolver';

/** How the zones answer in the network; what was not read never makes it look better. */
export function linkState({
  isLinked,
  isLinkedAnywhere,
  isLinkedToPeer,
  usesAzureDns,
}: ZoneReach): LinkState {
  if (isLinked) return 'here';
  if (possible(not(isLinkedAnywhere))) return 'nowhere';
  return possible(allOf([usesAzureDns, not(isLinkedToPeer)])) ? 'doubtful' : 'resolver';
}

/** The links of the zones, for a connection whose private endpoint was read. */
export function zoneLink(connection: Connection): Fact<ZoneReach> {
  const workspace = workspaceOf(connection);
  return chain(both(inferenceNames(workspace), connection.privateEndpoint()), ([names, endpoint]) =>
    chain(judgedZones(workspace, endpoint, names), (zones) => networkLinks(endpoint, zones)),
  );
}

/** The links of zones, seen from the network of a private endpoint whose records they hold. */
export function networkLinks(endpoint: PrivateEndpoint, zones: readonly PrivateDnsZone[]): Fact<ZoneReach> {
  return chain(endpoint.virtualNetwork(), (network) => {
    const listing: Listing<PrivateDnsZone> = { items: zones, gaps: [] };
    const isLinkedAnywhere = anyIn(listing, (zone) => zone.isLinked());
    const isLinked = anyIn(listing, (zone) =>
      zone.isLinkedTo((other) => known(sameId(other.id, network.id))),
    );
    const isLinkedToPeer = anyIn(listing, (zone) => zone.isLinkedTo((other) => network.isPeeredWith(other)));
    const usesAzureDns = map(network.ownDnsServers(), (servers) => servers.length === 0);
    const links = { zones, network, isLinkedAnywhere, isLinkedToPeer, usesAzureDns };
    return map(isLinked, (linked) => ({ ...links, isLinked: linked }));
  });
}

/**
 * The zones whose links count: the api zones that answer; where there are none, the zones of the setup by hand; where
 * there are none, api zones that hold the workspace's records and answer nowhere.
 */
function judgedZones(
  workspace: Workspace,
  endpoint: PrivateEndpoint,
  names: InferenceNames,
): Fact<readonly PrivateDnsZone[]> {
  return chain(apiZones(endpoint, names), (answering) => {
    if (answering !== null) return known(answering.items.map(({ zone }) => zone));
    return chain(complete(hostRecords(workspace, names)), (byHand): Fact<readonly PrivateDnsZone[]> => {
      if (byHand.length > 0) return known([...new Set(byHand.map(({ zone }) => zone))]);
      const idle = select({ items: candidates(endpoint, names), gaps: [] }, (zone) => speaksOf(zone, names));
      return chain(idle, (zones) => (zones.length > 0 ? known(zones) : noApiZone(endpoint, names)));
    });
  });
}
