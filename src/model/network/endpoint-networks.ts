import {
  all,
  allOf,
  anyIn,
  anyOf,
  chain,
  complete,
  type Fact,
  known,
  type Listing,
  map,
  not,
  selected,
} from '../algebra/fact.js';
import { approvedEndpoints } from '../connections/approved-endpoints.js';
import { isOfManagedNetwork } from '../connections/managed-network-connection.js';
import type { Connection } from '../resources/connection.js';
import type { Dependency } from '../resources/dependency.js';
import { keyVaultAt } from '../resources/key-vault.js';
import { registryOf } from '../resources/registry.js';
import { storageAccountOf } from '../resources/storage-account.js';
import type { VirtualNetwork } from '../resources/virtual-network.js';
import type { Workspace } from '../resources/workspace.js';

/** The Approved connections of a workspace that can be a client's, those that nobody can attribute included. */
function approvedClients(workspace: Workspace): Listing<Connection> {
  return selected(workspace.inboundConnections(), (connection) =>
    allOf([
      connection.isApproved(),
      not(isOfManagedNetwork(connection)),
      map(connection.attribution(), (attribution) => attribution !== 'elsewhere'),
    ]),
  );
}

/** Those connections where there are several; whether there are, where not all could be told. */
export function severalClients(workspace: Workspace): Fact<readonly Connection[]> {
  const clients = approvedClients(workspace);
  return clients.items.length > 1 ? known(clients.items) : complete(clients);
}

/** Storage account, key vault and container registry of a workspace; one that it has not is none. */
function dependenciesOf(workspace: Workspace): Fact<readonly Dependency[]> {
  const vault = map(workspace.keyVaultId(), (id) => (id === null ? null : keyVaultAt(workspace.model, id)));
  const found: readonly Fact<Dependency | null>[] = [
    storageAccountOf(workspace),
    vault,
    registryOf(workspace),
  ];
  return map(all(found), (dependencies) => dependencies.filter((dependency) => dependency !== null));
}

/** Those of them that are closed to public networks. */
export function closedDependencies(workspace: Workspace): Fact<readonly Dependency[]> {
  return chain(dependenciesOf(workspace), (dependencies) =>
    map(all(dependencies.map((dependency) => isClosed(dependency))), (closed) =>
      dependencies.filter((_, position) => closed[position] === true),
    ),
  );
}

/**
 * Whether a private endpoint of the workspace lies in a network that reaches, within it or by a peering, private
 * endpoints of every dependency that is closed to public networks: by it the workspace talks to them. A private
 * endpoint that can't be read may be the one
 * (learn.microsoft.com/azure/machine-learning/how-to-configure-private-link, reviewed 2026-11-24).
 */
export function reachesClosedDependencies(workspace: Workspace): Fact<boolean> {
  return chain(dependenciesOf(workspace), (dependencies) =>
    anyIn(approvedClients(workspace), (connection) =>
      chain(connection.privateEndpoint(), (endpoint) =>
        chain(endpoint.virtualNetwork(), (network) => reachesAll(network, dependencies)),
      ),
    ),
  );
}

function reachesAll(network: VirtualNetwork, dependencies: readonly Dependency[]): Fact<boolean> {
  return allOf(
    dependencies.map((dependency) =>
      anyOf([not(isClosed(dependency)), reachesEndpointOf(network, dependency)]),
    ),
  );
}

function reachesEndpointOf(network: VirtualNetwork, dependency: Dependency): Fact<boolean> {
  return anyIn(approvedEndpoints(dependency), (endpoint) =>
    chain(endpoint.virtualNetwork(), (other) => network.reaches(other)),
  );
}

function isClosed(dependency: Dependency): Fact<boolean> {
  return map(dependency.publicNetworkAccess(), (access) => access === 'closed');
}
