import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.js';
import { chain, type Fact } from '../../../src/model/algebra/fact.js';
import { Model } from '../../../src/model/bodies/model.js';
import { ownIdentities, workspaceIdentity } from '../../../src/model/identity/managed-identity.js';
import { endpointsOf, readsSecrets } from '../../../src/model/resources/endpoint.js';
import type { ManagedIdentity } from '../../../src/model/resources/managed-identity.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import { endpointId } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';

const { workspace } = soundPrivate().names;
const FRAUD = endpointId(workspace, 'fraud');

const textOf = <T>(fact: Fact<T>): T | string =>
  fact.known ? fact.value : fact.gaps.map(({ detail }) => detail).join('; ');
const lineOf = ({ kind, name, principalId }: ManagedIdentity) => `${kind} ${name} ${textOf(principalId)}`;

const ONE = '/identities/one';
const TWO = '/identities/two';
/** An identity with user-assigned ones by their ids. */
const identity = (type: Json, users: JsonObject = {}, principalId: Json = 'p-system'): JsonObject => ({
  type,
  principalId,
  userAssignedIdentities: users,
});
const one = { [ONE]: { principalId: 'p-one' } };
const both = { ...one, [TWO]: { principalId: 'p-two' } };
const ODD = (type: string) =>
  `identity.type is ${type}; isocheck knows SystemAssigned, UserAssigned and None`;
const EMPTY = 'identity.userAssignedIdentities is empty while identity.type is UserAssigned';

describe('the identity by which a workspace works', () => {
  const PRIMARY = 'properties.primaryUserAssignedIdentity';
  const table: readonly [identity: JsonObject, primary: string | null, expected: string][] = [
    [identity('SystemAssigned'), null, 'system-assigned mlw-fraud p-system'],
    [identity('systemassigned'), null, 'system-assigned mlw-fraud p-system'],
    [identity('SystemAssigned', {}, null), null, 'system-assigned mlw-fraud identity.principalId is absent'],
    [identity('SystemAssigned,UserAssigned', both), null, 'system-assigned mlw-fraud p-system'],
    [identity('SystemAssigned, UserAssigned', both), TWO, 'user-assigned two p-two'],
    [identity('UserAssigned', one), null, 'user-assigned one p-one'],
    [identity('UserAssigned', both), ONE, 'user-assigned one p-one'],
    [identity('UserAssigned', both), TWO.toUpperCase(), 'user-assigned two p-two'],
    [identity('UserAssigned', both), null, `${PRIMARY} is absent while there are 2 user-assigned identities`],
    [
      identity('UserAssigned', one),
      TWO,
      `${PRIMARY} is ${TWO}, which identity.userAssignedIdentities does not hold`,
    ],
    [identity('UserAssigned'), null, EMPTY],
    [
      identity('UserAssigned', { [ONE]: {} }),
      null,
      `user-assigned one identity.userAssignedIdentities tells no principalId of ${ONE}`,
    ],
    [
      identity('UserAssigned', { [ONE]: null }),
      null,
      `user-assigned one identity.userAssignedIdentities tells no principalId of ${ONE}`,
    ],
    [identity('None'), null, 'identity.type is None'],
    [identity('SystemAssigned'), ONE, 'identity.type is SystemAssigned'],
    [identity('Odd'), null, ODD('Odd')],
    [identity('SystemAssigned, Odd'), null, ODD('SystemAssigned, Odd')],
  ];
  it.each(table)('%j, %j: %s', (body, primary, expected) => {
    const { world } = soundPrivate();
    world.set(workspace, 'identity', body).set(workspace, PRIMARY, primary);
    const works = workspaceIdentity(workspaceAt(new Model(world.snapshot()), workspace));
    expect(works.known ? lineOf(works.value) : textOf(works)).toBe(expected);
  });
});

function endpointIn(change: (world: World) => unknown) {
  const { world } = soundPrivate();
  change(world);
  const [endpoint] = endpointsOf(workspaceAt(new Model(world.snapshot()), workspace)).items;
  if (endpoint === undefined) throw new Error('the world holds no endpoint');
  return endpoint;
}

describe('the identities of an endpoint that people made', () => {
  const BOTH = (type: string) =>
    `identity.type is ${type}, and by which of them the endpoint works ARM does not tell`;
  const table: readonly [identity: JsonObject, expected: readonly string[] | string][] = [
    [identity('SystemAssigned'), []],
    [identity('None'), []],
    [identity('UserAssigned', one), ['user-assigned one p-one']],
    [identity('userassigned', both), ['user-assigned one p-one', 'user-assigned two p-two']],
    [identity('UserAssigned'), EMPTY],
    [identity('SystemAssigned, UserAssigned', one), BOTH('SystemAssigned, UserAssigned')],
    [identity('Odd'), ODD('Odd')],
  ];
  it.each(table)('%j: %j', (body, expected) => {
    const own = ownIdentities(endpointIn((world) => world.set(FRAUD, 'identity', body)));
    expect(own.known ? own.value.map(lineOf) : textOf(own)).toEqual(expected);
  });

  it('are none on Kubernetes, and not known of one that was not read', () => {
    const kubernetes = endpointIn((world) =>
      world.set(FRAUD, 'properties.compute', '/aks').set(FRAUD, 'identity', identity('Odd')),
    );
    expect(textOf(ownIdentities(kubernetes))).toEqual([]);
    const unread = endpointIn((world) => world.gap('endpoints', FRAUD));
    expect(textOf(ownIdentities(unread))).toBe('403 AuthorizationFailed');
  });
});

describe('whether the identity of an endpoint reads secrets', () => {
  it.each([
    [null, false],
    ['enabled', true],
    ['Enabled', true],
    ['disabled', false],
    [
      true,
      'properties.properties.enforceAccessToDefaultSecretStores is true; isocheck knows enabled or disabled',
    ],
  ])('%j: %s', (flag, reads) => {
    const properties = { enforceAccessToDefaultSecretStores: flag };
    expect(
      textOf(
        chain(
          endpointIn((world) => world.set(FRAUD, 'properties.properties', properties)).resource,
          readsSecrets,
        ),
      ),
    ).toBe(reads);
  });
});
