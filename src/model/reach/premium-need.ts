import { derived } from '../algebra/derived.js';
import { anyIn, type Fact, gapsOf, known, map, unread } from '../algebra/fact.js';
import { workspacesUsing } from '../ownership/dependency-users.js';
import { hasLegacyPrivateDeployment } from '../ownership/legacy-private-deployments.js';
import type { Registry } from '../resources/registry.js';
import type { ManagedNetworkMode } from '../resources/workspace.js';

/** Why a container registry needs the Premium tier. */
export interface PremiumNeed {
  /** In words, at least one. */
  readonly reasons: readonly string[];
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
  const compelling: readonly (readonly [Fact<boolean>, string])[] = [
    [legacyPrivate, 'a deployment that leaves privately pulls its image through a private endpoint'],
    [usedByMode(registry, 'approved'), 'a managed network reaches it through a private endpoint alone'],
    [hasConnection(registry), 'it has private endpoint connections'],
  ];
  const advised: readonly (readonly [Fact<boolean>, string])[] = [
    [
      usedByMode(registry, 'internet'),
      'a managed network reaches it through a private endpoint if it is closed',
    ],
    [hasInboundConnectionUser(registry), 'a workspace that uses it has a private endpoint'],
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
