import { DEPLOYMENT_LOGS, DOWNLOAD_LOGS, IMAGE_EXISTS } from '../manual-steps.js';
import { SECURE_ONLINE_ENDPOINT, type Symptom, TROUBLESHOOT_ONLINE_ENDPOINTS } from '../symptom.js';
import { IMAGE_BUILD_STEPS, IMAGE_STEPS, MODEL_STEPS } from './deployment-steps.js';

export const deploymentFails: Symptom = {
  name: 'deployment-fails',
  seen: 'Creating or updating a deployment fails, and the error tells little.',
  pages: [TROUBLESHOOT_ONLINE_ENDPOINTS, SECURE_ONLINE_ENDPOINT],
  steps: [
    { title: 'v1 legacy mode', ruleIds: ['workspace/v1-legacy-mode'] },
    {
      title: 'The managed network is there',
      ruleIds: [
        'managed-network/provisioned',
        'managed-network/required-rules',
        'managed-network/rule-status',
        'identity/network-approver',
      ],
    },
    {
      title: 'The workspace takes the requests of its deployments',
      ruleIds: [
        'deployment/public-egress-needs-public-workspace',
        'workspace/private-endpoint',
        'workspace/egress-private-endpoint',
        'managed-network/selected-ip',
        'workspace/dependency-subscription',
      ],
    },
    ...IMAGE_BUILD_STEPS,
    ...IMAGE_STEPS,
    ...MODEL_STEPS,
    { title: 'Secrets for the deployment', ruleIds: ['identity/key-vault-access'] },
    IMAGE_EXISTS,
    DOWNLOAD_LOGS,
    DEPLOYMENT_LOGS,
  ],
};
