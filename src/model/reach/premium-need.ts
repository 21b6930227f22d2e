import { derived } from '../algebra/derived.js';
import { anyIn, type Fact, gapsOf, known, map, unread } from '../algebra/fact.js';
import { workspacesUsing } from '../ownership/dependency-users.js';
import { hasLegacyPrivateDeployment } from '../ownership/legacy-private-deployments.js';
import type { Registry } from '../resources/registry.js';
import type { ManagedNetworkMode } from '../resources/workspace.js';

/**
 * What makes a container registry need the Premium tier:
 * - `private-egress`: a deployment pulls its image through a private endpoint of its own;
 * - `approved-outbound`: a managed network of this mode reaches it through a private endpoint and in no other way;
 * - `connections`: it has private endpoint connections;
 * - `internet-outbound`: a managed network of this mode reaches it through a private endpoint if it is closed;
 * - `client-endpoint`: a workspace that uses it has a private endpoint of a client's.
 */
export type PremiumReason =
  | 'private-egress'
  | 'approved-outbound'
  | 'connections'
  | 'internet-outbound'
  | 'client-endpoint';

/** Why a container registry needs the Premium tier. */
export interface PremiumNeed {
  /** At least one. */
  readonly reasons: readonly PremiumReason[];
  /** Whether something fails without it, or that can't be ruled out; else it is advice alone. */
  readonly isCompelling: boolean;
}

/**
 * What needs a registry to be Premium: only that tier can have private endpoints, which isolated deployments and
 * managed networks pull through (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint, reviewed
 * 2026-11-24). One known reason is enough; null when there is known to be none.
 */
export const premiumNeed = derived((registry: Registry): Fact<PremiumNeed | null> => {
  const legacyPrivate = anyIn(workspacesUsing(registry), (workspace) =>
    hasLegacyPrivateDeployment(workspace),
  );
  const compelling: readonly (readonly [Fact<boolean>, PremiumReason])[] = [
    [legacyPrivate, 'private-egress'],
    [usedByMode(registry, 'approved'), 'approved-outbound'],
    [hasConnection(registry), 'connections'],
  ];
  const advised: readonly (readonly [Fact<boolean>, PremiumReason])[] = [
    [usedByMode(registry, 'internet'), 'internet-outbound'],
    [hasInboundConnectionUser(registry), 'client-endpoint'],
  ];
  const all = [...compelling, ...advised];
  const reasons = all.flatMap(([fact, reason]) => (fact.known && fact.value ? [reason] : []));
  if (reasons.length > 0) {
    return known({ reasons, isCompelling: compelling.some(([fact]) => !fact.known || fact.value) });
  }
  const [gap, ...more] = all.flatMap(([fact]) => gapsOf(fact));
  return gap === undefined ? known(null) : unread(gap, ...more);
});

const hasInboundConnectionUser = derived(
  (registry: Registry): Fact<boolean> =>
    anyIn(workspacesUsing(registry), (workspace) =>
      anyIn(workspace.inboundConnections(), (connection) =>
        map(connection.attribution(), (attribution) => attribution === 'inbound'),
      ),
    ),
);

/** Whether a workspace that uses it has a managed network of this mode. */
function usedByMode(registry: Registry, mode: ManagedNetworkMode): Fact<boolean> {
  return anyIn(workspacesUsing(registry), (workspace) =>
    map(workspace.managedNetworkMode(), (each) => each === mode),
  );
}

export const hasConnection = derived(
  (registry: Registry): Fact<boolean> => anyIn(registry.connections(), () => known(true)),
);
