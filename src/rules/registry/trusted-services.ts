import { restriction } from '../../model/addresses/network-access.js';
import { REGISTRY } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';

/**
 * A restricted registry lets Azure Machine Learning in as a trusted service, if it lets those through
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet).
 */
export default defineRule({
  id: 'registry/trusted-services',
  title: 'a restricted registry lets trusted services through',
  severity: 'warning',
  target: 'registry',
  docs: {
    why: 'The service itself looks after the images of a workspace: it checks whether one is there, and has those that are missing built. It comes to a registry that is closed, or whose firewall denies by default, as a trusted service of Azure, if networkRuleBypassOptions lets those through, which it does by default. Microsoft asks for it when a registry is put behind a virtual network.',
    consequence:
      "Building an image fails, or a deployment does, and the service says that it failed to communicate with the workspace's container registry.",
    wrongWhen:
      'Deployments that leave privately pull their images by connections of their own, and a managed network by its private endpoint: where all images are ready made and pushed by hand, nothing may fail. No page tells what exactly the service comes for.',
    example: {
      read: 'registry',
      type: 'Microsoft.ContainerRegistry/registries',
      failing: { properties: { networkRuleBypassOptions: 'None' } },
      mended: { properties: { networkRuleBypassOptions: 'AzureServices' } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/container-registry/allow-access-trusted-services',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isRestricted'],
    when: ({ isRestricted }) =>
      isRestricted || 'The registry is open to all networks: nobody needs a bypass.',
  },
  needs: ['bypass'],
  check: ({ bypass }, { target }) => {
    const { path } = REGISTRY.networkRuleBypassOptions;
    if (bypass === 'AzureServices') return pass(`${path} is AzureServices.`);
    const limit = target.resource.known ? restriction(target.resource.value, REGISTRY) : null;
    const because = limit === null ? 'the registry is restricted' : `${limit.path} is ${limit.actual}`;
    return fail({
      message: `${path} is ${bypass} while ${because}; the service cannot look after the images of the workspace.`,
      evidence: [{ resourceId: target.id, path, actual: bypass, expected: 'AzureServices' }],
      remedy: {
        summary:
          "Let Azure's trusted services past the registry's firewall; that opens it to them, and to nobody else.",
        commands: [
          azureCli('az acr update', {
            '--name': target.name,
            ...inGroupOf(target.id),
            '--allow-trusted-services': 'true',
          }),
        ],
        property: { resourceId: target.id, path, value: 'AzureServices' },
      },
    });
  },
});
