import { DOWNLOAD_LOGS } from '../manual-steps.js';
import { SECURE_ONLINE_ENDPOINT, type Symptom, TROUBLESHOOT_ONLINE_ENDPOINTS } from '../symptom.js';
import { MODEL_STEPS } from './deployment-steps.js';

export const modelDownloadError: Symptom = {
  name: 'model-download-error',
  seen: 'A deployment fails because its model or its code can\'t be downloaded ("Unable to download user model").',
  pages: [TROUBLESHOOT_ONLINE_ENDPOINTS, SECURE_ONLINE_ENDPOINT],
  steps: [
    ...MODEL_STEPS,
    {
      title: "The managed network's way to the storage account",
      ruleIds: [
        'managed-network/required-rules',
        'managed-network/rule-status',
        'managed-network/storage-fqdn',
      ],
    },
    DOWNLOAD_LOGS,
  ],
};
