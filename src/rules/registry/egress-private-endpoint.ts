import { REGISTRY } from '../../model/arm-properties/index.js';
import { defineRule } from '../engine/rule.js';
import {
  EGRESS_SEVERITY,
  EGRESS_SOURCES,
  egressExample,
  judgeEgress,
} from '../judgements/egress-private-endpoints.js';

/**
 * A deployment that leaves privately pulls its image through a private endpoint of Microsoft, whose connection to the
 * registry must be Approved (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint, "Online
 * deployments fail with an image download error").
 */
export default defineRule({
  id: 'registry/egress-private-endpoint',
  title: 'deployments that leave privately have their connection to the registry',
  severity: 'error',
  target: 'registry',
  docs: {
    why: 'For each deployment with egress Disabled and no managed network Microsoft makes a private endpoint to the registry. Its connection is described as "Egress for Microsoft.MachineLearningServices/workspaces/onlineEndpoints" and must be Approved. A connection does not name its deployment or workspace, and a registry can be shared, so connections are counted; approving one without --description erases the text by which it is known.',
    consequence: 'Creating or updating the deployment fails with an image download error.',
    severity: EGRESS_SEVERITY,
    wrongWhen:
      'Connections are counted, for none names its deployment: in a shared registry those of another workspace, or of deployments that are gone, can make up for one that is missing. Those of workspaces that were not read make the registry look better supplied than it is.',
    example: egressExample('registry', 'Microsoft.ContainerRegistry/registries/privateEndpointConnections'),
    sources: EGRESS_SOURCES,
  },
  applies: {
    needs: ['hasLegacyPrivateDeployment'],
    when: ({ hasLegacyPrivateDeployment }) =>
      hasLegacyPrivateDeployment ||
      'No deployment of the workspaces read that use this registry leaves privately by its own flag.',
  },
  needs: ['egressConnections', 'legacyPrivateDeployments'],
  check: ({ egressConnections, legacyPrivateDeployments }, { target }) =>
    judgeEgress(
      {
        id: target.id,
        title: `Registry ${target.name}`,
        path: REGISTRY.privateEndpointConnections.path,
        caveat: 'A registry can be shared, and a connection does not name its workspace.',
        loss: 'the image download fails',
      },
      egressConnections,
      legacyPrivateDeployments,
    ),
});
