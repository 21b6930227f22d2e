import { customRolesPath, denyAssignmentsPath, roleAssignmentsPath } from '../../../src/arm/list-paths.js';
import type { BuiltInRole } from '../../../src/model/identity/built-in-roles.js';
import rule from '../../../src/rules/identity/registry-pull.js';
import type { Estate } from '../../world/estate.js';
import {
  addCustomRole,
  assignRole,
  CUSTOM_ROLE,
  denyAt,
  giveIdentities,
  listRoles,
  PRINCIPAL,
} from '../../world/identities.js';
import { endpointId } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, registry, subscription, group } = soundPrivate().names;
const endpoint = endpointId(workspace, 'fraud');
const groupId = `/subscriptions/${subscription}/resourceGroups/${group}`;
const SECOND = '3e5f7091-a2b3-4c4d-9e6f-0718293a4b5c';
const PATH = 'roleAssignments.properties.roleDefinitionId';
const PULLS =
  'AcrPull, AcrPush, Reader, Contributor, Owner and Container Registry Data Importer and Data Reader';

/** The endpoint of a sound workspace with a user-assigned identity that has no role yet. */
function ownIdentity(change: (estate: Estate) => void = () => {}): Estate {
  const estate = soundPrivate();
  giveIdentities(estate, endpoint, { 'id-fraud': PRINCIPAL });
  listRoles(estate, PRINCIPAL, [registry]);
  change(estate);
  return estate;
}

function byRepositories(estate: Estate): void {
  estate.world.set(registry, 'properties.roleAssignmentMode', 'AbacRepositoryPermissions');
}

function twoIdentities(change: (estate: Estate) => void): Estate {
  return ownIdentity((estate) => {
    giveIdentities(estate, endpoint, { 'id-fraud': PRINCIPAL, 'id-second': SECOND });
    listRoles(estate, SECOND, [registry]);
    change(estate);
  });
}

const grant = (role: string, principal = PRINCIPAL) =>
  `az role assignment create --assignee-object-id ${principal} --assignee-principal-type ServicePrincipal --role ${role} --scope ${registry} --subscription ${subscription}`;

function passing(role: BuiltInRole) {
  return {
    name: `${role} at the resource group`,
    world: () =>
      ownIdentity((estate) => void assignRole(estate, [registry], { role, scope: groupId.toUpperCase() })),
    message: 'The identity of the endpoint may pull from crfraud.',
  };
}

