import { derived } from '../algebra/derived.js';
import { complete, type Fact, map } from '../algebra/fact.js';
import type { Connection } from '../resources/connection.js';
import type { Registry } from '../resources/registry.js';
import type { StorageAccount } from '../resources/storage-account.js';
import type { Workspace } from '../resources/workspace.js';

/**
 * The private endpoint connections by which isolated deployments reach a service, by their state. Microsoft makes
 * one per deployment and service (learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint, reviewed
 * 2026-11-24); which deployment one belongs to, it does not tell.
 */
export interface EgressConnections {
  readonly approved: readonly Connection[];
  readonly pending: readonly Connection[];
  /** Rejected, Disconnected or timed out. */
  readonly broken: readonly Connection[];
  /** Those whose state was not read. */
  readonly unread: readonly Connection[];
  /** Approved, without a description, from a private endpoint that can't be read: each may be one or not. */
  readonly maybe: readonly Connection[];
}

/** A service's connections by which isolated deployments reach it; a gap when they were not all read. */
export const egressConnectionsOf = derived(
  (service: Workspace | Registry | StorageAccount): Fact<EgressConnections> =>
    map(complete(service.connections()), (all) => {
      const egress = all.filter((connection) => connection.isEgress());
      const inState = (...states: readonly string[]) =>
        egress.filter((connection) => {
          const status = connection.status();
          return status.known && states.includes(status.value);
        });
      return {
        approved: inState('Approved'),
        pending: inState('Pending'),
        broken: inState('Rejected', 'Disconnected', 'Timeout'),
        unread: egress.filter((connection) => !connection.status().known),
        maybe: all.filter((connection) => connection.isMaybeEgress()),
      };
    }),
);
