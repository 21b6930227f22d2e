import type { JsonObject } from '../../../src/json.js';
import rule from '../../../src/rules/private-endpoint/security-group.js';
import type { Estate } from '../../world/estate.js';
import { addSecurityGroup, changeSubnet, securityRuleBody } from '../../world/security-group.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { virtualNetwork, subscription } = soundPrivate().names;
const subnet = `${virtualNetwork}/subnets/snet-endpoints`;
const group = virtualNetwork.replace(
  'virtualNetworks/vnet-fraud',
  'networkSecurityGroups/nsg-snet-endpoints',
);
const target = 'snet-endpoints';
const POLICIES = 'properties.privateEndpointNetworkPolicies';

/** The sound workspace; a group with these rules guards the private endpoint. */
function guarded(
  rules: JsonObject[],
  policies = 'Enabled',
  change: (estate: Estate) => void = () => {},
): () => Estate {
  return () => {
    const estate = soundPrivate();
    addSecurityGroup(estate, subnet, rules);
    changeSubnet(estate.world, subnet, { privateEndpointNetworkPolicies: policies });
    change(estate);
    return estate;
  };
}

const denyAll = securityRuleBody('deny-all', 'Inbound', 'Deny', 4096);
const WHAT = 'TCP 443 from VirtualNetwork to subnet snet-endpoints by rule';
const failing = (words: string, priority: string) => ({
  target,
  severity: 'warning' as const,
  message: `Network security group nsg-snet-endpoints denies ${WHAT} ${words}: clients do not reach private endpoint pe-mlw-fraud.`,
  evidence: [
    {
      resourceId: group,
      path: 'properties.securityRules',
      actual: `${words} denies it`,
      expected: 'a rule before it that allows TCP 443 from VirtualNetwork',
    },
  ],
  summary:
    'Let the virtual network reach the subnet on port 443, which opens it to every client of the network and of its peers; name single ranges in place of VirtualNetwork to open less.',
  commands: [
    `az network nsg rule create --name allow-private-endpoints --nsg-name nsg-snet-endpoints --resource-group rg-fraud --subscription ${subscription} --priority ${priority} --direction Inbound --access Allow --protocol Tcp --source-address-prefixes VirtualNetwork --source-port-ranges '*' --destination-address-prefixes 10.20.0.0/24 --destination-port-ranges 443`,
  ],
});

