import { derived } from '../algebra/derived.js';
import {
  concat,
  type Fact,
  flat,
  found,
  known,
  type Listing,
  listingOf,
  map,
  selected,
} from '../algebra/fact.js';
import { workspacesUsing } from '../ownership/dependency-users.js';
import { legacyPrivateDeployments } from '../ownership/legacy-private-deployments.js';
import type { Connection } from '../resources/connection.js';
import { type Registry, registryOf } from '../resources/registry.js';
import { type StorageAccount, storageAccountOf } from '../resources/storage-account.js';
import type { Workspace } from '../resources/workspace.js';

/**
 * The connections by which deployments that were made before the managed network still leave. Turning a managed
 * network on leaves them as they were: they have to be made again
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint, reviewed 2026-11-24). On a registry or
 * storage account that others share, those that their own deployments need are not among them.
 * @returns one that is known is enough: then what hides more of them does not matter
 */
export const egressLeftovers = derived((workspace: Workspace): Fact<readonly Connection[]> => {
  return found(
    concat([
      livingEgress(workspace.connections()),
      ofService(workspace, registryOf(workspace)),
      ofService(workspace, storageAccountOf(workspace)),
    ]),
  );
});

function ofService(
  workspace: Workspace,
  service: Fact<Registry | StorageAccount | null>,
): Listing<Connection> {
  return listingOf(service, (host) => {
    if (host === null) return { items: [], gaps: [] };
    const living = livingEgress(host.connections());
    if (living.items.length === 0) return living;
    const users = workspacesUsing(host);
    const others = { items: users.items.filter((user) => user !== workspace), gaps: users.gaps };
    const needs = flat(others, (other) => legacyPrivateDeployments(other));
    if (living.items.length <= needs.items.length) return { items: [], gaps: living.gaps };
    return needs.gaps.length > 0 ? { items: [], gaps: [...living.gaps, ...needs.gaps] } : living;
  });
}

/** Rejected and Disconnected ones are nobody's way out any more. */
function livingEgress(connections: Listing<Connection>): Listing<Connection> {
  return selected(connections, (connection) => {
    if (connection.isEgress()) {
      return map(connection.status(), (status) => status === 'Approved' || status === 'Pending');
    }
    if (!connection.isMaybeEgress() || connection.isOfManagedNetwork()) return known(false);
    // Nobody can tell of one that can't be read; one that was read is somebody's own.
    return map(connection.privateEndpoint(), () => false);
  });
}
