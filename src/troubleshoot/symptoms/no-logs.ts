import { DEPLOYMENT_LOGS, DIAGNOSTIC_SETTINGS } from '../manual-steps.js';
import type { Symptom } from '../symptom.js';

export const noLogs: Symptom = {
  name: 'no-logs',
  seen: 'Logs of a deployment do not arrive in Log Analytics.',
  pages: ['https://learn.microsoft.com/azure/machine-learning/how-to-monitor-online-endpoints'],
  steps: [
    { title: 'Tables that isolation keeps empty', ruleIds: ['monitoring/unsupported-log-tables'] },
    DIAGNOSTIC_SETTINGS,
    DEPLOYMENT_LOGS,
  ],
};