testRule(rule, {
  fail: [
    {
      name: 'the identity has no role at all',
      world: () => ownIdentity(),
      severity: 'error',
      message: `Identity id-fraud has none of the roles ${PULLS} on crfraud or above: it can't pull the image of a deployment.`,
      evidence: [{ resourceId: registry, path: PATH, actual: 'no role of id-fraud', expected: 'AcrPull' }],
      summary:
        'Assign the role AcrPull on crfraud. It takes minutes to act; then create the deployment again.',
      commands: [grant('AcrPull')],
    },
    {
      name: 'the role stands at a repository alone, and another one at the registry',
      world: () =>
        ownIdentity((estate) => {
          assignRole(estate, [registry], { role: 'AcrPull', scope: `${registry}/repositories/fraud` });
          assignRole(estate, [registry], { role: 'Storage Blob Data Owner', scope: registry });
        }),
      severity: 'error',
      message: `Identity id-fraud has none of the roles ${PULLS} on crfraud or above: it can't pull the image of a deployment.`,
      evidence: [
        {
          resourceId: registry,
          path: PATH,
          actual: 'Storage Blob Data Owner of id-fraud',
          expected: 'AcrPull',
        },
      ],
      summary:
        'Assign the role AcrPull on crfraud. It takes minutes to act; then create the deployment again.',
      commands: [grant('AcrPull')],
    },
    {
      name: 'a registry that goes by repositories does not honour AcrPull, Contributor and Owner',
      world: () =>
        ownIdentity((estate) => {
          byRepositories(estate);
          assignRole(estate, [registry], { role: 'AcrPull', scope: registry });
          assignRole(estate, [registry], { role: 'Owner', scope: groupId });
          assignRole(estate, [registry], { role: 'Contributor', scope: '/' });
        }),
      severity: 'error',
      message:
        "Identity id-fraud has none of the roles Container Registry Repository Reader, Container Registry Repository Writer and Container Registry Repository Contributor on crfraud or above: it can't pull the image of a deployment from a registry whose properties.roleAssignmentMode is AbacRepositoryPermissions.",
      evidence: [
        {
          resourceId: registry,
          path: PATH,
          actual: 'AcrPull, Contributor, Owner of id-fraud',
          expected: 'Container Registry Repository Reader',
        },
      ],
      summary:
        'Assign the role Container Registry Repository Reader on crfraud. It takes minutes to act; then create the deployment again.',
      commands: [grant("'Container Registry Repository Reader'")],
    },
    {
      name: 'none of several identities has a role',
      world: () => twoIdentities(() => {}),
      severity: 'error',
      message: `Identity id-fraud has none of the roles ${PULLS} on crfraud or above; identity id-second has none of the roles ${PULLS} on crfraud or above: it can't pull the image of a deployment.`,
      evidence: [
        { resourceId: registry, path: PATH, actual: 'no role of id-fraud', expected: 'AcrPull' },
        { resourceId: registry, path: PATH, actual: 'no role of id-second', expected: 'AcrPull' },
      ],
      summary:
        'Assign the role AcrPull on crfraud. It takes minutes to act; then create the deployment again.',
      commands: [grant('AcrPull'), grant('AcrPull', SECOND)],
    },
  ],
  pass: [
    passing('AcrPull'),
    passing('AcrPush'),
    passing('Contributor'),
    passing('Owner'),
    passing('Reader'),
    {
      name: 'a role for repositories on a registry that goes by them',
      world: () =>
        ownIdentity((estate) => {
          byRepositories(estate);
          assignRole(estate, [registry], { role: 'Container Registry Repository Reader', scope: registry });
        }),
      message: 'The identity of the endpoint may pull from crfraud.',
    },
    {
      name: 'all of several identities have a role',
      world: () =>
        twoIdentities((estate) => {
          assignRole(estate, [registry], { role: 'AcrPull', scope: registry });
          assignRole(estate, [registry], { principal: SECOND, role: 'AcrPush', scope: '/' });
        }),
      message: 'The identity of the endpoint may pull from crfraud.',
    },
  ],
  unknown: [
    {
      name: 'one of several identities has a role',
      world: () =>
        twoIdentities((estate) => void assignRole(estate, [registry], { role: 'AcrPull', scope: '/' })),
      message:
        'fraud: 1 of its 2 user-assigned identities lack the access, and by which it works ARM does not tell.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'both kinds of identities at once',
      world: () =>
        ownIdentity(({ world }) => void world.set(endpoint, 'identity.type', 'systemAssigned,UserAssigned')),
      message:
        'fraud: identity.type is systemAssigned,UserAssigned, and by which of them the endpoint works ARM does not tell.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'a kind of identity that nobody knows',
      world: () => ownIdentity(({ world }) => void world.set(endpoint, 'identity.type', 'Federated')),
      message: 'fraud: identity.type is Federated; isocheck knows SystemAssigned, UserAssigned and None.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'an identity without a principal',
      world: () => {
        const estate = ownIdentity();
        giveIdentities(estate, endpoint, { 'id-fraud': '' });
        return estate;
      },
      message: `fraud: identity.userAssignedIdentities tells no principalId of ${groupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-fraud.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'a user-assigned identity that is not named',
      world: () =>
        ownIdentity(({ world }) => void world.set(endpoint, 'identity.userAssignedIdentities', {})),
      message: 'fraud: identity.userAssignedIdentities is empty while identity.type is UserAssigned.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'a custom role',
      world: () =>
        ownIdentity((estate) => {
          addCustomRole(estate);
          assignRole(estate, [registry], {
            role: { guid: CUSTOM_ROLE },
            scope: groupId,
            properties: { description: 'of the platform team' },
          });
        }),
      message: `5d5a17f8-7ceb-4b95-80fb-d025f08a29db: properties.roleDefinitionId is ${CUSTOM_ROLE}, a custom role, and what it allows isocheck does not judge.`,
      operations: ['Microsoft.Authorization/roleAssignments/read'],
    },
    {
      name: 'a role that may be a custom one',
      world: () =>
        ownIdentity((estate) => {
          assignRole(estate, [registry], { role: { guid: CUSTOM_ROLE }, scope: groupId });
          estate.world.gap('customRoles', customRolesPath(subscription));
        }),
      message:
        "roledefinitions?$filter=type eq 'customrole' was not read (forbidden, Microsoft.Authorization/roleDefinitions/read): 403 AuthorizationFailed.",
      operations: ['Microsoft.Authorization/roleDefinitions/read'],
    },
    {
      name: 'a deny assignment beside the role',
      world: () =>
        ownIdentity((estate) => {
          assignRole(estate, [registry], { role: 'AcrPull', scope: registry });
          denyAt(estate, registry, groupId);
        }),
      message:
        'a96e188a-880b-41dc-80de-6a56e20ab6ab: this deny assignment may forbid it, and what it forbids isocheck does not judge.',
      operations: ['Microsoft.Authorization/denyAssignments/read'],
    },
    {
      name: 'assignments that may not be read',
      world: () =>
        ownIdentity(({ world }) => {
          world.gap('roleAssignments', roleAssignmentsPath(registry, PRINCIPAL));
          world.gap('denyAssignments', denyAssignmentsPath(registry));
        }),
      message:
        'denyassignments?$filter=atscope() was not read (forbidden, Microsoft.Authorization/denyAssignments/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Authorization/denyAssignments/read'],
    },
    {
      name: 'a mode of the registry that nobody knows',
      world: () =>
        ownIdentity(({ world }) => void world.set(registry, 'properties.roleAssignmentMode', 'Federated')),
      message:
        'crfraud: properties.roleAssignmentMode is Federated; isocheck knows LegacyRegistryPermissions or AbacRepositoryPermissions.',
      operations: ['Microsoft.ContainerRegistry/registries/read'],
    },
  ],
  notApplicable: [
    {
      name: 'a system-assigned identity',
      world: soundPrivate,
      message:
        'The endpoint has no user-assigned identity; to a system-assigned one the service gives AcrPull.',
    },
    {
      name: 'an endpoint on Kubernetes',
      world: () =>
        ownIdentity(
          ({ world }) => void world.set(endpoint, 'properties.compute', `${workspace}/computes/aks`),
        ),
      message:
        'The endpoint has no user-assigned identity; to a system-assigned one the service gives AcrPull.',
    },
    {
      name: 'no registry yet',
      world: () =>
        ownIdentity(({ world }) => void world.set(workspace, 'properties.containerRegistry', null)),
      message: 'The workspace has no container registry yet.',
    },
  ],
});
