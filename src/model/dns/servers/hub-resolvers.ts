import { both, certain, chain, type Fact, map } from '../../algebra/fact.js';
import type { Connection } from '../../resources/connection.js';
import type { PrivateDnsZone } from '../../resources/private-dns-zone.js';
import { type VirtualNetwork, virtualNetworkAt } from '../../resources/virtual-network.js';
import { workspaceOf } from '../../resources/workspace.js';
import { inferenceNames } from '../names/inference-names.js';
import { apiZones } from '../zones/api-zones.js';
import { dnsServers } from './dns-servers.js';

/** A DNS server that can answer from the api zone: it stands in a peered network that the zone is linked to. */
export interface HubResolver {
  readonly server: string;
  readonly network: VirtualNetwork;
  readonly zone: PrivateDnsZone;
}

/**
 * Which of the DNS servers of a connection's network are known to stand in a peered network that the api zone is
 * linked to. What was not read of links and networks leaves them out.
 */
export function hubResolvers(connection: Connection): Fact<readonly HubResolver[]> {
  const names = inferenceNames(workspaceOf(connection));
  const place = both(connection.privateEndpoint(), dnsServers(connection));
  return chain(both(names, place), ([inference, [endpoint, { network, servers }]]) =>
    map(apiZones(endpoint, inference), (zones) =>
      (zones?.items ?? []).flatMap(({ zone }) =>
        linkedNetworks(zone)
          .filter((other) => certain(network.isPeeredWith(other)))
          .flatMap((other) =>
            servers
              .filter((server) => certain(other.contains(server)))
              .map((server) => ({ server, network: other, zone })),
          ),
      ),
    ),
  );
}

/** The networks that a Completed link is known to lead to. */
function linkedNetworks(zone: PrivateDnsZone): VirtualNetwork[] {
  return zone.links().items.flatMap(({ state, virtualNetworkId: id }) => {
    const isCompleted = state.known && state.value === 'Completed';
    return isCompleted && id.known && id.value !== null ? [virtualNetworkAt(zone.model, id.value)] : [];
  });
}
