import { NETWORK_SECURITY_GROUP } from '../../model/arm-properties/index.js';
import { HTTPS } from '../../model/network/subnet-traffic.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { allowTraffic } from '../remedies/network-commands.js';

/**
 * Computes in a virtual network of one's own need a way out to services of Azure
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet).
 */
export default defineRule({
  id: 'network/outbound-service-tags',
  title: 'the compute for image builds reaches the services of Azure that it needs',
  severity: 'warning',
  target: 'subnet',
  docs: {
    why: 'A compute in a virtual network of your own signs in, talks to its workspace and pulls base images over TCP 443: AzureActiveDirectory, AzureResourceManager, AzureFrontDoor.FirstParty, MicrosoftContainerRegistry, AzureMachineLearning, and the storage of its region unless the account has a private endpoint within reach. The first rule of the network security group that is about the traffic, by priority, decides.',
    consequence: 'The compute does not start or image builds on it fail, mostly by running into a timeout.',
    wrongWhen:
      'Routes and firewalls on the way out are not looked at, and of the ports only TCP 443 is. A subnet whose traffic leaves by private endpoints for a service does not need its tag; that is taken into account for storage alone.',
    example: {
      read: 'networkSecurityGroup',
      type: 'Microsoft.Network/networkSecurityGroups',
      failing: {
        properties: {
          securityRules: [{ name: 'deny-internet', properties: rule('Deny', 4096, 'Internet') }],
        },
      },
      mended: {
        properties: {
          securityRules: [
            {
              name: 'allow-AzureActiveDirectory',
              properties: rule('Allow', 4095, 'AzureActiveDirectory'),
            },
            { name: 'allow-AzureResourceManager', properties: rule('Allow', 4094, 'AzureResourceManager') },
            {
              name: 'allow-AzureFrontDoor.FirstParty',
              properties: rule('Allow', 4093, 'AzureFrontDoor.FirstParty'),
            },
            {
              name: 'allow-MicrosoftContainerRegistry',
              properties: rule('Allow', 4092, 'MicrosoftContainerRegistry'),
            },
            { name: 'allow-AzureMachineLearning', properties: rule('Allow', 4091, 'AzureMachineLearning') },
            { name: 'allow-Storage', properties: rule('Allow', 4090, 'Storage') },
            { name: 'deny-internet', properties: rule('Deny', 4096, 'Internet') },
          ],
        },
      },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['imageBuilders'],
    when: ({ imageBuilders }) =>
      imageBuilders.length > 0 || 'No compute that builds the images of a workspace runs in the subnet.',
  },
  needs: ['deniedServices'],
  check: ({ imageBuilders, deniedServices }, { target }) => {
    const [first] = deniedServices;
    const computes = imageBuilders.map(({ compute }) => compute.name).join(', ');
    if (first === undefined) {
      return pass(`No network security group keeps ${computes} from the services that image builds need.`);
    }
    const { group } = first.verdict;
    const ranges = target.addressPrefixes();
    const tags = deniedServices.map(({ tag, verdict }) => `${tag} by rule ${verdict.rule.words}`).join(', ');
    return fail({
      message: `Network security group ${group.name} denies TCP ${HTTPS} from subnet ${target.name}, in which ${computes} builds images, to ${tags}.`,
      evidence: deniedServices.map(({ tag, verdict }) => ({
        resourceId: group.id,
        path: NETWORK_SECURITY_GROUP.securityRules.path,
        actual: `${verdict.rule.words} denies ${tag}`,
        expected: `a rule before it that allows TCP ${HTTPS} to ${tag}`,
      })),
      remedy: {
        summary: 'Open the way out to the services, and to nothing else.',
        commands: allowTraffic(
          group,
          deniedServices.map(({ tag, verdict }) => ({
            denying: verdict.rule,
            traffic: {
              name: `allow-${tag}`,
              direction: 'Outbound',
              sources: ranges.known ? ranges.value : ['VirtualNetwork'],
              destinations: [tag],
              port: HTTPS,
            },
          })),
        ),
      },
    });
  },
});

function rule(access: 'Allow' | 'Deny', priority: number, destination: string) {
  return {
    direction: 'Outbound',
    access,
    priority,
    protocol: 'Tcp',
    sourceAddressPrefix: '*',
    sourcePortRange: '*',
    destinationAddressPrefix: destination,
    destinationPortRange: '443',
  };
}
