import { describe, expect, it } from 'vitest';
import { customRolesPath, denyAssignmentsPath, roleAssignmentsPath } from '../../../src/arm/list-paths.js';
import { Model } from '../../../src/model/bodies/model.js';
import {
  BLOB_READ,
  BUILT_IN_ROLES,
  CONNECTION_APPROVAL,
  CONTRIBUTOR_APPROVAL,
  REGISTRY_PULL,
  REPOSITORY_READ,
  type RoleSet,
  SECRETS_READ,
  SECRETS_WRITE,
} from '../../../src/model/identity/built-in-roles.js';
import { rolesOf } from '../../../src/model/identity/role-access.js';
import type { Estate } from '../../world/estate.js';
import {
  addCustomRole,
  assignRole,
  CUSTOM_ROLE,
  denyAt,
  listRoles,
  PRINCIPAL,
} from '../../world/identities.js';
import { soundPrivate } from '../../world/sound.js';

const { registry, subscription, group } = soundPrivate().names;
const groupId = `/subscriptions/${subscription}/resourceGroups/${group}`;
const managementGroup = '/providers/Microsoft.Management/managementGroups/platform';
/** A role that is built in, and that isocheck knows nothing of. */
const OTHER = { guid: '18ed5180-3e48-46fd-8541-4ea054d57064' };

/** What is known of pulling from the registry: true, false, or why not. */
function pulls(change: (estate: Estate) => void): boolean | readonly string[] {
  const estate = soundPrivate();
  listRoles(estate, PRINCIPAL, [registry]);
  change(estate);
  const fact = rolesOf(new Model(estate.world.snapshot())).holds(PRINCIPAL, registry, REGISTRY_PULL);
  return fact.known ? fact.value : fact.gaps.map(({ operation, detail }) => `${operation}: ${detail}`);
}

describe('a role counts', () => {
  it.each([
    ['at the resource', registry],
    ['at its resource group', groupId],
    ['at its resource group in another spelling', groupId.toUpperCase()],
    ['at its subscription', `/subscriptions/${subscription}`],
    ['at a management group, which ARM lists when it is above', managementGroup],
    ['at the root', '/'],
  ])('%s', (_, scope) => {
    expect(pulls((estate) => void assignRole(estate, [registry], { role: 'AcrPull', scope }))).toBe(true);
  });

  it.each([
    ['below the resource', `${registry}/repositories/fraud`],
    ['at a group whose name begins the same', `${groupId}-other`],
    ['at a neighbour whose name begins the same', `${registry}2`],
  ])('not %s', (_, scope) => {
    expect(pulls((estate) => void assignRole(estate, [registry], { role: 'AcrPull', scope }))).toBe(false);
  });

  it('by the GUID at the end of its id, in any letter case', () => {
    const roleDefinitionId = `/providers/Microsoft.Authorization/roleDefinitions/${BUILT_IN_ROLES.AcrPull.toUpperCase()}`;
    const assigned = { role: OTHER, scope: registry, properties: { roleDefinitionId } };
    expect(pulls((estate) => void assignRole(estate, [registry], assigned))).toBe(true);
  });

  it('beside roles that do not', () => {
    expect(
      pulls((estate) => {
        addCustomRole(estate);
        assignRole(estate, [registry], { role: { guid: CUSTOM_ROLE }, scope: groupId });
        assignRole(estate, [registry], { role: 'AcrPush', scope: groupId });
      }),
    ).toBe(true);
  });

  it.each([
    ['no assignment', () => {}],
    [
      'another role',
      (estate: Estate) =>
        void assignRole(estate, [registry], { role: 'Storage Blob Data Owner', scope: registry }),
    ],
    [
      'a built-in role that no list of custom ones holds',
      (estate: Estate) => void assignRole(estate, [registry], { role: OTHER, scope: registry }),
    ],
  ])('and not: %s', (_, change) => {
    expect(pulls(change)).toBe(false);
  });
});

const ASSIGNMENTS = 'Microsoft.Authorization/roleAssignments/read';
const DENIALS = 'Microsoft.Authorization/denyAssignments/read';

