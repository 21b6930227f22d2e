import { restriction } from '../../model/addresses/network-access.js';
import { REGISTRY } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { remakeDeployment, remakeSummary } from '../remedies/deployment-commands.js';

/**
 * A deployment that leaves over the public network pulls its image there, which a restricted registry refuses
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint, "Online deployments fail with an image
 * download error").
 */
export default defineRule({
  id: 'deployment/public-egress-private-registry',
  title: 'public egress finds a registry that lets it in',
  severity: 'error',
  target: 'deployment',
  docs: {
    why: 'With egress Enabled and no managed network, the image comes from the registry over the public network. A registry that is closed, or whose firewall denies by default, refuses that pull; the troubleshooting page calls the failure expected.',
    consequence: 'Creating or updating the deployment fails with an image download error.',
    wrongWhen:
      "A firewall rule of the registry could let in the very address that the pull comes from; it is one of Microsoft's, and no page names it. A deployment that was made while the registry was open may go on serving until it pulls again.",
    example: {
      read: 'deployments',
      type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
      failing: { properties: { egressPublicNetworkAccess: 'Enabled' } },
      mended: { properties: { egressPublicNetworkAccess: 'Disabled' } },
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
    needs: ['generation', 'imageWay'],
    when: ({ generation, imageWay }) => {
      if (generation !== 'legacy-public') {
        return 'The deployment does not leave over the public network by its own flag.';
      }
      if (imageWay.way === 'none') return "The deployment names no environment: the image is the service's.";
      return (
        imageWay.way === 'workspace-registry' ||
        imageWay.way === 'built' ||
        `The image does not come from the workspace's registry: ${imageWay.name}.`
      );
    },
  },
  needs: ['restrictedRegistry'],
  check: ({ restrictedRegistry, imageWay }, { target }) => {
    if (restrictedRegistry === null) return pass('No registry of the workspace refuses public networks.');
    const { id, name, resource } = restrictedRegistry;
    const { path, actual } = resource.known
      ? restriction(resource.value, REGISTRY)
      : { path: REGISTRY.publicNetworkAccess.path, actual: 'restricted' };
    const source = imageWay.way === 'built' ? 'is built into it' : 'lies in it';
    return fail({
      message: `${path} of registry ${name} is ${actual}; the deployment's image ${source}, and is pulled over the public network.`,
      evidence: [
        {
          resourceId: id,
          path,
          actual,
          expected: path === REGISTRY.defaultAction.path ? 'Allow' : 'Enabled',
        },
      ],
      remedy: {
        summary: `Let the deployment out privately, so that it pulls through a private endpoint: ${remakeSummary(target)}.`,
        commands: remakeDeployment(target, 'disabled'),
      },
    });
  },
});
