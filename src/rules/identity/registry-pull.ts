import { nameOf } from '../../arm/resource-id.js';
import { REPOSITORY_READ } from '../../model/identity/built-in-roles.js';
import { notApplicable, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { lackingRoles } from '../remedies/role-commands.js';
import { roleExample } from './shared/role-example.js';

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
    example: roleExample('Storage Blob Data Reader', 'AcrPull'),
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
        url: 'https://learn.microsoft.com/azure/container-registry/container-registry-roles',
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
    const name = nameOf(resourceId);
    return missing.length === 0
      ? pass(`The identity of the endpoint may pull from ${name}.`)
      : lackingRoles(
          missing,
          name,
          missing[0]?.roles === REPOSITORY_READ
            ? 'pull the image of a deployment from a registry whose properties.roleAssignmentMode is AbacRepositoryPermissions'
            : 'pull the image of a deployment',
        );
  },
});
