import { ENDPOINT } from '../../model/arm-properties/index.js';
import { fail, pass, undecided } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { onlineEndpoint } from '../judgements/online-endpoint.js';
import { azureCli } from '../remedies/azure-cli.js';

/**
 * Only an endpoint whose provisioning succeeded takes requests
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint).
 */
export default defineRule({
  id: 'endpoint/provisioning-state',
  title: "the endpoint's provisioning succeeded",
  severity: 'error',
  target: 'endpoint',
  docs: {
    why: 'An endpoint whose last operation failed or was canceled is not in the state that its properties show; its network settings may not act.',
    consequence: 'Scoring requests and new deployments fail.',
    wrongWhen:
      'ARM tells how the last operation ended: after a failed update the endpoint may still take requests with the settings it had before.',
    example: {
      read: 'endpoints',
      type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
      failing: { properties: { provisioningState: 'Failed' } },
      mended: { properties: { provisioningState: 'Succeeded' } },
      notInBicep: "The state is the service's own: it follows from deploying again once the cause is mended.",
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-online-endpoints',
        reviewed: '2026-11-24',
      },
    ],
  },
  needs: ['provisioningState'],
  check: ({ provisioningState }, { target }) => {
    const { path } = ENDPOINT.provisioningState;
    if (provisioningState === 'Succeeded') return pass(`${path} is Succeeded.`);
    if (provisioningState !== 'Failed' && provisioningState !== 'Canceled') {
      return undecided(`${path} is ${provisioningState}: the service is at work on the endpoint.`);
    }
    return fail({
      message: `${path} is ${provisioningState}; an endpoint takes requests once it is Succeeded.`,
      evidence: [{ resourceId: target.id, path, actual: provisioningState, expected: 'Succeeded' }],
      remedy: {
        summary:
          'Show the endpoint, mend what the other findings tell, and run the operation again. An endpoint that never succeeded has to be deleted and created again, together with its deployments.',
        commands: [azureCli('az ml online-endpoint show', onlineEndpoint(target))],
      },
    });
  },
});
