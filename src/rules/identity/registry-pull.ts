import { nameOf } from '../../model/resource-id.js';
import { fail, notApplicable, pass } from '../outcome.js';
import { grantRoles, missingRoleEvidence, missingRoleSentence } from '../role-commands.js';
import { defineRule } from '../rule.js';

/**
 * A user-assigned identity of an endpoint pulls its images by roles that people assigned
 * (learn.microsoft.com/azure/machine-learning/concept-endpoints-online-auth).
 */
export default defineRule({
  id: 'identity/registry-pull',
  title: 'the identity of an endpoint may pull from the registry',
  severity: 'error',
  target: 'endpoint',
  docs: {
    why: "An endpoint pulls the image of its deployments by its own identity. The service gives a system-assigned identity AcrPull; to a user-assigned one nobody gives anything but its owner. A registry whose roleAssignmentMode is AbacRepositoryPermissions does not honour AcrPull and leaves Contributor, Owner and Reader without a say: it wants Container Registry Repository Reader. Reader counts on every other registry, since the registry's page says that it pulls.",
    consequence:
      'Creating a deployment fails with "Endpoint identity does not have pull permission on the registry".',
    wrongWhen:
      'Roles that a policy or a pipeline takes away again, and images that lie in another registry, are not seen. A custom role, a condition and a deny assignment leave the rule unknown, as do several identities of which only some hold the role.',
    example: {
      read: 'roleAssignments',
      type: 'Microsoft.Authorization/roleAssignments',
      failing: {
        properties: {
          principalId: '2d4e6f80-91a2-4b3c-8d5e-f60718293a4b',
          principalType: 'ServicePrincipal',
          roleDefinitionId:
            '/providers/Microsoft.Authorization/roleDefinitions/2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
        },
      },
      mended: {
        properties: {
          principalId: '2d4e6f80-91a2-4b3c-8d5e-f60718293a4b',
          principalType: 'ServicePrincipal',
          roleDefinitionId:
            '/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d',
        },
      },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-endpoints-online-auth',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/container-registry/container-registry-rbac-abac-repository-permissions',
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
      'The endpoint has no user-assigned identity; to a system-assigned one the service gives AcrPull.',
  },
  needs: ['pullAccess'],
  check: ({ pullAccess: { resourceId, missing } }) => {
    if (resourceId === null) return notApplicable('The workspace has no container registry yet.');
    const registry = nameOf(resourceId);
    if (missing.length === 0) return pass(`The identity of the endpoint may pull from ${registry}.`);
    return fail({
      message: `${missingRoleSentence(missing)}: it can't pull the image of a deployment.`,
      evidence: missingRoleEvidence(missing),
      remedy: {
        summary: `Assign the role ${missing[0]?.roles.allow[0]} on ${registry}. It takes minutes to act; then create the deployment again.`,
        commands: grantRoles(missing),
      },
    });
  },
});
