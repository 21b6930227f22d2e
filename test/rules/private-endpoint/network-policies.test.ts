import rule from '../../../src/rules/private-endpoint/network-policies.js';
import type { Estate } from '../../world/estate.js';
import { changeSubnet } from '../../world/security-group.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, virtualNetwork, privateEndpoint, subscription } = soundPrivate().names;
const subnet = `${virtualNetwork}/subnets/snet-endpoints`;
const POLICIES = 'properties.privateEndpointNetworkPolicies';
const target = 'snet-endpoints';

function policies(value: string | null, change: (estate: Estate) => void = () => {}): () => Estate {
  return () => {
    const estate = soundPrivate();
    changeSubnet(estate.world, subnet, { privateEndpointNetworkPolicies: value });
    change(estate);
    return estate;
  };
}

const failing = (value: string, what: string) => ({
  name: value,
  world: policies(value),
  target,
  severity: 'info' as const,
  message: `${POLICIES} is ${what} on private endpoint pe-mlw-fraud.`,
  evidence: [{ resourceId: subnet, path: POLICIES, actual: what.split(':')[0] ?? '', expected: 'Disabled' }],
  summary:
    'Nothing has to be done where that is meant. Else turn the policies off: security groups and routes of the subnet then act on none of the private endpoints in it.',
  commands: [
    `az network vnet subnet update --name snet-endpoints --vnet-name vnet-fraud --resource-group rg-fraud --subscription ${subscription} --private-endpoint-network-policies Disabled`,
  ],
});
const PASS = `${POLICIES} is Disabled: no network policy acts on private endpoints.`;

testRule(rule, {
  fail: [
    failing('Enabled', 'Enabled: network security groups and route tables act'),
    failing('NetworkSecurityGroupEnabled', 'NetworkSecurityGroupEnabled: network security groups act'),
    failing('routetableenabled', 'RouteTableEnabled: route tables act'),
  ],
  pass: [
    { name: 'Disabled', world: soundPrivate, target, message: PASS },
    { name: 'absent, which is the same', world: policies(null), target, message: PASS },
  ],
  unknown: [
    {
      name: 'a value that nobody knows',
      world: policies('Perhaps'),
      target,
      message: `snet-endpoints: ${POLICIES} is Perhaps; isocheck knows Enabled or Disabled or NetworkSecurityGroupEnabled or RouteTableEnabled.`,
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
    {
      name: 'absent from an answer that meant Enabled by it',
      world: policies(null, ({ world }) => world.version(virtualNetwork, '2021-08-01')),
      target,
      message: `snet-endpoints: ${POLICIES} is not known to api-version 2021-08-01, which was asked.`,
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
    {
      name: 'another subnet, and a private endpoint that was not read',
      world: policies('Enabled', ({ world }) => world.gap('privateEndpoint', privateEndpoint)),
      target: 'snet-training',
      message:
        'pe-mlw-fraud was not read (forbidden, Microsoft.Network/privateEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
    {
      name: 'the workspace was read without its connections',
      world: policies('Disabled', ({ world }) =>
        world.set(workspace, 'properties.privateEndpointConnections', 'none'),
      ),
      target: 'snet-training',
      message: 'mlw-fraud: properties.privateEndpointConnections is none; isocheck knows an array.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    {
      name: 'the subnet of the compute alone',
      world: policies('Enabled', ({ world }) =>
        changeSubnet(world, `${virtualNetwork}/subnets/snet-training`, {
          privateEndpointNetworkPolicies: 'Enabled',
        }),
      ),
      target: 'snet-training',
      message: 'The subnet holds no private endpoint of a workspace.',
    },
  ],
});
