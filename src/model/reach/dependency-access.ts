import { allIn, anyIn, anyOf, certain, chain, type Fact, known, map, possible } from '../algebra/fact.js';
import { workspacesUsing } from '../ownership/dependency-users.js';
import { hasLegacyPrivateDeployment } from '../ownership/legacy-private-deployments.js';
import type { Connection } from '../resources/connection.js';
import type { Dependency } from '../resources/dependency.js';

/** Whether a workspace that uses it has a managed network. */
export function hasManagedUser(dependency: Dependency): Fact<boolean> {
  return anyIn(workspacesUsing(dependency), (workspace) => workspace.isManaged());
}

/**
 * Whether a workspace that uses it lets its deployments out privately alone: by private endpoints of their own, or
 * through a managed network that lets out only what is approved.
 */
export function hasPrivateOutboundUser(dependency: Dependency): Fact<boolean> {
  return anyIn(workspacesUsing(dependency), (workspace) =>
    anyOf([
      map(workspace.managedNetworkMode(), (mode) => mode === 'approved'),
      hasLegacyPrivateDeployment(workspace),
    ]),
  );
}

/**
 * Whether clients need a private endpoint of the user's own to come to it:
 * - `open`: it is not closed to public networks;
 * - `managed`: every workspace that uses it has a managed network, with a private endpoint of its own to it;
 * - `needed`: it is closed, and a workspace that uses it has no managed network.
 */
export type PrivateEndpointNeed = 'open' | 'managed' | 'needed';

/** Whether clients need a private endpoint of the user's own to come to it. */
export function privateEndpointNeed(dependency: Dependency): Fact<PrivateEndpointNeed> {
  const isManaged = allIn(workspacesUsing(dependency), (workspace) => workspace.isManaged());
  if (certain(isManaged)) return known('managed');
  return chain(dependency.publicNetworkAccess(), (access): Fact<PrivateEndpointNeed> => {
    if (access === 'open') return known('open');
    return map(isManaged, () => 'needed');
  });
}

/**
 * Whether an Approved private endpoint of the user's own leads to it. One that nobody can read leaves it open: it may
 * be a client's, in a network that may not be read, or a deployment's way out whose description was erased.
 * @param groupId the sub-resource it must lead to; any where a service has but one
 */
export function hasClientEndpoint(dependency: Dependency, groupId: string | null): Fact<boolean> {
  return anyIn(dependency.connections(), (connection) => leadsClients(connection, dependency.id, groupId));
}

function leadsClients(connection: Connection, id: string, groupId: string | null): Fact<boolean> {
  const status = connection.status();
  if (connection.isEgress() || (status.known && status.value !== 'Approved')) return known(false);
  const leads = chain(connection.privateEndpoint(), (endpoint) =>
    groupId === null ? known(true) : endpoint.leadsTo(id, groupId),
  );
  if (leads.known && !leads.value) return leads;
  return chain(connection.isApproved(), () => leads);
}

/** Whether private endpoints are connected to it, in whatever way, or wait to be. */
export function hasLivingConnection(dependency: Dependency): Fact<boolean> {
  return anyIn(dependency.connections(), (connection) =>
    map(connection.status(), (status) => status === 'Approved' || status === 'Pending'),
  );
}

/**
 * The connections that wait for somebody to approve them, and that may lead clients to it.
 * @param groupId the sub-resource they must lead to, unless nobody can tell where they lead
 */
export function waitingConnections(dependency: Dependency, groupId: string | null): readonly Connection[] {
  return dependency.connections().items.filter((connection) => {
    const status = connection.status();
    if (connection.isEgress() || !status.known || status.value !== 'Pending') return false;
    if (groupId === null) return true;
    return possible(
      chain(connection.privateEndpoint(), (endpoint) => endpoint.leadsTo(dependency.id, groupId)),
    );
  });
}
