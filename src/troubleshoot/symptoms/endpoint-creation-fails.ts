import { ENDPOINT_STATE } from '../manual-steps.js';
import { SECURE_ONLINE_ENDPOINT, type Symptom, TROUBLESHOOT_ONLINE_ENDPOINTS } from '../symptom.js';

export const endpointCreationFails: Symptom = {
  name: 'endpoint-creation-fails',
  seen: 'Creating an online endpoint fails, for example with "V1LegacyMode == true".',
  pages: [SECURE_ONLINE_ENDPOINT, TROUBLESHOOT_ONLINE_ENDPOINTS],
  steps: [
    { title: 'v1 legacy mode', ruleIds: ['workspace/v1-legacy-mode'] },
    { title: 'The key vault lets the service in', ruleIds: ['key-vault/trusted-services-bypass'] },
    {
      title: 'The dependencies are where endpoints take them from',
      ruleIds: ['workspace/dependency-subscription'],
    },
    {
      title: "The workspace's private endpoint",
      ruleIds: [
        'workspace/private-endpoint',
        'private-endpoint/provisioning-state',
        'private-endpoint/group-id',
        'private-endpoint/creation-date',
      ],
    },
    {
      title: 'The managed network',
      ruleIds: [
        'managed-network/provisioned',
        'managed-network/required-rules',
        'managed-network/rule-status',
        'managed-network/scope-lock',
      ],
    },
    ENDPOINT_STATE,
  ],
};
