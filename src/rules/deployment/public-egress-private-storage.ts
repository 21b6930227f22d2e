import { restriction } from '../../model/addresses/network-access.js';
import { STORAGE_ACCOUNT } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { remakeDeployment, remakeSummary } from '../remedies/deployment-commands.js';

/**
 * A deployment that leaves over the public network gets its model and code from the default storage account over
 * the public network (learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint).
 */
export default defineRule({
  id: 'deployment/public-egress-private-storage',
  title: 'public egress finds a storage account that lets it in',
  severity: 'warning',
  target: 'deployment',
  docs: {
    why: 'With egress Enabled and no managed network, model and code come from the default storage account over the public network. Whether a restricted account lets the download through as trusted access is doubtful: no page says so.',
    consequence: 'Model or code download may fail when the deployment is created.',
    wrongWhen:
      'Trusted access of the workspace or its identity may let the download through a restricted account; no page says whether it does, so the rule may warn of a deployment that works.',
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
    when: ({ generation }) =>
      generation === 'legacy-public' || 'The deployment does not leave over the public network by itself.',
  },
  needs: ['restrictedStorage'],
  check: ({ restrictedStorage }, { target }) => {
    if (restrictedStorage === null)
      return pass('The storage account of the workspace takes public requests.');
    const { id, name, resource } = restrictedStorage;
    const { path, actual } = resource.known
      ? restriction(resource.value, STORAGE_ACCOUNT)
      : { path: STORAGE_ACCOUNT.publicNetworkAccess.path, actual: 'restricted' };
    return fail({
      message: `The deployment's egress is public and ${path} of storage account ${name} is ${actual}: whether model and code get through is doubtful.`,
      evidence: [
        { resourceId: id, path, actual, expected: path.endsWith('defaultAction') ? 'Allow' : 'Enabled' },
      ],
      remedy: {
        summary: `Let the deployment out privately: ${remakeSummary(target)}.`,
        commands: remakeDeployment(target, 'disabled'),
      },
    });
  },
});
