import { type Connection, workspaceOf } from '../connection.js';
import { anyIn, known } from '../fact.js';
import { fact } from './define.js';
import { WAY_IN } from './workspace-facts.js';

/** Facts of a private endpoint connection of a workspace that is not an egress one. */
export const connectionFacts = {
  attribution: fact(WAY_IN, (target: Connection) => target.attribution()),
  status: fact(['workspace'], (target: Connection) => target.status()),
  /** Whether another connection of the workspace is an Approved way in. */
  hasOtherApproved: fact(WAY_IN, (target: Connection) =>
    anyIn(workspaceOf(target).inboundConnections(), (other) =>
      other.id === target.id ? known(false) : other.isWayIn(),
    ),
  ),
  hasClosedEndpoint: fact(['workspace', 'endpoints'], (target: Connection) =>
    workspaceOf(target).hasClosedEndpoint(),
  ),
} as const;
