import { DEPLOYMENT } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { remakeDeployment, remakeSummary } from '../remedies/deployment-commands.js';

/**
 * Without a managed network, a deployment's egress flag says whether it leaves over the public network
 * (learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint).
 */
export default defineRule({
  id: 'deployment/egress-public-network-access',
  title: 'the deployment leaves privately',
  severity: (required) => (required.outbound === 'private' ? 'error' : 'info'),
  target: 'deployment',
  docs: {
    why: 'A deployment whose egressPublicNetworkAccess is Enabled (the default) downloads model, code and image over the public network, and its code can reach the whole internet. That is supported; with a managed network the flag has no say.',
    consequence:
      'Whatever runs in the deployment, the scoring script and its packages included, can send data to any host of the internet.',
    severity: 'info, since public outbound is supported; error when private outbound is required.',
    wrongWhen:
      "ARM tells where a deployment may go, not where it goes: one whose script calls nobody is reported all the same. One paragraph of the page names the endpoint's flag as what governs outbound; its table names the deployment's, and the rule follows the table.",
    example: {
      read: 'deployments',
      type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
      failing: { properties: { egressPublicNetworkAccess: 'Enabled' } },
      mended: { properties: { egressPublicNetworkAccess: 'Disabled' } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['generation'],
    when: ({ generation }) => {
      if (generation === 'managed') {
        return "The deployment leaves through the workspace's managed network; its own flag has no say.";
      }
      return generation !== 'kubernetes' || 'The deployment runs on a Kubernetes cluster, which lets it out.';
    },
  },
  needs: ['egress'],
  check: ({ egress }, { target }) => {
    const { path } = DEPLOYMENT.egressPublicNetworkAccess;
    if (egress === 'private') return pass(`${path} is Disabled.`);
    const raw = target.resource.known ? target.resource.value.raw(DEPLOYMENT.egressPublicNetworkAccess) : '';
    return fail({
      message: `${path} is ${raw === 'absent' ? 'absent, which means Enabled' : raw}; the deployment reaches the internet, and all that it downloads comes over the public network.`,
      evidence: [{ resourceId: target.id, path, actual: raw, expected: 'Disabled' }],
      remedy: {
        summary: `Let the deployment out privately: ${remakeSummary(target)}. Its image then has to come from the workspace's registry, and its model from the workspace's default storage account. Microsoft recommends a managed network of the workspace in place of this flag.`,
        commands: remakeDeployment(target, 'disabled'),
      },
    });
  },
});
