import { AUTHENTICATION, RESOLVE_HOST } from '../manual-steps.js';
import { SECURE_ONLINE_ENDPOINT, type Symptom } from '../symptom.js';

export const accessDenied: Symptom = {
  name: 'access-denied',
  seen: 'Requests to the workspace, an endpoint or a service behind it are refused (403).',
  pages: [
    SECURE_ONLINE_ENDPOINT,
    'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
  ],
  steps: [
    {
      title: 'The private way in',
      ruleIds: [
        'endpoint/private-inbound-path',
        'workspace/private-endpoint',
        'private-endpoint/connection-state',
        'private-endpoint/security-group',
      ],
    },
    {
      title: 'The list of addresses that are let in',
      ruleIds: [
        'workspace/ip-allowlist',
        'workspace/ip-allowlist-scope',
        'managed-network/selected-ip',
        'workspace/legacy-public-access-flag',
      ],
    },
    {
      title: 'The way out of deployments into the workspace',
      ruleIds: ['deployment/public-egress-needs-public-workspace', 'workspace/egress-private-endpoint'],
    },
    {
      title: 'The services behind the workspace let it in',
      ruleIds: [
        'key-vault/trusted-services-bypass',
        'storage/trusted-access',
        'registry/trusted-services',
        'storage/private-endpoint',
      ],
    },
    {
      title: 'What identities may do',
      ruleIds: [
        'identity/registry-pull',
        'identity/storage-read',
        'identity/key-vault-access',
        'identity/network-approver',
      ],
    },
    RESOLVE_HOST,
    AUTHENTICATION,
  ],
};
