import { certain, chain, type Fact, map, not } from '../../algebra/fact.js';
import { servedEndpoints } from '../../ownership/served.js';
import type { Connection } from '../../resources/connection.js';
import type { VirtualNetwork } from '../../resources/virtual-network.js';
import { workspaceOf } from '../../resources/workspace.js';
import { inferenceNames, scoringHost } from '../names/inference-names.js';

/** Who answers the name queries of a network. */
export interface DnsServers {
  readonly network: VirtualNetwork;
  /** DNS servers other than Azure's own; empty where Azure's DNS answers. */
  readonly servers: readonly string[];
}

/** The DNS servers of a connection's network, where its private endpoint was read. */
export function dnsServers(connection: Connection): Fact<DnsServers> {
  return chain(connection.privateEndpoint(), (endpoint) =>
    chain(endpoint.virtualNetwork(), (network) =>
      map(network.ownDnsServers(), (servers) => ({ network, servers })),
    ),
  );
}

/**
 * Host names to try name resolution with: of the managed endpoints that were read, closed ones first; the workspace's
 * own host where there is none.
 */
export function hostsToTry(connection: Connection): Fact<readonly string[]> {
  const workspace = workspaceOf(connection);
  return map(inferenceNames(workspace), (names) => {
    const endpoints = servedEndpoints(workspace).items.filter((each) => certain(not(each.isKubernetes())));
    const closed = endpoints.filter((endpoint) => certain(endpoint.isClosed()));
    const ordered = [...new Set([...closed, ...endpoints])];
    const hosts = ordered.map((endpoint) => scoringHost(names, endpoint));
    return hosts.length > 0 ? hosts : [names.workspaceHost];
  });
}
