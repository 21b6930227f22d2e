import { STORAGE_ACCOUNT } from '../../model/arm-properties/index.js';
import { defineRule } from '../engine/rule.js';
import {
  EGRESS_SEVERITY,
  EGRESS_SOURCES,
  egressExample,
  judgeEgress,
} from '../judgements/egress-private-endpoints.js';

/**
 * A deployment that leaves privately fetches its model and code through a private endpoint of Microsoft, whose
 * connection to the default storage account must be Approved
 * (learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint).
 */
export default defineRule({
  id: 'storage/egress-private-endpoint',
  title: 'deployments that leave privately have their connection to the storage account',
  severity: 'error',
  target: 'storage-account',
  docs: {
    why: 'For each deployment with egress Disabled and no managed network Microsoft makes a private endpoint to the blobs of the default storage account, from which models and code are fetched. Its connection is described as "Egress for Microsoft.MachineLearningServices/workspaces/onlineEndpoints" and must be Approved. A connection does not name its deployment or workspace, and an account can be shared, so connections are counted; approving one without --description erases the text by which it is known.',
    consequence:
      'The deployment cannot fetch its model and its scoring script; creating or updating it fails.',
    severity: EGRESS_SEVERITY,
    wrongWhen:
      'Connections are counted, for none names its deployment: on a shared account those of another workspace, or of deployments that are gone, can make up for one that is missing. Those of workspaces that were not read make the account look better supplied than it is.',
    example: egressExample('storageAccount', 'Microsoft.Storage/storageAccounts/privateEndpointConnections'),
    sources: EGRESS_SOURCES,
  },
  applies: {
    needs: ['hasLegacyPrivateDeployment'],
    when: ({ hasLegacyPrivateDeployment }) =>
      hasLegacyPrivateDeployment ||
      'No deployment of the workspaces read that use this storage account leaves privately by its own flag.',
  },
  needs: ['egressConnections', 'legacyPrivateDeployments'],
  check: ({ egressConnections, legacyPrivateDeployments }, { target }) =>
    judgeEgress(
      {
        id: target.id,
        title: `Storage account ${target.name}`,
        path: STORAGE_ACCOUNT.privateEndpointConnections.path,
        caveat: 'A storage account can be shared, and a connection does not name its workspace.',
        loss: 'fetching model and code fails',
      },
      egressConnections,
      legacyPrivateDeployments,
    ),
});
