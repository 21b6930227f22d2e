import rule from '../../../src/rules/managed-network/fqdn-rules.js';
import { addOutboundRule } from '../../world/managed-network.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { IN_WORKSPACE, managed, OUTBOUND_RULES_READ, RULE, withRule } from './worlds.js';

const { workspace } = soundManaged().names;
const SKU = 'properties.managedNetwork.firewallSku';
const STANDARD = 'an Azure Firewall of version Standard';
const costs = (version = STANDARD, by = 'it', act = 'it acts') =>
  `data can leave by ${by}, so that AllowOnlyApprovedOutbound is not really closed, and ${act} through ${version}, which costs.`;
const list = `az ml workspace outbound-rule list ${IN_WORKSPACE}`;
const plain = {
  severity: 'info' as const,
  summary:
    'Nothing is urgent: look whether each host is still needed. Packages can come from a private endpoint (a storage account, an Azure ML registry) instead; without FQDN rules there is no firewall to pay.',
  commands: [list],
};
const hosts = (actual: string) => [
  {
    resourceId: workspace,
    path: 'properties.managedNetwork.outboundRules',
    actual,
    expected: 'no FQDN rule',
  },
];
const wide = (host: string) => ({
  severity: 'warning' as const,
  message: `An FQDN rule lets out to ${host}; ${costs()} Anybody can register a host of ${host}.`,
  evidence: [
    {
      resourceId: RULE,
      path: 'properties.destination',
      actual: host,
      expected: 'a host name, or a wildcard below a domain of somebody known',
    },
  ],
  summary:
    'Make rules for the hosts that are really needed first; then this deletes the rules that are wider.',
  commands: [`az ml workspace outbound-rule remove --rule rule ${IN_WORKSPACE}`],
});

testRule(rule, {
  fail: [
    {
      name: 'one host, and the firewall that comes by itself',
      world: withRule('FQDN', 'pypi.org'),
      ...plain,
      message: `An FQDN rule lets out to pypi.org; ${costs()}`,
      evidence: hosts('pypi.org'),
    },
    {
      name: 'six hosts, a Basic firewall',
      world: managed((estate) => {
        for (const host of ['a.example', 'b.example', 'c.example', 'd.example', '*.e.example', 'f.com']) {
          addOutboundRule(estate, `to-${host.replaceAll(/[^a-z]/g, '')}`, {
            type: 'FQDN',
            category: 'UserDefined',
            status: 'Active',
            destination: host,
          });
        }
        estate.world.set(workspace, SKU, 'basic');
      }),
      ...plain,
      message: `6 FQDN rules let out to a.example, b.example, c.example, d.example, *.e.example and 1 more; ${costs('an Azure Firewall of version Basic', 'them', 'they act')}`,
      evidence: hosts('a.example, b.example, c.example, d.example, *.e.example and 1 more'),
    },
    {
      name: 'a version of tomorrow',
      world: withRule('FQDN', 'pypi.org', ({ world }) => world.set(workspace, SKU, 'Premium')),
      ...plain,
      message: `An FQDN rule lets out to pypi.org; ${costs('an Azure Firewall whose version was not read')}`,
      evidence: hosts('pypi.org'),
    },
    { name: 'a whole top domain', world: withRule('FQDN', '*.com'), ...wide('*.com') },
    { name: 'a whole top domain of a country', world: withRule('FQDN', '*.CO.uk'), ...wide('*.CO.uk') },
    {
      name: "a domain of a company's customers",
      world: withRule('FQDN', '*.azurewebsites.net'),
      ...wide('*.azurewebsites.net'),
    },
    {
      name: 'every host, and the list was cut off',
      world: withRule('FQDN', '*', ({ world }) =>
        world.incomplete('outboundRules', `${workspace}/outboundRules`),
      ),
      ...wide('*'),
    },
  ],
  pass: [
    {
      name: 'no FQDN rule',
      world: managed(),
      message: 'There is no FQDN rule, and no Azure Firewall for one.',
    },
  ],
  unknown: [
    {
      name: 'the list was cut off: a wider rule may be missing',
      world: withRule('FQDN', 'pypi.org', ({ world }) =>
        world.incomplete('outboundRules', `${workspace}/outboundRules`),
      ),
      message: `outboundrules was not read (throttled, ${OUTBOUND_RULES_READ}): 429 TooManyRequests.`,
      operations: [OUTBOUND_RULES_READ],
    },
    {
      name: 'a rule of an unknown type',
      world: withRule('FQDN', 'pypi.org', ({ world }) => world.set(RULE, 'properties.type', 'Subnet')),
      message: 'rule: properties.type is Subnet; isocheck knows PrivateEndpoint or FQDN or ServiceTag.',
      operations: [OUTBOUND_RULES_READ],
    },
    {
      name: 'a destination that is no host',
      world: withRule('FQDN', { host: 'pypi.org' }),
      message: 'rule: properties.destination is {"host":"pypi.org"}; isocheck knows a string.',
      operations: [OUTBOUND_RULES_READ],
    },
    {
      name: 'a destination that is empty',
      world: withRule('FQDN', ''),
      message: 'rule: properties.destination is absent.',
      operations: [OUTBOUND_RULES_READ],
    },
    {
      name: 'rubbish among the rules of the body',
      world: managed(({ world }) =>
        world.set(workspace, 'properties.managedNetwork.outboundRules', { odd: 'pypi.org' }),
      ),
      message: 'mlw-managed: properties.managedNetwork.outboundRules.odd is "pypi.org".',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    { name: 'no managed network', world: soundPrivate, message: 'The workspace has no managed network.' },
    {
      name: 'the internet is let out',
      world: managed(undefined, 'AllowInternetOutbound'),
      message: 'In AllowInternetOutbound every host is let out.',
    },
  ],
});
