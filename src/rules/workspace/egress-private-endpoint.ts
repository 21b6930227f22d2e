import { WORKSPACE } from '../../model/arm-properties/index.js';
import { defineRule } from '../engine/rule.js';
import {
  EGRESS_SEVERITY,
  EGRESS_SOURCES,
  egressExample,
  judgeEgress,
} from '../judgements/egress-private-endpoints.js';

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
    severity: EGRESS_SEVERITY,
    wrongWhen:
      'Connections are counted, for none names its deployment: those of deployments that are gone can make up for one that is missing.',
    example: egressExample(
      'workspaceConnections',
      'Microsoft.MachineLearningServices/workspaces/privateEndpointConnections',
    ),
    sources: EGRESS_SOURCES,
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
