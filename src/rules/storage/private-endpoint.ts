import { certain, possible } from '../../model/algebra/fact.js';
import { STORAGE_ACCOUNT } from '../../model/arm-properties/index.js';
import { pass, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import {
  clientEndpointExample,
  missingClientEndpoint,
  needsClientEndpoint,
} from '../judgements/client-endpoint.js';

/**
 * A closed storage account is reached through private endpoints alone, of which a workspace needs one to its blobs
 * and one to its file shares (learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet).
 */
export default defineRule({
  id: 'storage/private-endpoint',
  title: 'a closed storage account has private endpoints of its clients to blob and file',
  severity: 'error',
  target: 'storage-account',
  docs: {
    why: 'A closed storage account answers private endpoints and, past its bypass, trusted services of Azure. Clients in the network upload models, code and data to its blobs, and notebooks and compute instances lie on its file shares: each of the two sub-resources needs a private endpoint of its own. Deployments that leave privately come by egress connections of their own, and a managed network has its own private endpoints. A connection of the account does not tell its sub-resource; the private endpoint does.',
    consequence:
      'Without the one to blob, uploads of models, code and data from the network are refused with 403 (This request is not authorized to perform this operation); without the one to file, notebooks and compute instances do not work.',
    severity: 'error when none leads to blob, or that was not read; warning when only file is missing.',
    wrongWhen:
      'Where nobody in a network of yours registers models or uses notebooks, nobody needs them; ARM does not tell. A private endpoint that could not be read leaves the rule unknown rather than failing. Batch endpoints need queue and table too, which this rule does not ask for.',
    example: clientEndpointExample('blob', 'storage account'),
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/storage/common/storage-private-endpoints',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['privateEndpointNeed'],
    when: ({ privateEndpointNeed }) => needsClientEndpoint(privateEndpointNeed, 'The storage account'),
  },
  needs: [],
  considers: ['hasBlobEndpoint', 'hasFileEndpoint'],
  check: ({ hasBlobEndpoint, hasFileEndpoint }, { target }) => {
    const missing = [
      ...(possible(hasBlobEndpoint) ? [] : (['blob'] as const)),
      ...(possible(hasFileEndpoint) ? [] : (['file'] as const)),
    ];
    if (missing.length > 0) {
      const service = {
        noun: 'the storage account',
        path: STORAGE_ACCOUNT.privateEndpointConnections.path,
        publicNetworkAccess: STORAGE_ACCOUNT.publicNetworkAccess,
      };
      const severity = certain(hasBlobEndpoint) ? 'warning' : 'error';
      return missingClientEndpoint(target, service, missing, severity);
    }
    if (!hasBlobEndpoint.known || !hasFileEndpoint.known) return unknown(hasBlobEndpoint, hasFileEndpoint);
    return pass('Approved private endpoints of its clients lead to blob and file of the storage account.');
  },
});
