import { certain, chain, complete, type Fact, known, map, not } from '../algebra/fact.js';
import { type Connection, workspaceOf } from '../resources/connection.js';

/**
 * Whether a connection of a workspace is its managed network's own: its name says so, or nobody can attribute it and
 * an Active private endpoint rule to the workspace explains it. A rule explains one connection.
 */
export function isOfManagedNetwork(connection: Connection): Fact<boolean> {
  return chain(connection.attribution(), (attribution): Fact<boolean> => {
    if (attribution !== 'unattributed') return known(attribution === 'managed');
    const workspace = workspaceOf(connection);
    const clients = workspace.clientConnections().items;
    if (!clients.some(({ id }) => id === connection.id)) return known(true);
    if (clients.length < workspace.inboundConnections().items.length) return known(false);
    if (certain(not(connection.isApproved()))) return known(false);
    return map(complete(workspace.privateEndpointRules()), () => false);
  });
}
