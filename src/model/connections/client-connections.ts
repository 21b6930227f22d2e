import { sameId } from '../../arm/resource-id.js';
import { derived } from '../algebra/derived.js';
import { anyIn, certain, type Fact, type Listing } from '../algebra/fact.js';
import { privateEndpointRulesOf } from '../managed-network/outbound-rules.js';
import type { Attribution, Connection } from '../resources/connection.js';
import type { Workspace } from '../resources/workspace.js';

/**
 * Whether an Active private endpoint rule of the managed network leads to this workspace: then one connection
 * whose private endpoint can't be read is the managed network's own.
 */
const hasManagedPrivateEndpoint = derived((workspace: Workspace): boolean =>
  privateEndpointRulesOf(workspace).items.some(
    (rule) =>
      rule.status === 'Active' &&
      rule.serviceResourceId !== null &&
      sameId(rule.serviceResourceId, workspace.id),
  ),
);

/**
 * The connections that can be a client's: all but egress ones, and but one that nobody can attribute where an Active
 * private endpoint rule of the managed network to this workspace explains it. A rule makes one private endpoint:
 * where that can be told by its name, the rule explains no other.
 */
export const clientConnections = derived((workspace: Workspace): Listing<Connection> => {
  const inbound = workspace.inboundConnections();
  const isExplained =
    hasManagedPrivateEndpoint(workspace) && !inbound.items.some((each) => isAttributed(each, 'managed'));
  const explained = inbound.items.find(
    (each) => isExplained && isAttributed(each, 'unattributed') && certain(each.isApproved()),
  );
  return { items: inbound.items.filter((connection) => connection !== explained), gaps: inbound.gaps };
});

/** Whether clients have an Approved way in. */
export const hasApprovedInbound = derived(
  (workspace: Workspace): Fact<boolean> =>
    anyIn(clientConnections(workspace), (connection) => connection.isWayIn()),
);

function isAttributed(connection: Connection, wanted: Attribution): boolean {
  const attribution = connection.attribution();
  return attribution.known && attribution.value === wanted;
}
