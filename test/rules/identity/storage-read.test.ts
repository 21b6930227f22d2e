import { roleAssignmentsPath } from '../../../src/arm/list-paths.js';
import type { BuiltInRole } from '../../../src/model/identity/built-in-roles.js';
import rule from '../../../src/rules/identity/storage-read.js';
import type { Estate } from '../../world/estate.js';
import { assignRole, giveIdentities, identityId, listRoles, PRINCIPAL } from '../../world/identities.js';
import { endpointId } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { names } = soundPrivate();
const { workspace, storage, subscription, group } = names;
const endpoint = endpointId(workspace, 'fraud');
const groupId = `/subscriptions/${subscription}/resourceGroups/${group}`;
const ROLES = 'Storage Blob Data Reader, Storage Blob Data Contributor and Storage Blob Data Owner';

/** The endpoint of a sound workspace with a user-assigned identity that has no role yet. */
function ownIdentity(change: (estate: Estate) => void = () => {}): Estate {
  const estate = soundPrivate();
  giveIdentities(estate, endpoint, { 'id-fraud': PRINCIPAL });
  listRoles(estate, PRINCIPAL, [storage]);
  change(estate);
  return estate;
}

const lacking = {
  severity: 'error' as const,
  message: `Identity id-fraud has none of the roles ${ROLES} on stfraud or above: it can't read the model and the code of a deployment.`,
  summary:
    'Assign the role Storage Blob Data Reader on stfraud. It takes minutes to act; then create the deployment again.',
  commands: [
    `az role assignment create --assignee-object-id ${PRINCIPAL} --assignee-principal-type ServicePrincipal --role 'Storage Blob Data Reader' --scope ${storage} --subscription ${subscription}`,
  ],
};

function evidence(held: string) {
  return [
    {
      resourceId: storage,
      path: 'roleAssignments.properties.roleDefinitionId',
      actual: `${held} of id-fraud`,
      expected: 'Storage Blob Data Reader',
    },
  ];
}

function passing(role: BuiltInRole) {
  return {
    name: `${role} at the subscription`,
    world: () =>
      ownIdentity(
        (estate) => void assignRole(estate, [storage], { role, scope: `/subscriptions/${subscription}` }),
      ),
    message: 'The identity of the endpoint may read the blobs of stfraud.',
  };
}

testRule(rule, {
  fail: [
    {
      name: 'the identity has no role at all',
      world: () => ownIdentity(),
      ...lacking,
      evidence: evidence('no role'),
    },
    {
      name: "ARM's Contributor and Owner give no access to blobs, and another role on a container neither",
      world: () =>
        ownIdentity((estate) => {
          assignRole(estate, [storage], { role: 'Contributor', scope: storage });
          assignRole(estate, [storage], { role: 'Owner', scope: groupId });
          assignRole(estate, [storage], {
            role: 'Reader',
            scope: `${storage}/blobServices/default/containers/models`,
          });
        }),
      ...lacking,
      evidence: evidence('Contributor, Owner'),
    },
  ],
  pass: [
    passing('Storage Blob Data Reader'),
    passing('Storage Blob Data Contributor'),
    passing('Storage Blob Data Owner'),
  ],
  unknown: [
    {
      name: 'the role on a container, which may hold all that is read',
      world: () =>
        ownIdentity(
          (estate) =>
            void assignRole(estate, [storage], {
              role: 'Storage Blob Data Reader',
              scope: `${storage}/blobServices/default/containers/models`,
            }),
        ),
      message:
        'a415eccc-482b-4dad-85a7-c7ed36fda3da: properties.scope is models alone; whether that is enough isocheck does not judge.',
      operations: ['Microsoft.Authorization/roleAssignments/read'],
    },
    {
      name: 'a condition on the role',
      world: () =>
        ownIdentity(
          (estate) =>
            void assignRole(estate, [storage], {
              role: 'Storage Blob Data Reader',
              scope: storage,
              properties: { condition: "@Resource[x:y] StringEquals 'models'" },
            }),
        ),
      message:
        '7b65ef56-33fa-4a6e-80c5-8d6a90eda714: properties.condition is set, and what it lets through isocheck does not judge.',
      operations: ['Microsoft.Authorization/roleAssignments/read'],
    },
    {
      name: 'assignments that may not be read',
      world: () =>
        ownIdentity(
          ({ world }) => void world.gap('roleAssignments', roleAssignmentsPath(storage, PRINCIPAL)),
        ),
      message: `roleassignments?$filter=assignedto('${PRINCIPAL}') was not read (forbidden, Microsoft.Authorization/roleAssignments/read): 403 AuthorizationFailed.`,
      operations: ['Microsoft.Authorization/roleAssignments/read'],
    },
    {
      name: 'an identity that is no object',
      world: () =>
        ownIdentity(
          ({ world }) =>
            void world.set(endpoint, 'identity.userAssignedIdentities', {
              [identityId(names, 'id-fraud')]: 7,
            }),
        ),
      message: `fraud: identity.userAssignedIdentities tells no principalId of ${identityId(names, 'id-fraud')}.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
  ],
  notApplicable: [
    {
      name: 'a system-assigned identity',
      world: soundPrivate,
      message:
        'The endpoint has no user-assigned identity; to a system-assigned one the service gives Storage Blob Data Reader.',
    },
    {
      name: 'no storage account',
      world: () => ownIdentity(({ world }) => void world.set(workspace, 'properties.storageAccount', null)),
      message: 'The workspace names no storage account.',
    },
  ],
});
