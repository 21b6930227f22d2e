import type { Access } from '../addresses/network-access.js';
import { derived } from '../algebra/derived.js';
import {
  chain,
  complete,
  concat,
  type Fact,
  known,
  type Listing,
  listingOf,
  map,
  unread,
} from '../algebra/fact.js';
import { keyVaultAt } from '../resources/key-vault.js';
import { registryAt } from '../resources/registry.js';
import { storageAccountAt } from '../resources/storage-account.js';
import type { Workspace } from '../resources/workspace.js';
import type { PrivateEndpointRule } from './outbound-rules.js';
import { privateEndpointRulesTo } from './outbound-rules.js';

/** A private endpoint rule that a managed network must have. */
export interface RequiredRule {
  /** What it leads to, in words. */
  readonly dependency: string;
  readonly serviceResourceId: string;
  readonly subresourceTarget: string;
  /** Whether deployments fail without it; else its need is doubtful. */
  readonly isCompelling: boolean;
  /** The rule itself; null when there is none. */
  readonly rule: PrivateEndpointRule | null;
}

interface RuleTarget {
  readonly words: string;
  readonly id: Fact<string | null>;
  readonly subresourceTarget: string;
  readonly access: (id: string) => Fact<Access>;
  /** Whether AllowOnlyApprovedOutbound needs it whatever its public access. */
  readonly always: boolean;
  readonly isCompelling: boolean;
}

/**
 * The private endpoint rules that the service makes by itself: for AllowInternetOutbound to each dependency that is
 * closed to public networks, for AllowOnlyApprovedOutbound to all of them. The one to the workspace itself may be
 * missing where its public access was on when the network was provisioned, so it is expected of a closed one alone.
 * Of the storage account the page names no sub-resource; recorded answers show that the service makes one rule for
 * blob and one for file. Deployments load their model and code from blob; what needs file (notebooks, the shares of
 * compute instances) is no part of them, so that its rule is asked for with doubt
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network, reviewed 2026-11-24).
 * @returns one that is known to be at fault is enough: then what hides more does not matter
 */
export const requiredRules = derived((workspace: Workspace): Fact<readonly RequiredRule[]> => {
  return chain(workspace.managedNetworkMode(), (mode) => {
    const rules = concat(
      dependenciesOf(workspace).map((dependency) =>
        listingOf(neededId(dependency, mode === 'approved'), (id) => {
          if (id === null) return { items: [], gaps: [] };
          return listingOf(
            find(workspace, dependency, id),
            (rule): Listing<RequiredRule> => ({
              items: [rule],
              gaps: [],
            }),
          );
        }),
      ),
    );
    return rules.items.some((rule) => rule.isCompelling && isAtFault(rule))
      ? known(rules.items)
      : complete(rules);
  });
});

/** Missing, or neither Active nor on its way. */
export function isAtFault({ rule }: RequiredRule): boolean {
  return rule === null || rule.status === 'Inactive' || rule.status === 'Failed';
}

/** The id of what the rule leads to; null where none is needed, as for a registry that is not there yet. */
function neededId({ id, always, access }: RuleTarget, isApproved: boolean): Fact<string | null> {
  return chain(id, (value): Fact<string | null> => {
    if (value === null || (isApproved && always)) return known(value);
    return map(access(value), (each) => (each === 'closed' ? value : null));
  });
}

function dependenciesOf(workspace: Workspace): readonly RuleTarget[] {
  const { model } = workspace;
  const storage = {
    id: workspace.storageId(),
    access: (id: string) => storageAccountAt(model, id).publicNetworkAccess(),
    always: true,
  };
  return [
    { words: 'the storage account', subresourceTarget: 'blob', isCompelling: true, ...storage },
    {
      words: 'the file shares of the storage account',
      subresourceTarget: 'file',
      isCompelling: false,
      ...storage,
    },
    {
      words: 'the key vault',
      id: workspace.keyVaultId(),
      subresourceTarget: 'vault',
      access: (id) => keyVaultAt(model, id).publicNetworkAccess(),
      always: true,
      isCompelling: true,
    },
    {
      words: 'the container registry',
      id: workspace.registryId(),
      subresourceTarget: 'registry',
      access: (id) => registryAt(model, id).publicNetworkAccess(),
      always: true,
      isCompelling: true,
    },
    {
      words: 'the workspace itself',
      id: known(workspace.id),
      subresourceTarget: 'amlworkspace',
      access: () => workspace.publicNetworkAccess(),
      always: false,
      isCompelling: true,
    },
  ];
}

function find(
  workspace: Workspace,
  { words, subresourceTarget, isCompelling }: RuleTarget,
  serviceResourceId: string,
): Fact<RequiredRule> {
  const { items, gaps } = privateEndpointRulesTo(workspace, serviceResourceId, subresourceTarget);
  const rule = items.find(({ status }) => status === 'Active') ?? items[0] ?? null;
  const [gap, ...more] = gaps;
  if (gap !== undefined && rule?.status !== 'Active') return unread(gap, ...more);
  return known({ dependency: words, serviceResourceId, subresourceTarget, isCompelling, rule });
}
