import { parseArmPath, typeOf } from '../../arm/arm-path.js';
import { locksPath } from '../../arm/list-paths.js';
import { groupPath, subscriptionPath } from '../../arm/path-builders.js';
import { idKey, nameOf, parseResourceId, subscriptionOf } from '../../arm/resource-id.js';
import { LOCK_TYPE } from '../../arm/resource-types.js';
import { sharedById } from '../algebra/derived.js';
import { chain, concat, type Fact, found, type Listing, listingOf, map } from '../algebra/fact.js';
import { LOCK } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import type { Workspace } from '../resources/workspace.js';

/** A lock that holds for a workspace. */
export interface ScopeLock {
  readonly id: string;
  readonly name: string;
  /** CanNotDelete forbids to delete; ReadOnly forbids to make and to change, too. */
  readonly level: 'CanNotDelete' | 'ReadOnly';
  /** What it stands on, in words. */
  readonly on: 'the subscription' | 'the resource group' | 'the workspace';
}

/** The ids of the locks of a subscription by the scope that they stand on, in lower case. */
interface LocksByScope {
  readonly byScope: ReadonlyMap<string, readonly string[]>;
  readonly gaps: Listing<string>['gaps'];
}

/** The locks of a subscription, by what they stand on. */
export const locksByScope = sharedById((model: Model, subscription: string): LocksByScope => {
  const { items, gaps } = model.index.collection(locksPath(subscription), 'locks');
  const byScope = new Map<string, string[]>();
  for (const id of items) {
    const path = parseArmPath(id);
    const scope = idKey(typeOf(path).toLowerCase() === LOCK_TYPE.toLowerCase() ? path.above : id);
    const known = byScope.get(scope);
    if (known === undefined) byScope.set(scope, [id]);
    else known.push(id);
  }
  return { byScope, gaps };
});

/**
 * The locks on a workspace, its resource group and its subscription: each is inherited by all below
 * (learn.microsoft.com/azure/azure-resource-manager/management/lock-resources, reviewed 2026-11-24). One that is known
 * is enough: then what hides more of them does not matter.
 */
export function scopeLocks(workspace: Workspace): Fact<readonly ScopeLock[]> {
  const { model, id } = workspace;
  const subscription = subscriptionOf(id) ?? '';
  const group = parseResourceId(id)?.group ?? '';
  const { byScope, gaps } = locksByScope(model, subscription);
  const scopes = [
    [subscriptionPath(subscription), 'the subscription'],
    [groupPath(subscription, group), 'the resource group'],
    [id, 'the workspace'],
  ] as const;
  const locks = scopes.flatMap(([scope, on]) =>
    (byScope.get(idKey(scope)) ?? []).map((lock) =>
      listingOf(
        lockAt(model, lock, on),
        (each): Listing<ScopeLock> => ({
          items: each === null ? [] : [each],
          gaps: [],
        }),
      ),
    ),
  );
  return found(concat([...locks, { items: [], gaps }]));
}

function lockAt(model: Model, id: string, on: ScopeLock['on']): Fact<ScopeLock | null> {
  return chain(model.index.resource(id, 'locks'), (resource) =>
    map(resource.read(LOCK.level), (level) =>
      level === 'NotSpecified' ? null : { id: resource.id, name: nameOf(id), level, on },
    ),
  );
}
