import type { JsonObject } from '../../../src/json.js';
import rule from '../../../src/rules/network/outbound-service-tags.js';
import { Estate } from '../../world/estate.js';
import { addSecurityGroup, securityRuleBody } from '../../world/security-group.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, virtualNetwork, subscription } = soundPrivate().names;
const group = virtualNetwork.replace('virtualNetworks/vnet-fraud', 'networkSecurityGroups/nsg-snet-training');
const target = 'snet-training';

const out = (access: string, priority: number, destination: string, properties: JsonObject = {}) =>
  securityRuleBody(`${access.toLowerCase()}-${priority}`, 'Outbound', access, priority, {
    destinationAddressPrefix: destination,
    ...properties,
  });

/** The same workspace, whose dependencies have no private endpoints. */
const bare = () => new Estate('fraud').endpoint('fraud', 'Disabled');

/** The sound workspace; a group with these rules guards the subnet of its compute. */
function guarded(
  rules: JsonObject[],
  change: (estate: Estate) => void = () => {},
  sound: () => Estate = soundPrivate,
): () => Estate {
  return () => {
    const estate = sound();
    addSecurityGroup(estate, `${estate.names.virtualNetwork}/subnets/snet-training`, rules);
    change(estate);
    return estate;
  };
}

const failing = (by: string, tags: string[], first: number) => ({
  target,
  severity: 'warning' as const,
  message: `Network security group nsg-snet-training denies TCP 443 from subnet snet-training, in which cpu-build builds images, to ${tags.map((tag) => `${tag} by rule ${by}`).join(', ')}.`,
  evidence: tags.map((tag) => ({
    resourceId: group,
    path: 'properties.securityRules',
    actual: `${by} denies ${tag}`,
    expected: `a rule before it that allows TCP 443 to ${tag}`,
  })),
  summary: 'Open the way out to the services, and to nothing else.',
  commands: tags.map(
    (tag, position) =>
      `az network nsg rule create --name allow-${tag} --nsg-name nsg-snet-training --resource-group rg-fraud --subscription ${subscription} --priority ${first - position} --direction Outbound --access Allow --protocol Tcp --source-address-prefixes 10.20.1.0/24 --source-port-ranges '*' --destination-address-prefixes ${tag} --destination-port-ranges 443`,
  ),
});

const denied = failing('deny-300 (priority 300)', ['AzureResourceManager'], 299);
const FIVE = [
  'AzureActiveDirectory',
  'AzureResourceManager',
  'AzureFrontDoor.FirstParty',
  'MicrosoftContainerRegistry',
  'AzureMachineLearning',
];
const allowed = FIVE.map((tag, position) => out('Allow', 100 + position, tag));
const PASS = 'No network security group keeps cpu-build from the services that image builds need.';

