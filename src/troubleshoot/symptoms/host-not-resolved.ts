import {
  KUBERNETES_CERTIFICATE,
  KUBERNETES_FRONT_END,
  KUBERNETES_HOST,
  OWN_DNS,
  RESOLVE_HOST,
} from '../manual-steps.js';
import { SECURE_ONLINE_ENDPOINT, type Symptom } from '../symptom.js';

export const hostNotResolved: Symptom = {
  name: 'host-not-resolved',
  seen: 'The scoring host is not resolved, or to an address that is not in the virtual network.',
  pages: [SECURE_ONLINE_ENDPOINT, 'https://learn.microsoft.com/azure/machine-learning/how-to-custom-dns'],
  steps: [
    {
      title: 'The way in of the virtual network',
      ruleIds: [
        'endpoint/private-inbound-path',
        'private-endpoint/connection-state',
        'private-endpoint/creation-date',
      ],
      managedAlone: true,
    },
    RESOLVE_HOST,
    { title: 'The A record of scoring requests', ruleIds: ['dns/inference-record'], managedAlone: true },
    {
      title: 'Where the record leads',
      ruleIds: ['dns/inference-address', 'dns/stale-record'],
      managedAlone: true,
    },
    {
      title: 'The zone answers in the network',
      ruleIds: ['dns/zone-link', 'dns/auto-registration', 'dns/workspace-records'],
      managedAlone: true,
    },
    {
      title: 'DNS servers of the network',
      ruleIds: ['dns/custom-dns-server'],
      infoIsOpen: true,
      managedAlone: true,
    },
    OWN_DNS,
    KUBERNETES_HOST,
    KUBERNETES_FRONT_END,
    KUBERNETES_CERTIFICATE,
  ],
};