describe('it is not known whether a role is held', () => {
  it('through a custom role', () => {
    expect(
      pulls((estate) => {
        addCustomRole(estate);
        assignRole(estate, [registry], { role: { guid: CUSTOM_ROLE }, scope: groupId });
      }),
    ).toEqual([
      `${ASSIGNMENTS}: properties.roleDefinitionId is ${CUSTOM_ROLE}, a custom role, and what it allows isocheck does not judge`,
    ]);
  });

  it('through a role that may be a custom one, where those were not read', () => {
    expect(
      pulls((estate) => {
        assignRole(estate, [registry], { role: OTHER, scope: groupId });
        estate.world.gap('customRoles', customRolesPath(subscription));
      }),
    ).toEqual(['Microsoft.Authorization/roleDefinitions/read: 403 AuthorizationFailed']);
  });

  it('through a built-in role of which no page says whether it is enough', () => {
    expect(
      pulls((estate) => void assignRole(estate, [registry], { role: 'Monitoring Reader', scope: '/' })),
    ).toEqual([
      `${ASSIGNMENTS}: properties.roleDefinitionId is Monitoring Reader, of which no page says whether it is enough`,
    ]);
  });

  it('on a condition', () => {
    const properties = { condition: "@Resource[x:y] StringEquals 'z'", conditionVersion: '2.0' };
    expect(
      pulls(
        (estate) => void assignRole(estate, [registry], { role: 'AcrPull', scope: registry, properties }),
      ),
    ).toEqual([
      `${ASSIGNMENTS}: properties.condition is set, and what it lets through isocheck does not judge`,
    ]);
  });

  it.each([
    ['everyone', {}],
    ['the principal', { principals: [{ id: PRINCIPAL.toUpperCase(), type: 'ServicePrincipal' }] }],
    ['a group', { principals: [{ id: CUSTOM_ROLE, type: 'Group' }] }],
    ['somebody of an unknown type', { principals: [{ id: CUSTOM_ROLE }] }],
  ])('against a deny assignment of %s', (_, properties) => {
    const expected = [
      `${DENIALS}: this deny assignment may forbid it, and what it forbids isocheck does not judge`,
    ];
    expect(
      pulls((estate) => {
        assignRole(estate, [registry], { role: 'AcrPull', scope: registry });
        denyAt(estate, registry, groupId, properties);
      }),
    ).toEqual(expected);
    expect(pulls((estate) => denyAt(estate, registry, groupId, properties))).toEqual(expected);
  });

  it('where the lists, or bodies of their members, were not read', () => {
    expect(
      pulls(({ world }) => void world.gap('roleAssignments', roleAssignmentsPath(registry, PRINCIPAL))),
    ).toEqual([`${ASSIGNMENTS}: 403 AuthorizationFailed`]);
    expect(pulls(({ world }) => void world.gap('denyAssignments', denyAssignmentsPath(registry)))).toEqual([
      `${DENIALS}: 403 AuthorizationFailed`,
    ]);
    expect(
      pulls((estate) => {
        const id = assignRole(estate, [registry], { role: 'AcrPull', scope: registry });
        estate.world.gap('roleAssignments', id);
      }),
    ).toEqual([`${ASSIGNMENTS}: 403 AuthorizationFailed`]);
  });

  it.each([
    ['no scope', { scope: null }, 'properties.scope is absent'],
    ['an empty role', { roleDefinitionId: '' }, 'properties.roleDefinitionId is absent'],
    ['a scope that is none', { scope: 7 }, 'properties.scope is 7; isocheck knows a string'],
  ])('from an assignment with %s', (_, properties, detail) => {
    expect(
      pulls(
        (estate) => void assignRole(estate, [registry], { role: 'AcrPull', scope: registry, properties }),
      ),
    ).toEqual([`${ASSIGNMENTS}: ${detail}`]);
  });
});

describe('a deny assignment is not in the way', () => {
  it.each([
    ['of somebody else', groupId, { principals: [{ id: CUSTOM_ROLE, type: 'User' }] }],
    [
      'that leaves the principal out',
      groupId,
      { excludePrincipals: [{ id: PRINCIPAL, type: 'ServicePrincipal' }] },
    ],
    ['that stays at the scope above', groupId, { doNotApplyToChildScopes: true }],
    ['below', `${registry}/repositories/fraud`, {}],
  ])('%s', (_, scope, properties) => {
    expect(
      pulls((estate) => {
        assignRole(estate, [registry], { role: 'AcrPull', scope: registry });
        denyAt(estate, registry, scope, properties);
      }),
    ).toBe(true);
  });
});

describe('a role on a part of what is wanted', () => {
  const { storage, keyVault } = soundPrivate().names;
  const onPart = (part: string) => [
    `${ASSIGNMENTS}: properties.scope is ${part} alone; whether that is enough isocheck does not judge`,
  ];
  it.each<[string, RoleSet, string, string, false | readonly string[]]>([
    ['pull an image', REGISTRY_PULL, registry, 'repositories/part', false],
    ['read a repository', REPOSITORY_READ, registry, 'repositories/part', false],
    ['read blobs', BLOB_READ, storage, 'blobServices/default/containers/part', onPart('part')],
    ['read secrets', SECRETS_READ, keyVault, 'secrets/part', onPart('part')],
    // The workspace makes secrets of its own: one of them is not enough.
    ['keep secrets', SECRETS_WRITE, keyVault, 'secrets/part', false],
    ['approve connections', CONNECTION_APPROVAL, storage, 'blobServices/part', false],
    ['approve connections as Contributor', CONTRIBUTOR_APPROVAL, storage, 'blobServices/part', false],
  ])('to %s', (_, roles, resource, part, expected) => {
    const estate = soundPrivate();
    assignRole(estate, [resource], { role: roles.allow[0], scope: `${resource}/${part}` });
    const fact = rolesOf(new Model(estate.world.snapshot())).holds(PRINCIPAL, resource, roles);
    expect(
      fact.known ? fact.value : fact.gaps.map(({ operation, detail }) => `${operation}: ${detail}`),
    ).toEqual(expected);
  });
});

describe('the roles held', () => {
  it('are told by name, each once, those below left out', () => {
    const estate = soundPrivate();
    assignRole(estate, [registry], { role: 'Reader', scope: groupId });
    assignRole(estate, [registry], { role: 'Reader', scope: registry });
    assignRole(estate, [registry], { role: OTHER, scope: '/' });
    assignRole(estate, [registry], { role: 'AcrPull', scope: `${registry}/repositories/fraud` });
    const model = new Model(estate.world.snapshot());
    expect(rolesOf(model).held(PRINCIPAL, registry)).toEqual([OTHER.guid, 'Reader']);
  });
});
