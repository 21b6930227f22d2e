import { describe, expect, it } from 'vitest';
import { locksPath } from '../../../src/arm/list-paths.js';
import type { Json } from '../../../src/json.js';
import { Model } from '../../../src/model/bodies/model.js';
import { locksByScope, scopeLocks } from '../../../src/model/reach/scope-lock.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import { Estate } from '../../world/estate.js';
import { namesOf } from '../../world/names.js';
import type { World } from '../../world/world.js';

const { subscription, storage, workspace } = namesOf('fraud');
const SUBSCRIPTION = `/subscriptions/${subscription}`;
const GROUP = `${SUBSCRIPTION}/resourceGroups/rg-fraud`;
const LOCKS = locksPath(subscription);
const FORBIDDEN = '403 AuthorizationFailed';

type Change = (world: World) => unknown;

const lockId = (scope: string, name: string) => `${scope}/providers/Microsoft.Authorization/locks/${name}`;
const lock =
  (scope: string, level: Json = 'CanNotDelete', name = 'keep'): Change =>
  (world) =>
    world.add('locks', { id: lockId(scope, name), name, properties: { level } }, LOCKS);

/** Each lock as `name level on what`. */
function locksIn(...changes: readonly Change[]): readonly string[] | string {
  const { world } = new Estate('fraud');
  for (const change of changes) change(world);
  const locks = scopeLocks(workspaceAt(new Model(world.snapshot()), workspace));
  if (!locks.known) return locks.gaps.map(({ detail }) => detail).join('; ');
  return locks.value.map(({ name, level, on }) => `${name} ${level} on ${on}`);
}

describe('the locks that hold for a workspace', () => {
  const ODD = 'properties.level is Odd; isocheck knows CanNotDelete or ReadOnly or NotSpecified';
  const table: readonly [what: string, changes: readonly Change[], locks: readonly string[] | string][] = [
    ['none', [], []],
    ['on it', [lock(workspace)], ['keep CanNotDelete on the workspace']],
    ['on its group', [lock(GROUP, 'ReadOnly')], ['keep ReadOnly on the resource group']],
    ['on its subscription', [lock(SUBSCRIPTION)], ['keep CanNotDelete on the subscription']],
    ['in another case', [lock(workspace.toUpperCase(), 'readonly')], ['keep ReadOnly on the workspace']],
    ['not on another resource', [lock(storage)], []],
    ['not on another group', [lock(`${GROUP}-2`)], []],
    ['not on what lies below it', [lock(`${workspace}/onlineEndpoints/fraud`)], []],
    ['not one that forbids nothing', [lock(workspace, 'NotSpecified')], []],
    [
      'several, from above down',
      [
        lock(workspace, 'ReadOnly', 'b'),
        lock(workspace, 'CanNotDelete', 'c'),
        lock(SUBSCRIPTION, 'ReadOnly', 'a'),
      ],
      ['a ReadOnly on the subscription', 'b ReadOnly on the workspace', 'c CanNotDelete on the workspace'],
    ],
    ['open where they were not listed', [(world) => world.gap('locks', LOCKS)], FORBIDDEN],
    ['open where not all were listed', [(world) => world.incomplete('locks', LOCKS)], '429 TooManyRequests'],
    [
      'open where one was not read',
      [lock(GROUP), (world) => world.gap('locks', lockId(GROUP, 'keep'))],
      FORBIDDEN,
    ],
    ['open where one is odd', [lock(GROUP, 'Odd')], ODD],
    ['not open where one elsewhere is odd', [lock(storage, 'Odd')], []],
    [
      'one that is known, whatever was not read',
      [lock(GROUP, 'Odd', 'x'), lock(workspace), (world) => world.incomplete('locks', LOCKS)],
      ['keep CanNotDelete on the workspace'],
    ],
  ];
  it.each(table)('%s', (_, changes, locks) => expect(locksIn(...changes)).toEqual(locks));

  it('tells its id as ARM spelled it', () => {
    const { world } = new Estate('fraud');
    lock(workspace)(world);
    const locks = scopeLocks(workspaceAt(new Model(world.snapshot()), workspace));
    expect(locks.known && locks.value.map(({ id }) => id)).toEqual([lockId(workspace, 'keep')]);
  });

  it('are sorted by what they stand on', () => {
    const { world } = new Estate('fraud');
    for (const [scope, name] of [
      [workspace, 'a'],
      [GROUP, 'b'],
      [workspace, 'c'],
    ] as const) {
      lock(scope, 'ReadOnly', name)(world);
    }
    const { byScope, gaps } = locksByScope(new Model(world.snapshot()), subscription);
    expect(gaps).toEqual([]);
    expect([...byScope]).toEqual([
      [workspace.toLowerCase(), [lockId(workspace, 'a'), lockId(workspace, 'c')]],
      [GROUP.toLowerCase(), [lockId(GROUP, 'b')]],
    ]);
  });
});
