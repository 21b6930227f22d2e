import { nameOf } from '../../model/resource-id.js';
import { fail, notApplicable, pass } from '../outcome.js';
import { grantRoles, missingRoleEvidence, missingRoleSentence } from '../role-commands.js';
import { defineRule } from '../rule.js';

/**
 * A user-assigned identity of an endpoint reads models and code by roles that people assigned
 * (learn.microsoft.com/azure/machine-learning/concept-endpoints-online-auth).
 */
export default defineRule({
  id: 'identity/storage-read',
  title: 'the identity of an endpoint may read the default storage account',
  severity: 'error',
  target: 'endpoint',
  docs: {
    why: "A deployment's model and code are fetched from the workspace's default storage account by the endpoint's identity. The service gives a system-assigned identity Storage Blob Data Reader; to a user-assigned one nobody gives anything but its owner. ARM's Contributor and Owner govern the account and give no access to its blobs.",
    consequence:
      'Creating a deployment fails while its model or code is downloaded: the storage account answers 403 AuthorizationPermissionMismatch.',
    wrongWhen:
      'A role on the containers alone opens them and is not counted, since ARM does not tell which containers the deployment reads. A custom role, a condition and a deny assignment leave the rule unknown, as do several identities of which only some hold the role.',
    example: {
      read: 'roleAssignments',
      type: 'Microsoft.Authorization/roleAssignments',
      failing: {
        properties: {
          principalId: '2d4e6f80-91a2-4b3c-8d5e-f60718293a4b',
          principalType: 'ServicePrincipal',
          roleDefinitionId:
            '/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c',
        },
      },
      mended: {
        properties: {
          principalId: '2d4e6f80-91a2-4b3c-8d5e-f60718293a4b',
          principalType: 'ServicePrincipal',
          roleDefinitionId:
            '/providers/Microsoft.Authorization/roleDefinitions/2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
        },
      },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-endpoints-online-auth',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/role-based-access-control/built-in-roles',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['ownIdentities'],
    when: ({ ownIdentities }) =>
      ownIdentities.length > 0 ||
      'The endpoint has no user-assigned identity; to a system-assigned one the service gives Storage Blob Data Reader.',
  },
  needs: ['blobAccess'],
  check: ({ blobAccess: { resourceId, missing } }) => {
    if (resourceId === null) return notApplicable('The workspace names no storage account.');
    const account = nameOf(resourceId);
    if (missing.length === 0) return pass(`The identity of the endpoint may read the blobs of ${account}.`);
    return fail({
      message: `${missingRoleSentence(missing)}: it can't read the model and the code of a deployment.`,
      evidence: missingRoleEvidence(missing),
      remedy: {
        summary: `Assign the role ${missing[0]?.roles.allow[0]} on ${account}. It takes minutes to act; then create the deployment again.`,
        commands: grantRoles(missing),
      },
    });
  },
});
