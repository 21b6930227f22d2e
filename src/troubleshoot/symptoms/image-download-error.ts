import { DEPLOYMENT_LOGS, IMAGE_EXISTS } from '../manual-steps.js';
import { SECURE_ONLINE_ENDPOINT, type Symptom, TROUBLESHOOT_ONLINE_ENDPOINTS } from '../symptom.js';
import { IMAGE_STEPS } from './deployment-steps.js';

export const imageDownloadError: Symptom = {
  name: 'image-download-error',
  seen: 'A deployment fails with an image download error.',
  pages: [SECURE_ONLINE_ENDPOINT, TROUBLESHOOT_ONLINE_ENDPOINTS],
  steps: [
    ...IMAGE_STEPS,
    {
      title: "The managed network's way to the registry",
      ruleIds: ['managed-network/required-rules', 'managed-network/rule-status'],
    },
    IMAGE_EXISTS,
    DEPLOYMENT_LOGS,
  ],
};
