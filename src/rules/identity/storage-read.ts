import { nameOf } from '../../arm/resource-id.js';
import { notApplicable, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { lackingRoles } from '../remedies/role-commands.js';
import { roleExample } from './shared/role-example.js';

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
      'A deployment whose model and code lie elsewhere may not need the role. A role on single containers, a custom role, a condition and a deny assignment leave the rule unknown, as do several identities of which only some hold the role.',
    example: roleExample('Contributor', 'Storage Blob Data Reader'),
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
    const name = nameOf(resourceId);
    return missing.length === 0
      ? pass(`The identity of the endpoint may read the blobs of ${name}.`)
      : lackingRoles(missing, name, 'read the model and the code of a deployment');
  },
});