testRule(rule, {
  fail: [
    {
      name: 'the internet is denied, and storage has no private endpoint',
      world: guarded([out('Deny', 4096, 'Internet')], () => {}, bare),
      ...failing('deny-4096 (priority 4096)', [...FIVE, 'Storage.eastus'], 4095),
    },
    {
      name: 'one service is denied, in another letter case',
      world: guarded([
        out('Deny', 300, 'azureresourcemanager', { protocol: 'TCP', destinationPortRange: '443' }),
      ]),
      ...failing('deny-300 (priority 300)', ['AzureResourceManager'], 299),
    },
    {
      name: 'a rule for another port bears the name of the one that is missing',
      world: guarded([
        {
          ...out('Allow', 110, 'AzureResourceManager', { destinationPortRange: '80' }),
          name: 'Allow-AzureResourceManager',
        },
        out('Deny', 300, 'AzureResourceManager'),
      ]),
      ...denied,
      commands: denied.commands.map((command) =>
        command.replace('--name allow-AzureResourceManager', '--name allow-AzureResourceManager-2'),
      ),
    },
    {
      name: 'all but storage is allowed',
      world: guarded([...allowed, out('Deny', 4000, '*')], () => {}, bare),
      ...failing('deny-4000 (priority 4000)', ['Storage.eastus'], 3999),
    },
    {
      name: 'one is denied, and of another one nobody can tell',
      world: guarded([
        out('Deny', 300, 'AzureMachineLearning'),
        out('Deny', 301, 'AzureResourceManager.eastus'),
      ]),
      ...failing('deny-300 (priority 300)', ['AzureMachineLearning'], 299),
    },
  ],
  pass: [
    { name: 'no group', world: soundPrivate, target, message: PASS },
    { name: 'the rules that every group has', world: guarded([]), target, message: PASS },
    {
      name: 'the documented tags, with the storage of the region',
      world: guarded(
        [...allowed, out('Allow', 110, 'Storage.EastUS'), out('Deny', 4096, 'Internet')],
        () => {},
        bare,
      ),
      target,
      message: PASS,
    },
    {
      name: "Microsoft's registry of the region alone, as the page asks",
      world: guarded([
        ...allowed.filter((_, position) => position !== 3),
        out('Allow', 110, 'MicrosoftContainerRegistry.EastUS'),
        out('Deny', 4096, 'Internet'),
      ]),
      target,
      message: PASS,
    },
    {
      name: 'storage of another region is allowed, and storage is reached by a private endpoint',
      world: guarded([...allowed, out('Allow', 110, 'Storage.westus'), out('Deny', 4096, 'Internet')]),
      target,
      message: PASS,
    },
    {
      name: 'storage is reached by a private endpoint',
      world: guarded([...allowed, out('Deny', 4096, 'Internet')]),
      target,
      message: PASS,
    },
    {
      name: 'another port, another protocol and the network itself are denied',
      world: guarded([
        out('Deny', 200, '*', { destinationPortRange: '25' }),
        out('Deny', 201, 'Internet', { protocol: 'Udp' }),
        out('Deny', 202, 'VirtualNetwork'),
      ]),
      target,
      message: PASS,
    },
  ],
  unknown: [
    {
      name: 'some public addresses are denied',
      world: guarded(
        [
          ...allowed,
          out('Allow', 110, 'AzureCloud.eastus'),
          out('Deny', 300, '20.0.0.0/8', { sourceAddressPrefix: '10.20.1.0/25' }),
        ],
        ({ world }) => world.unset(workspace, 'location'),
      ),
      target,
      message: 'mlw-fraud: location is absent.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'a rule names application security groups',
      world: guarded(
        [...allowed, out('Deny', 300, '', { destinationApplicationSecurityGroups: [{ id: group }] })],
        () => {},
        bare,
      ),
      target,
      message:
        'nsg-snet-training: of rule deny-300, properties.destinationApplicationSecurityGroups names application security groups, whose members are not read.',
      operations: ['Microsoft.Network/networkSecurityGroups/read'],
    },
    {
      name: 'the group was not read',
      world: guarded([], ({ world }) => world.gap('networkSecurityGroup', group)),
      target,
      message:
        'nsg-snet-training was not read (forbidden, Microsoft.Network/networkSecurityGroups/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/networkSecurityGroups/read'],
    },
    {
      name: 'another subnet, and the computes were not read',
      world: guarded([], ({ world }) => world.gap('computes', `${workspace}/computes`)),
      target: 'snet-endpoints',
      message:
        'computes was not read (forbidden, Microsoft.MachineLearningServices/workspaces/computes/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/computes/read'],
    },
  ],
  notApplicable: [
    {
      name: 'the subnet of the private endpoint',
      world: guarded([out('Deny', 4096, 'Internet')]),
      target: 'snet-endpoints',
      message: 'No compute that builds the images of a workspace runs in the subnet.',
    },
    {
      name: 'no compute is named',
      world: guarded([out('Deny', 4096, 'Internet')], ({ world }) =>
        world.set(workspace, 'properties.imageBuildCompute', ''),
      ),
      target: 'snet-endpoints',
      message: 'No compute that builds the images of a workspace runs in the subnet.',
    },
  ],
});