testRule(rule, {
  fail: [
    {
      name: 'all is denied',
      world: guarded([denyAll]),
      ...failing('deny-all (priority 4096)', '4095'),
    },
    {
      name: 'the port alone, with policies for network security groups; the next number is taken',
      world: guarded(
        [
          securityRuleBody('deny-https', 'Inbound', 'deny', 201, {
            protocol: 'tcp',
            sourceAddressPrefix: 'VirtualNetwork',
            destinationPortRange: '',
            destinationPortRanges: ['80', '443'],
          }),
          securityRuleBody('allow-ssh', 'Inbound', 'Allow', 200, { destinationPortRange: '22' }),
        ],
        'networksecuritygroupenabled',
      ),
      ...failing('deny-https (priority 201)', '199'),
    },
    {
      name: 'no number is left before the rule',
      world: guarded([securityRuleBody('deny-first', 'Inbound', 'Deny', 100)]),
      ...failing('deny-first (priority 100)', "'<priority below 100>'"),
    },
    {
      name: 'clients of one subnet and of an application security group are let in, and nobody else',
      world: guarded([
        denyAll,
        securityRuleBody('allow-clients', 'Inbound', 'Allow', 300, { sourceAddressPrefix: '10.20.1.0/24' }),
        securityRuleBody('allow-jobs', 'Inbound', 'Allow', 301, {
          sourceAddressPrefix: '',
          sourceApplicationSecurityGroups: [{ id: group }],
        }),
      ]),
      target,
      severity: 'info',
      message: `Network security group nsg-snet-endpoints denies ${WHAT} deny-all (priority 4096), but to what allow-clients (priority 300), allow-jobs (priority 301) let in: that all clients of private endpoint pe-mlw-fraud are among those is doubtful.`,
      evidence: [
        {
          resourceId: group,
          path: 'properties.securityRules',
          actual: 'deny-all (priority 4096) denies it',
          expected: 'a rule before it that allows TCP 443 from every client',
        },
      ],
      summary:
        'Nothing has to be done where these are all the clients. Else let the others reach the subnet on port 443: put their range in.',
      commands: [
        `az network nsg rule create --name allow-private-endpoints --nsg-name nsg-snet-endpoints --resource-group rg-fraud --subscription ${subscription} --priority 4095 --direction Inbound --access Allow --protocol Tcp --source-address-prefixes '<range of the clients>' --source-port-ranges '*' --destination-address-prefixes 10.20.0.0/24 --destination-port-ranges 443`,
      ],
    },
  ],
  pass: [
    {
      name: 'the rules that every group has',
      world: guarded([]),
      target,
      message: `Network security group nsg-snet-endpoints allows ${WHAT} AllowVnetInBound (priority 65000).`,
    },
    {
      name: 'allowed before all is denied',
      world: guarded([
        denyAll,
        securityRuleBody('allow-https', 'Inbound', 'Allow', 300, {
          sourceAddressPrefix: 'VirtualNetwork',
          destinationAddressPrefix: '10.20.0.0/24',
          destinationPortRange: '443',
        }),
      ]),
      target,
      message: `Network security group nsg-snet-endpoints allows ${WHAT} allow-https (priority 300).`,
    },
    {
      name: 'no group',
      world: () => {
        const estate = soundPrivate();
        changeSubnet(estate.world, subnet, {
          privateEndpointNetworkPolicies: 'Enabled',
          networkSecurityGroup: null,
        });
        return estate;
      },
      target,
      message: 'No network security group guards the subnet.',
    },
  ],
  unknown: [
    {
      name: 'clients of one subnet are kept out',
      world: guarded([
        securityRuleBody('deny-clients', 'Inbound', 'Deny', 300, { sourceAddressPrefix: '10.20.1.0/24' }),
      ]),
      target,
      message:
        "nsg-snet-endpoints: of rule deny-clients, properties.sourceAddressPrefix is 10.20.1.0/24: it covers a part of the traffic, or isocheck can't tell.",
      operations: ['Microsoft.Network/networkSecurityGroups/read'],
    },
    {
      name: 'what is let in is no range, before all is denied',
      world: guarded([
        denyAll,
        securityRuleBody('allow-clients', 'Inbound', 'Allow', 300, { sourceAddressPrefix: '10.20' }),
      ]),
      target,
      message:
        "nsg-snet-endpoints: of rule allow-clients, properties.sourceAddressPrefix is 10.20: it covers a part of the traffic, or isocheck can't tell.",
      operations: ['Microsoft.Network/networkSecurityGroups/read'],
    },
    {
      name: 'a protocol that nobody knows',
      world: guarded([securityRuleBody('odd', 'Inbound', 'Deny', 300, { protocol: 'Quic' })]),
      target,
      message:
        'nsg-snet-endpoints: properties.protocol is Quic; isocheck knows * or Tcp or Udp or Icmp or Esp or Ah.',
      operations: ['Microsoft.Network/networkSecurityGroups/read'],
    },
    {
      name: 'the group was not read',
      world: guarded([], 'Enabled', ({ world }) => world.gap('networkSecurityGroup', group)),
      target,
      message:
        'nsg-snet-endpoints was not read (forbidden, Microsoft.Network/networkSecurityGroups/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/networkSecurityGroups/read'],
    },
    {
      name: 'policies that nobody knows',
      world: guarded([denyAll], 'Perhaps'),
      target,
      message: `snet-endpoints: ${POLICIES} is Perhaps; isocheck knows Enabled or Disabled or NetworkSecurityGroupEnabled or RouteTableEnabled.`,
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
  ],
  notApplicable: [
    {
      name: 'policies are off',
      world: guarded([denyAll], 'Disabled'),
      target,
      message: `${POLICIES} is Disabled: no network security group acts on private endpoints.`,
    },
    {
      name: 'policies are for route tables alone',
      world: guarded([denyAll], 'RouteTableEnabled'),
      target,
      message: `${POLICIES} is RouteTableEnabled: no network security group acts on private endpoints.`,
    },
    {
      name: 'a subnet without private endpoints',
      world: guarded([], 'Enabled', ({ world }) =>
        changeSubnet(world, `${virtualNetwork}/subnets/snet-training`, {
          privateEndpointNetworkPolicies: 'Enabled',
        }),
      ),
      target: 'snet-training',
      message: 'The subnet holds no private endpoint of a workspace.',
    },
  ],
});
