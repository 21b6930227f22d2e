import { NETWORK_SECURITY_GROUP, SUBNET } from '../../model/arm-properties/index.js';
import { HTTPS } from '../../model/network/subnet-traffic.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { allowTraffic } from '../remedies/network-commands.js';
import { endpointSubnet, namesOf } from '../remedies/private-endpoint-subnet.js';

/**
 * Requests to a workspace reach its private endpoint on port 443
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint).
 */
export default defineRule({
  id: 'private-endpoint/security-group',
  title: 'the network security group lets clients reach the private endpoint',
  severity: 'warning',
  target: 'subnet',
  docs: {
    why: 'Once the network policies of a subnet are on for network security groups, their rules decide who reaches the private endpoints in it. Clients reach workspace and scoring over TCP 443; a group that denies it to the tag VirtualNetwork keeps them out. The first rule that is about the traffic, by priority, decides; the rules that every group has let the network in.',
    consequence: 'Requests to the workspace and to its endpoints time out in the virtual network.',
    severity:
      'warning; info (doubtful) where rules before the one that denies let in single ranges or application security groups.',
    wrongWhen:
      'A group that lets in single clients and denies the rest is most often meant to be so; whether they are all the clients there are, nobody but its owner knows. Where a rule denies a part of the network alone, it is left unknown. Groups on the side of the clients, and firewalls on the way, are not looked at.',
    example: {
      read: 'networkSecurityGroup',
      type: 'Microsoft.Network/networkSecurityGroups',
      failing: {
        properties: {
          securityRules: [{ name: 'deny-all', properties: rule('Deny', 4096, '*', '*') }],
        },
      },
      mended: {
        properties: {
          securityRules: [
            { name: 'allow-private-endpoints', properties: rule('Allow', 4095, 'VirtualNetwork', '443') },
            { name: 'deny-all', properties: rule('Deny', 4096, '*', '*') },
          ],
        },
      },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['privateEndpoints', 'networkPolicies'],
    when: ({ privateEndpoints, networkPolicies }) => {
      if (networkPolicies === 'Disabled' || networkPolicies === 'RouteTableEnabled') {
        return `${SUBNET.privateEndpointNetworkPolicies.path} is ${networkPolicies}: no network security group acts on private endpoints.`;
      }
      return endpointSubnet({ privateEndpoints });
    },
  },
  needs: ['trafficFromNetwork'],
  check: ({ privateEndpoints, trafficFromNetwork: verdict }, { target }) => {
    if (verdict === null) return pass('No network security group guards the subnet.');
    const { access, group, rule: decisive, exceptions } = verdict;
    const what = `TCP ${HTTPS} from VirtualNetwork to subnet ${target.name} by rule ${decisive.words}`;
    if (access === 'Allow') return pass(`Network security group ${group.name} allows ${what}.`);
    const ranges = target.addressPrefixes();
    const isSegmented = exceptions.length > 0;
    const traffic = {
      name: 'allow-private-endpoints',
      direction: 'Inbound',
      sources: [isSegmented ? '<range of the clients>' : 'VirtualNetwork'],
      destinations: ranges.known ? ranges.value : ['VirtualNetwork'],
      port: HTTPS,
    } as const;
    const endpoints = namesOf(privateEndpoints);
    const letIn = exceptions.map((exception) => exception.rule.words).join(', ');
    return fail({
      severity: isSegmented ? 'info' : 'warning',
      message: isSegmented
        ? `Network security group ${group.name} denies ${what}, but to what ${letIn} let in: that all clients of ${endpoints} are among those is doubtful.`
        : `Network security group ${group.name} denies ${what}: clients do not reach ${endpoints}.`,
      evidence: [
        {
          resourceId: group.id,
          path: NETWORK_SECURITY_GROUP.securityRules.path,
          actual: `${decisive.words} denies it`,
          expected: `a rule before it that allows TCP ${HTTPS} from ${isSegmented ? 'every client' : 'VirtualNetwork'}`,
        },
      ],
      remedy: {
        summary: isSegmented
          ? `Nothing has to be done where these are all the clients. Else let the others reach the subnet on port ${HTTPS}: put their range in.`
          : `Let the virtual network reach the subnet on port ${HTTPS}, which opens it to every client of the network and of its peers; name single ranges in place of VirtualNetwork to open less.`,
        commands: allowTraffic(group, [{ traffic, denying: decisive }]),
      },
    });
  },
});

function rule(access: 'Allow' | 'Deny', priority: number, source: string, port: string) {
  return {
    direction: 'Inbound',
    access,
    priority,
    protocol: '*',
    sourceAddressPrefix: source,
    sourcePortRange: '*',
    destinationAddressPrefix: '*',
    destinationPortRange: port,
  };
}
