import { DEPLOYMENT_LOGS, KUBERNETES_FRONT_END, RESOLVE_HOST, TRAFFIC } from '../manual-steps.js';
import { SECURE_ONLINE_ENDPOINT, type Symptom, TROUBLESHOOT_ONLINE_ENDPOINTS } from '../symptom.js';

export const cannotBeScored: Symptom = {
  name: 'cannot-be-scored',
  seen: 'The endpoint is there, and scoring requests get no answer, or 404.',
  pages: [SECURE_ONLINE_ENDPOINT, TROUBLESHOOT_ONLINE_ENDPOINTS],
  steps: [
    {
      title: 'Endpoint and deployment were made',
      ruleIds: ['deployment/provisioning-state', 'endpoint/provisioning-state'],
    },
    { title: 'Traffic reaches a deployment', ruleIds: ['endpoint/traffic', 'endpoint/traffic-target'] },
    TRAFFIC,
    {
      title: 'The private way in',
      ruleIds: ['endpoint/private-inbound-path', 'private-endpoint/connection-state'],
      managedAlone: true,
    },
    {
      title: 'The name of the scoring host',
      ruleIds: ['dns/inference-record', 'dns/inference-address', 'dns/zone-link'],
      managedAlone: true,
    },
    RESOLVE_HOST,
    DEPLOYMENT_LOGS,
    KUBERNETES_FRONT_END,
  ],
};
