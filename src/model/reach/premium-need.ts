import { anyIn, type Fact, gapsOf, known, unread } from '../algebra/fact.js';
import type { Registry } from '../resources/registry.js';

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
export function premiumNeed(registry: Registry): Fact<PremiumNeed | null> {
  const legacyPrivate = anyIn(registry.users(), (workspace) => workspace.hasLegacyPrivateDeployment());
  const compelling: readonly (readonly [Fact<boolean>, string])[] = [
    [legacyPrivate, 'a deployment that leaves privately pulls its image through a private endpoint'],
    [registry.usedByMode('approved'), 'a managed network reaches it through a private endpoint alone'],
    [registry.hasConnection(), 'it has private endpoint connections'],
  ];
  const advised: readonly (readonly [Fact<boolean>, string])[] = [
    [
      registry.usedByMode('internet'),
      'a managed network reaches it through a private endpoint if it is closed',
    ],
    [registry.hasInboundConnectionUser(), 'a workspace that uses it has a private endpoint'],
  ];
  const all = [...compelling, ...advised];
  const reasons = all.flatMap(([fact, reason]) => (fact.known && fact.value ? [reason] : []));
  if (reasons.length > 0) {
    return known({ reasons, isCompelling: compelling.some(([fact]) => !fact.known || fact.value) });
  }
  const [gap, ...more] = all.flatMap(([fact]) => gapsOf(fact));
  return gap === undefined ? known(null) : unread(gap, ...more);
}
