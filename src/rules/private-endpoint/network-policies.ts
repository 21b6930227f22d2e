import { SUBNET } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { disableNetworkPolicies } from '../remedies/network-commands.js';
import { endpointSubnet, namesOf } from '../remedies/private-endpoint-subnet.js';

const WHAT_ACTS = {
  Enabled: 'network security groups and route tables act',
  NetworkSecurityGroupEnabled: 'network security groups act',
  RouteTableEnabled: 'route tables act',
} as const;

/**
 * Network policies let network security groups and route tables act on private endpoints
 * (learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy).
 */
export default defineRule({
  id: 'private-endpoint/network-policies',
  title: 'network policies leave the private endpoint of the workspace alone',
  severity: 'info',
  target: 'subnet',
  docs: {
    why: 'While the network policies of its subnet are Disabled, neither network security groups nor route tables act on a private endpoint. The page on private endpoints of workspaces asks to disable them before one is added; with them on, the rules of the subnet decide who reaches the workspace, which may be meant.',
    consequence:
      'Network security groups can refuse requests to the workspace, and routes can send them by a firewall.',
    wrongWhen:
      'Policies that were turned on to filter access to private endpoints are no fault. What routes do with the requests is not judged; for network security groups see private-endpoint/security-group.',
    example: {
      read: 'virtualNetwork',
      type: 'Microsoft.Network/virtualNetworks',
      failing: {
        properties: {
          subnets: [
            {
              name: 'snet-endpoints',
              properties: { addressPrefix: '10.20.0.0/24', privateEndpointNetworkPolicies: 'Enabled' },
            },
          ],
        },
      },
      mended: {
        properties: {
          subnets: [
            {
              name: 'snet-endpoints',
              properties: { addressPrefix: '10.20.0.0/24', privateEndpointNetworkPolicies: 'Disabled' },
            },
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
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: { needs: ['privateEndpoints'], when: endpointSubnet },
  needs: ['networkPolicies'],
  check: ({ privateEndpoints, networkPolicies }, { target }) => {
    const { path } = SUBNET.privateEndpointNetworkPolicies;
    if (networkPolicies === 'Disabled') {
      return pass(`${path} is Disabled: no network policy acts on private endpoints.`);
    }
    return fail({
      message: `${path} is ${networkPolicies}: ${WHAT_ACTS[networkPolicies]} on ${namesOf(privateEndpoints)}.`,
      evidence: [{ resourceId: target.id, path, actual: networkPolicies, expected: 'Disabled' }],
      remedy: {
        summary:
          'Nothing has to be done where that is meant. Else turn the policies off: security groups and routes of the subnet then act on none of the private endpoints in it.',
        commands: [disableNetworkPolicies(target)],
        property: { resourceId: target.id, path, value: 'Disabled' },
      },
    });
  },
});
