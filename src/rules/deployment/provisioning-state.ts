import { DEPLOYMENT } from '../../model/arm-properties/index.js';
import { fail, pass, undecided } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { deploymentLogs, updateDeployment } from '../remedies/deployment-commands.js';

/**
 * A deployment answers once its provisioning state is Succeeded
 * (learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-online-endpoints).
 */
export default defineRule({
  id: 'deployment/provisioning-state',
  title: 'the deployment was made',
  severity: 'error',
  target: 'deployment',
  docs: {
    why: 'A deployment whose creation or update failed or was canceled does not serve what its file says. The failure itself is often one of the network: an image, a model or a package that could not be downloaded.',
    consequence:
      'Scoring by this deployment fails. The codes to look for in its logs are those of the troubleshooting page, for example ImageBuildFailure, BadArgument, ResourceNotReady, WorkspaceManagedNetworkNotReady, OperationCanceled.',
    wrongWhen:
      'ARM tells how the last operation ended: after a failed update, instances of an earlier one may still answer. It does not tell whether the network was to blame.',
    example: {
      read: 'deployments',
      type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
      failing: { properties: { provisioningState: 'Failed' } },
      mended: { properties: { provisioningState: 'Succeeded' } },
      notInBicep: "The state is the service's own: it follows from deploying again once the cause is mended.",
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-online-endpoints',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  needs: ['provisioningState'],
  check: ({ provisioningState }, { target }) => {
    const { path } = DEPLOYMENT.provisioningState;
    switch (provisioningState) {
      case 'Succeeded':
        return pass(`${path} is Succeeded.`);
      case 'Failed':
      case 'Canceled':
        return fail({
          message: `${path} is ${provisioningState}; the deployment does not serve what its file says.`,
          evidence: [{ resourceId: target.id, path, actual: provisioningState, expected: 'Succeeded' }],
          remedy: {
            summary:
              "Read why in the logs of the model's container and of the one that downloads the model, mend that, and update the deployment from its own file (deployment.yml here).",
            commands: [
              deploymentLogs(target, 'inference-server'),
              deploymentLogs(target, 'storage-initializer'),
              updateDeployment(target),
            ],
          },
        });
      default:
        return undecided(`${path} is ${provisioningState}: the service is still at work.`);
    }
  },
});
