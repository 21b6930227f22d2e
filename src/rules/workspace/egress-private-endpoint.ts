import { WORKSPACE } from '../../model/arm-properties.js';
import { judgeEgress } from '../egress-private-endpoints.js';
import { defineRule } from '../rule.js';

/**
 * A deployment that leaves privately calls its workspace through a private endpoint of Microsoft, whose connection
 * must be Approved (learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint).
 */
export default defineRule({
  id: 'workspace/egress-private-endpoint',
  title: 'deployments that leave privately have their connection to the workspace',
  severity: 'error',
  target: 'workspace',
  docs: {
    why: 'For each deployment with egress Disabled and no managed network Microsoft makes a private endpoint to the workspace itself, by which the deployment calls its API. Its connection is described as "Egress for Microsoft.MachineLearningServices/workspaces/onlineEndpoints" and must be Approved; clients cannot come in by it. A connection does not name its deployment, so connections are counted; approving one without --description erases the text by which it is known.',
    consequence: 'The deployment cannot call the API of its workspace; creating or updating it fails.',
    severity:
      'error when one is Pending or none is Approved; warning when fewer are Approved than the deployments read need; info when others are Rejected or Disconnected beside enough Approved ones.',
    wrongWhen:
      'Connections are counted, for none names its deployment: those of deployments that are gone can make up for one that is missing.',
    example: {
      read: 'workspaceConnections',
      type: 'Microsoft.MachineLearningServices/workspaces/privateEndpointConnections',
      failing: {
        properties: {
          privateLinkServiceConnectionState: {
            status: 'Pending',
            description: 'Egress for Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
          },
        },
      },
      mended: {
        properties: {
          privateLinkServiceConnectionState: {
            status: 'Approved',
            description: 'Egress for Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
          },
        },
      },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['hasLegacyPrivateDeployment'],
    when: ({ hasLegacyPrivateDeployment }) =>
      hasLegacyPrivateDeployment || 'No deployment leaves privately by its own flag.',
  },
  needs: ['egressConnections', 'legacyPrivateDeployments'],
  check: ({ egressConnections, legacyPrivateDeployments }, { target }) =>
    judgeEgress(
      {
        id: target.id,
        title: `Workspace ${target.name}`,
        path: WORKSPACE.privateEndpointConnections.path,
        caveat: 'A connection does not name its deployment.',
        loss: 'calls to the API of the workspace fail',
      },
      egressConnections,
      legacyPrivateDeployments,
    ),
});
