import rule from '../../../src/rules/managed-network/service-tag-rules.js';
import { testRule } from '../test-rule.js';
import { IN_WORKSPACE, managed, OUTBOUND_RULES_READ, RULE, withRule } from './worlds.js';

const TAG = 'properties.destination.serviceTag';
const PREFIXES = 'properties.destination.addressPrefixes';
const to = (serviceTag: string, more: Record<string, string | string[]> = {}) =>
  withRule('ServiceTag', { serviceTag, protocol: 'TCP', portRanges: '443', ...more });
const failed = (path: string, actual: string, opens: string) => ({
  target: 'rule',
  severity: 'warning' as const,
  message: `${path} is ${actual}; the rule opens ${opens}: AllowOnlyApprovedOutbound is not really closed.`,
  evidence: [
    {
      resourceId: RULE,
      path,
      actual,
      expected: path === TAG ? 'a tag of one service, or of one region' : "one's own ranges",
    },
  ],
  summary:
    'Make private endpoint rules to the resources that are really needed first; then this deletes the rule.',
  commands: [`az ml workspace outbound-rule remove --rule rule ${IN_WORKSPACE}`],
});
const passing = (name: string, world: ReturnType<typeof to>, message: string) => ({
  name,
  world,
  target: 'rule',
  message,
});

testRule(rule, {
  fail: [
    { name: 'Internet', world: to('Internet'), ...failed(TAG, 'Internet', 'the whole internet') },
    {
      name: 'Storage, in other letters',
      world: to('storage'),
      ...failed(TAG, 'storage', "every storage account of Azure, other customers' included"),
    },
    {
      name: 'AzureCloud',
      world: to('AzureCloud'),
      ...failed(TAG, 'AzureCloud', "every address of Azure, other customers' included"),
    },
    {
      name: 'prefixes hold in place of a harmless tag',
      world: to('DataFactory', { addressPrefixes: ['203.0.113.0/24', '0.0.0.0/0'] }),
      ...failed(PREFIXES, '["203.0.113.0/24","0.0.0.0/0"]', 'every address in 0.0.0.0/0'),
    },
    {
      name: 'prefixes of IPv6, and one that is none',
      world: to('', { addressPrefixes: ['office', '::/0'] }),
      ...failed(PREFIXES, '["office","::/0"]', 'every address in ::/0'),
    },
  ],
  pass: [
    passing('one service', to('DataFactory'), `${TAG} is DataFactory: the addresses of DataFactory.`),
    passing(
      'one region',
      to('Storage.WestEurope'),
      `${TAG} is Storage.WestEurope: one region, in which it opens every storage account of Azure in WestEurope, other customers' included.`,
    ),
    passing(
      'prefixes hold in place of Internet',
      to('Internet', { addressPrefixes: ['203.0.113.0/24', '2001:db8::1'] }),
      `${PREFIXES} is ["203.0.113.0/24","2001:db8::1"]: the addresses 203.0.113.0/24, 2001:db8::1.`,
    ),
    passing('it forbids', to('Internet', { action: 'Deny' }), 'properties.destination.action is Deny.'),
  ],
  unknown: [
    {
      name: 'a prefix that is none',
      world: to('Internet', { addressPrefixes: ['office'] }),
      target: 'rule',
      message: `rule: ${PREFIXES} holds office, which is no range of addresses.`,
      operations: [OUTBOUND_RULES_READ],
    },
    {
      name: 'an empty tag',
      world: to(''),
      target: 'rule',
      message: `rule: ${TAG} is absent.`,
      operations: [OUTBOUND_RULES_READ],
    },
    {
      name: 'a category of tomorrow',
      world: withRule('ServiceTag', { serviceTag: 'Internet' }, ({ world }) =>
        world.set(RULE, 'properties.category', 'Suggested'),
      ),
      target: 'rule',
      message:
        'rule: properties.category is Suggested; isocheck knows Required or Recommended or UserDefined or Dependency.',
      operations: [OUTBOUND_RULES_READ],
    },
  ],
  notApplicable: [
    {
      name: "the service's own rule",
      world: withRule('ServiceTag', { serviceTag: 'Internet' }, ({ world }) =>
        world.set(RULE, 'properties.category', 'Required'),
      ),
      target: 'rule',
      message: "The rule is the service's own.",
    },
    {
      name: 'another type',
      world: managed(),
      target: '__SYS_PE_registry',
      message: 'The rule is of type PrivateEndpoint.',
    },
    {
      name: 'the internet is let out',
      world: withRule('ServiceTag', { serviceTag: 'Internet' }, undefined, 'AllowInternetOutbound'),
      target: 'rule',
      message: 'Service tag rules act in AllowOnlyApprovedOutbound alone.',
    },
  ],
});
