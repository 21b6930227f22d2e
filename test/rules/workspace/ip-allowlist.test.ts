import type { Json } from '../../../src/json.js';
import rule from '../../../src/rules/workspace/ip-allowlist.js';
import type { Estate } from '../../world/estate.js';
import { documentedExample, soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, subscription } = documentedExample().names;
const LIST = 'properties.ipAllowlist';
const RULES = 'properties.networkAcls.ipRules';
const place = `--workspace-name mlw-example --resource-group rg-example --subscription ${subscription}`;

function listed(addresses: Json, change: (estate: Estate) => void = () => {}): () => Estate {
  return () => {
    const estate = documentedExample();
    estate.world.set(workspace, LIST, addresses);
    change(estate);
    return estate;
  };
}

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `16.17.18.${index % 250}/${index % 2 === 0 ? 32 : 31}`);
const MOST = 'the service takes at most 200 public addresses and ranges of IPv4.';
const entry = (actual: string, path = LIST) => ({
  resourceId: workspace,
  path,
  actual,
  expected: 'a public IPv4 address or range',
});
const remove = (...addresses: string[]) =>
  addresses.map((address) => `az ml workspace network-rule remove ${place} --ip-address ${address}`);
const mend = 'Take these entries off the list. Clients of a private network come in by a private endpoint.';

testRule(rule, {
  fail: [
    {
      name: 'a private range, a reserved address and IPv6',
      world: listed(['16.17.18.0/24', '10.0.0.0/24', '127.0.0.1', '2001:db8::/32']),
      severity: 'error',
      message: `Selected IP addresses: 10.0.0.0/24 is private, 127.0.0.1 is reserved for other uses, 2001:db8::/32 is IPv6; ${MOST}`,
      evidence: [entry('10.0.0.0/24'), entry('127.0.0.1'), entry('2001:db8::/32')],
      summary: mend,
      commands: remove('10.0.0.0/24', '127.0.0.1', '2001:db8::/32'),
    },
    {
      name: 'in networkAcls, told by a preview alone, beside rubbish',
      world: () => {
        const estate = documentedExample();
        estate.world.unset(workspace, LIST).otherVersion(workspace, '2025-10-01-preview', {
          networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '172.16.5.4' }, { value: 'rubbish' }] },
        });
        return estate;
      },
      severity: 'error',
      message: `Selected IP addresses: 172.16.5.4 is private; ${MOST}`,
      evidence: [entry('172.16.5.4', RULES)],
      summary: mend,
      commands: remove('172.16.5.4'),
    },
    {
      name: 'more than 200',
      world: listed(many(201).map((address, index) => address.replace('16.17.18', `16.17.${index}`))),
      severity: 'error',
      message: `Selected IP addresses: 201 entries; ${MOST}`,
      evidence: [{ resourceId: workspace, path: LIST, actual: '201 entries', expected: 'at most 200' }],
      summary:
        'Take entries off the list, and join neighbours to wider ranges. Clients of a private network come in by a private endpoint.',
      commands: [`az ml workspace network-rule list ${place}`],
    },
    {
      name: 'more wrong ones than anybody reads, kept on a closed workspace',
      world: () => {
        const estate = soundPrivate('example');
        estate.world.set(
          workspace,
          LIST,
          ['1', '2', '3', '4', '5', '6'].map((last) => `192.168.0.${last}`),
        );
        return estate;
      },
      severity: 'error',
      message: `Selected IP addresses: ${['1', '2', '3', '4', '5'].map((last) => `192.168.0.${last} is private`).join(', ')}, and 1 more are of these kinds; ${MOST}`,
      evidence: ['1', '2', '3', '4', '5'].map((last) => entry(`192.168.0.${last}`)),
      summary: mend,
      commands: [
        ...remove(...['1', '2', '3', '4', '5'].map((last) => `192.168.0.${last}`)),
        `az ml workspace network-rule list ${place}`,
      ],
    },
  ],
  pass: [
    {
      name: 'public addresses and ranges',
      world: listed(['16.17.18.19', '16.17.20.0/24']),
      message: 'The selected IP addresses, 2 in all, are public ones of IPv4.',
    },
    {
      name: '200 of them',
      world: listed(many(200).map((address, index) => address.replace('16.17.18', `16.17.${index}`))),
      message: 'The selected IP addresses, 200 in all, are public ones of IPv4.',
    },
  ],
  unknown: [
    {
      name: 'an entry that is none',
      world: listed(['16.17.18.19', 'office', '16.17']),
      message: "Of the selected IP addresses office, 16.17 can't be read as an address or a range.",
      operations: [],
    },
    {
      name: 'an empty entry in a rule of networkAcls',
      world: listed([], ({ world }) =>
        world.set(workspace, RULES, [{ value: '16.17.18.19' }, { value: 17 }]),
      ),
      message: `mlw-example: ${RULES} holds {"value":17}; isocheck knows objects with a value.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'everything',
      world: listed(['0.0.0.0/0']),
      message:
        'Of the selected IP addresses 0.0.0.0/0 hold private or reserved ones beside public ones: no page says what the service makes of it.',
      operations: [],
    },
    {
      name: 'no preview was read',
      world: listed([], ({ world }) => world.unset(workspace, LIST)),
      message: `mlw-example: ${LIST} is not known to api-version 2025-09-01, which was asked. And 1 more fact was not read.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    { name: 'no list', world: documentedExample, message: 'No IP address is selected.' },
    {
      name: 'a firewall that denies and lists nobody',
      world: listed([], ({ world }) => world.set(workspace, 'properties.networkAcls.defaultAction', 'deny')),
      message: 'No IP address is selected.',
    },
  ],
});
