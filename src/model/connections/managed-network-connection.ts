import { certain, chain, complete, type Fact, known, map, not } from '../algebra/fact.js';
import { privateEndpointRulesOf } from '../managed-network/outbound-rules.js';
import type { Connection } from '../resources/connection.js';
import { workspaceOf } from '../resources/workspace.js';
import { clientConnections } from './client-connections.js';

/**
 * Whether a connection of a workspace is its managed network's own: its name says so, or nobody can attribute it and
 * an Active private endpoint rule to the workspace explains it. A rule explains one connection.
 */
export function isOfManagedNetwork(connection: Connection): Fact<boolean> {
  return chain(connection.attribution(), (attribution): Fact<boolean> => {
    if (attribution !== 'unattributed') return known(attribution === 'managed');
    const workspace = workspaceOf(connection);
    const clients = clientConnections(workspace).items;
    const inbound = workspace.inboundConnections();
    // The one that the rule explains may be among those that were not read.
    if (!clients.some(({ id }) => id === connection.id)) return map(complete(inbound), () => true);
    if (clients.length < inbound.items.length) return known(false);
    if (certain(not(connection.isApproved()))) return known(false);
    return map(complete(privateEndpointRulesOf(workspace)), () => false);
  });
}
