import { all, chain, type Fact, known, map, unread } from './fact.js';
import type { Access } from './network-access.js';
import type { PrivateEndpointRule } from './outbound-rules.js';
import { sameId } from './resource-id.js';
import type { Workspace } from './workspace.js';

/** A private endpoint rule that a managed network must have. */
export interface RequiredRule {
  /** What it leads to, in words. */
  readonly dependency: string;
  readonly serviceResourceId: string;
  readonly subresourceTarget: string;
  /** The rule itself; null when there is none. */
  readonly rule: PrivateEndpointRule | null;
}

interface Dependency {
  readonly words: string;
  readonly id: string | null;
  readonly subresourceTarget: string;
  readonly access: () => Fact<Access>;
  /** Whether AllowOnlyApprovedOutbound needs it whatever its public access. */
  readonly always: boolean;
}

/**
 * The private endpoint rules that the service makes by itself: for AllowInternetOutbound to each dependency that is
 * closed to public networks, for AllowOnlyApprovedOutbound to all of them. The one to the workspace itself may be
 * missing where its public access was on when the network was provisioned, so it is expected of a closed one alone
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network, reviewed 2026-11-24).
 */
export function requiredRules(workspace: Workspace): Fact<readonly RequiredRule[]> {
  return chain(dependenciesOf(workspace), (dependencies) =>
    chain(workspace.managedNetworkMode(), (mode) => {
      const expected = dependencies.map((dependency): Fact<Dependency | null> => {
        if (dependency.id === null) return known(null);
        if (mode === 'approved' && dependency.always) return known(dependency);
        return map(dependency.access(), (access) => (access === 'closed' ? dependency : null));
      });
      return chain(all(expected), (needed) =>
        all(needed.flatMap((dependency) => (dependency === null ? [] : [find(workspace, dependency)]))),
      );
    }),
  );
}

function dependenciesOf(workspace: Workspace): Fact<readonly Dependency[]> {
  const ids = all([workspace.storageId(), workspace.keyVaultId(), workspace.registryId()]);
  return map(ids, ([storage = null, vault = null, registry = null]): readonly Dependency[] => {
    const { model } = workspace;
    return [
      {
        words: 'the storage account',
        id: storage,
        subresourceTarget: 'blob',
        access: () => model.storageAccount(storage ?? '').publicNetworkAccess(),
        always: true,
      },
      {
        words: 'the key vault',
        id: vault,
        subresourceTarget: 'vault',
        access: () => model.keyVault(vault ?? '').publicNetworkAccess(),
        always: true,
      },
      {
        words: 'the container registry',
        id: registry,
        subresourceTarget: 'registry',
        access: () => model.registry(registry ?? '').publicNetworkAccess(),
        always: true,
      },
      {
        words: 'the workspace itself',
        id: workspace.id,
        subresourceTarget: 'amlworkspace',
        access: () => workspace.publicNetworkAccess(),
        always: false,
      },
    ];
  });
}

function find(workspace: Workspace, { words, id, subresourceTarget }: Dependency): Fact<RequiredRule> {
  const serviceResourceId = id ?? '';
  const rules = workspace.privateEndpointRules();
  const fitting = rules.items.filter(
    (rule) =>
      rule.serviceResourceId !== null &&
      sameId(rule.serviceResourceId, serviceResourceId) &&
      (rule.subresourceTarget ?? '').toLowerCase() === subresourceTarget,
  );
  const rule = fitting.find(({ status }) => status.toLowerCase() === 'active') ?? fitting[0] ?? null;
  const [gap, ...more] = rules.gaps;
  if (gap !== undefined && rule?.status.toLowerCase() !== 'active') return unread(gap, ...more);
  return known({ dependency: words, serviceResourceId, subresourceTarget, rule });
}
