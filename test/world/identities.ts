import { createHash } from 'node:crypto';
import { customRolesPath, denyAssignmentsPath, roleAssignmentsPath } from '../../src/arm/list-paths.js';
import { subscriptionOf } from '../../src/arm/resource-id.js';
import type { JsonObject } from '../../src/json.js';
import { BUILT_IN_ROLES, type BuiltInRole } from '../../src/model/identity/built-in-roles.js';
import type { Estate } from './estate.js';
import type { Names } from './names.js';

/** The service principal of a user-assigned identity, unless a world has several. */
export const PRINCIPAL = '2d4e6f80-91a2-4b3c-8d5e-f60718293a4b';

/** The service principal of a workspace's system-assigned identity. */
export const WORKSPACE_PRINCIPAL = '0a1b2c3d-4e5f-4607-9819-90a1b2c3d4e5';

/** A custom role of the made-up company. */
export const CUSTOM_ROLE = '6c7d8e9f-0a1b-4c2d-8e3f-405162738495';

/** Id of a user-assigned identity in an estate's resource group. */
export function identityId({ subscription, group }: Names, name: string): string {
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;
}

/**
 * Gives an endpoint or a workspace user-assigned identities in place of its system-assigned one.
 * @param identities principal ids by the names of the identities
 */
export function giveIdentities(
  { world, names }: Estate,
  resource: string,
  identities: Readonly<Record<string, string>>,
): void {
  const entries = Object.entries(identities).map(([name, principalId]): [string, JsonObject] => [
    identityId(names, name),
    { principalId, clientId: guidOf(`client ${principalId}`) },
  ]);
  world.set(resource, 'identity', {
    type: 'UserAssigned',
    userAssignedIdentities: Object.fromEntries(entries),
  });
}

/** Adds the lists by which a scan learns which roles a principal holds on resources: empty, unless they are there. */
export function listRoles({ world }: Estate, principal: string, resources: readonly string[]): void {
  for (const resource of resources) {
    world
      .list('roleAssignments', roleAssignmentsPath(resource, principal))
      .list('denyAssignments', denyAssignmentsPath(resource))
      .list('customRoles', customRolesPath(subscriptionOf(resource) ?? ''));
  }
}

/** Of a role assignment. */
export interface RoleAssignmentOptions {
  readonly principal?: string;
  /** A built-in role by its name, or any by its GUID. */
  readonly role: BuiltInRole | { readonly guid: string };
  readonly scope: string;
  /** More of its properties, or others. */
  readonly properties?: JsonObject;
}

/**
 * Adds a role assignment to the lists of resources; those of the principal on these resources are there from then on.
 * @param resources where ARM lists it: those at its scope, below it, or above it
 * @returns its id
 */
export function assignRole(
  estate: Estate,
  resources: readonly string[],
  { principal = PRINCIPAL, role, scope, properties = {} }: RoleAssignmentOptions,
): string {
  const guid = typeof role === 'string' ? BUILT_IN_ROLES[role] : role.guid;
  const name = guidOf(`${principal} ${guid} ${scope} ${JSON.stringify(properties)}`);
  const id = `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/roleAssignments/${name}`;
  const { subscription } = estate.names;
  listRoles(estate, principal, resources);
  for (const resource of resources) {
    estate.world.add(
      'roleAssignments',
      {
        id,
        name,
        type: 'Microsoft.Authorization/roleAssignments',
        properties: {
          roleDefinitionId: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
          principalId: principal,
          principalType: 'ServicePrincipal',
          scope,
          condition: null,
          conditionVersion: null,
          ...properties,
        },
      },
      roleAssignmentsPath(resource, principal),
    );
  }
  return id;
}

/** Adds a deny assignment at a scope to the list of a resource: of everyone, unless other principals are given. */
export function denyAt(
  { world }: Estate,
  resource: string,
  scope: string,
  properties: JsonObject = {},
): void {
  const name = guidOf(`deny ${scope} ${JSON.stringify(properties)}`);
  world.add(
    'denyAssignments',
    {
      id: `${scope}/providers/Microsoft.Authorization/denyAssignments/${name}`,
      name,
      type: 'Microsoft.Authorization/denyAssignments',
      properties: {
        denyAssignmentName: 'Kept by a deployment stack',
        permissions: [{ actions: ['*/delete'], notActions: [], dataActions: [], notDataActions: [] }],
        scope,
        doNotApplyToChildScopes: false,
        principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
        excludePrincipals: [],
        isSystemProtected: true,
        ...properties,
      },
    },
    denyAssignmentsPath(resource),
  );
}

/** Adds a custom role to a subscription. */
export function addCustomRole({ world, names }: Estate, guid = CUSTOM_ROLE): void {
  const scope = `/subscriptions/${names.subscription}`;
  world.add(
    'customRoles',
    {
      id: `${scope}/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
      name: guid,
      type: 'Microsoft.Authorization/roleDefinitions',
      properties: {
        roleName: 'Model platform',
        type: 'CustomRole',
        assignableScopes: [scope],
        permissions: [{ actions: ['*/read'], notActions: [], dataActions: [], notDataActions: [] }],
      },
    },
    customRolesPath(names.subscription),
  );
}

/** A GUID that is the same whenever the world is made. */
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
