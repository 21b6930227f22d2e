import { DEPLOYMENT } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { remakeDeployment, remakeSummary } from '../remedies/deployment-commands.js';

/**
 * With a managed network a deployment's egress flag no longer applies, and is to be avoided
 * (learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint).
 */
export default defineRule({
  id: 'managed-network/egress-flag',
  title: 'no deployment in a managed network relies on its egress flag',
  severity: 'warning',
  target: 'deployment',
  docs: {
    why: 'In a workspace with a managed network all deployments leave through it, and the egress flag of a deployment no longer applies; Microsoft says to avoid it. A deployment that was made before the managed network keeps the private endpoints it was made with until it is made again.',
    consequence:
      'Egress is what the isolation mode of the managed network says, AllowInternetOutbound included, though the deployment claims to be closed.',
    wrongWhen:
      'For a deployment that was made before the managed network the flag still acts, until it is made again; ARM does not tell which of the two came first.',
    example: {
      read: 'deployments',
      type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
      failing: { properties: { egressPublicNetworkAccess: 'Disabled' } },
      mended: { properties: { egressPublicNetworkAccess: 'Enabled' } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['generation'],
    when: ({ generation }) =>
      generation === 'managed' || 'The deployment does not leave through a managed network.',
  },
  needs: ['egress'],
  check: ({ egress }, { target }) => {
    const { path } = DEPLOYMENT.egressPublicNetworkAccess;
    if (egress === 'public') return pass(`${path} is not Disabled; the managed network decides.`);
    const actual = target.resource.known
      ? target.resource.value.raw(DEPLOYMENT.egressPublicNetworkAccess)
      : 'Disabled';
    return fail({
      message: `${path} is ${actual}, which has no effect: the deployment leaves through the managed network of its workspace.`,
      evidence: [{ resourceId: target.id, path, actual, expected: 'absent or Enabled' }],
      remedy: {
        summary: `Nothing is urgent: leave the flag out when the deployment is made the next time. To do so now: ${remakeSummary(target)}.`,
        commands: remakeDeployment(target, 'enabled'),
      },
    });
  },
});
