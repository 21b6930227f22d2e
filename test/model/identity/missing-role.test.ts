import { describe, expect, it } from 'vitest';
import { roleAssignmentsPath } from '../../../src/arm/list-paths.js';
import { type Fact, known, unread } from '../../../src/model/algebra/fact.js';
import { Model } from '../../../src/model/bodies/model.js';
import { Resource } from '../../../src/model/bodies/resource.js';
import { BLOB_READ } from '../../../src/model/identity/built-in-roles.js';
import { lackedByAll, missingRole } from '../../../src/model/identity/missing-role.js';
import type { ManagedIdentity } from '../../../src/model/resources/managed-identity.js';
import type { Estate } from '../../world/estate.js';
import { assignRole, listRoles, PRINCIPAL } from '../../world/identities.js';
import { soundPrivate } from '../../world/sound.js';

const { storage, subscription } = soundPrivate().names;
const HIDDEN = unread({ scope: '/x', operation: 'a/read', reason: 'forbidden', detail: 'hidden' });

const identity = (name: string, principalId: Fact<string> = known(PRINCIPAL)): ManagedIdentity => ({
  kind: 'user-assigned',
  id: `/identities/${name}`,
  name,
  principalId,
});

describe('what an identity lacks on a resource', () => {
  function heldInstead(
    change: (estate: Estate) => unknown,
    who = identity('it'),
  ): readonly string[] | string | null {
    const estate = soundPrivate();
    listRoles(estate, PRINCIPAL, [storage]);
    change(estate);
    const role = missingRole(new Model(estate.world.snapshot()), who, storage, BLOB_READ);
    if (!role.known) return role.gaps.map(({ detail }) => detail).join('; ');
    if (role.value === null) return null;
    const { held, ...rest } = role.value;
    expect(rest).toEqual({ identity: who, principalId: PRINCIPAL, resourceId: storage, roles: BLOB_READ });
    return held;
  }
  const at =
    (scope: string, ...roles: readonly Parameters<typeof assignRole>[2]['role'][]) =>
    (estate: Estate) => {
      for (const role of roles) assignRole(estate, [storage], { role, scope });
    };
  const whole = `/subscriptions/${subscription}`;

  it.each([
    ['one of the roles, holding none', () => undefined, []],
    ['nothing', at(storage, 'Storage Blob Data Reader'), null],
    ['nothing by another of them', at(storage, 'Storage Blob Data Owner'), null],
    ['nothing by one above', at(whole, 'Storage Blob Data Reader'), null],
    ['one of the roles, holding others', at(whole, 'Reader', 'Owner'), ['Owner', 'Reader']],
    ['nothing, holding others too', at(storage, 'Reader', 'Storage Blob Data Reader'), null],
    ['one of the roles, holding one elsewhere', at('/subscriptions/x', 'Storage Blob Data Reader'), []],
    [
      'what was not read',
      ({ world }: Estate) => world.gap('roleAssignments', roleAssignmentsPath(storage, PRINCIPAL)),
      '403 AuthorizationFailed',
    ],
  ] as const)('%s', (_, change, held) => expect(heldInstead(change)).toEqual(held));

  it('is not known of one whose principal is not told', () => {
    expect(heldInstead(at(storage, 'Storage Blob Data Reader'), identity('it', HIDDEN))).toBe('hidden');
  });
});

describe('what all identities of a resource lack', () => {
  const owner = new Resource('/Owner', 'a/read', { apiVersion: '2025-09-01', body: { id: '/Owner' } });
  const lacked = (...facts: readonly Fact<string | null>[]) =>
    lackedByAll(
      owner,
      facts.map((_, position) => identity(String(position))),
      ({ name }) => facts[Number(name)] ?? known(null),
    );
  const some = (count: number, all: number) =>
    unread({
      scope: '/owner',
      operation: 'a/read',
      reason: 'unsupported',
      detail: `${count} of its ${all} user-assigned identities lack the access, and by which it works ARM does not tell`,
    });

  it('is nothing where each has it, and all where none has', () => {
    expect(lacked()).toEqual(known([]));
    expect(lacked(known(null))).toEqual(known([]));
    expect(lacked(known(null), known(null))).toEqual(known([]));
    expect(lacked(known('a'))).toEqual(known(['a']));
    expect(lacked(known('a'), known('b'))).toEqual(known(['a', 'b']));
  });

  it('is open where some have it, and where of one it is open', () => {
    expect(lacked(known('a'), known(null))).toEqual(some(1, 2));
    expect(lacked(known(null), known('a'), known('b'))).toEqual(some(2, 3));
    expect(lacked(HIDDEN)).toEqual(HIDDEN);
    expect(lacked(known('a'), HIDDEN)).toEqual(HIDDEN);
    expect(lacked(known(null), HIDDEN)).toEqual(HIDDEN);
  });
});
