import { anyIn, chain, complete, concat, type Fact, flat, known, map } from '../algebra/fact.js';
import { networkUsersOf } from '../ownership/owners.js';
import { storageAccountAt } from '../resources/storage-account.js';
import type { Workspace } from '../resources/workspace.js';
import { privateEndpointRulesTo } from './outbound-rules.js';

/** The services of the default storage account that batch endpoints need beside blob and file. */
const PARTS = ['queue', 'table'] as const;

/** What batch endpoints lack. */
export interface MissingBatchRules {
  readonly storageId: string;
  readonly missing: readonly (typeof PARTS)[number][];
}

/** Whether a workspace, or a project that takes its network from it, has batch endpoints. */
export function hasBatchEndpoint(workspace: Workspace): Fact<boolean> {
  const users = networkUsersOf(workspace);
  const all = { items: [...new Set([workspace, ...users.items])], gaps: users.gaps };
  const endpoints = flat(all, ({ id, model }) => model.index.children(id, 'batchEndpoints'));
  return anyIn(endpoints, () => known(true));
}

/**
 * The private endpoint rules to queue and table of the default storage account that a managed network lacks
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network, reviewed 2026-11-24).
 * @returns null where none is needed: the internet is let out and lets in. One that is known to be missing is enough
 */
export function missingBatchRules(workspace: Workspace): Fact<MissingBatchRules | null> {
  return chain(needsPrivateStorage(workspace), (storageId): Fact<MissingBatchRules | null> => {
    if (storageId === null) return known(null);
    const without = PARTS.map((part) => ({
      part,
      rules: privateEndpointRulesTo(workspace, storageId, part),
    })).filter(({ rules }) => rules.items.length === 0);
    const missing = without.filter(({ rules }) => rules.gaps.length === 0).map(({ part }) => part);
    return missing.length > 0
      ? known({ storageId, missing })
      : map(complete(concat(without.map(({ rules }) => rules))), () => ({ storageId, missing }));
  });
}

/** The id of the storage account where only private endpoints lead to it. */
function needsPrivateStorage(workspace: Workspace): Fact<string | null> {
  return chain(workspace.storageId(), (id): Fact<string | null> => {
    if (id === null) return known(null);
    return chain(workspace.managedNetworkMode(), (mode) =>
      mode === 'approved'
        ? known(id)
        : map(storageAccountAt(workspace.model, id).isRestricted(), (isRestricted) =>
            isRestricted ? id : null,
          ),
    );
  });
}
