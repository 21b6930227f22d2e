import rule from '../../../src/rules/managed-network/rule-status.js';
import { soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';
import { testRule } from '../test-rule.js';
import { IN_WORKSPACE, managed, OUTBOUND_RULES_READ, PROVISION, RULE, withRule } from './worlds.js';

const path = 'properties.status';
const failed = (actual: string, why = '') => ({
  target: 'rule',
  severity: 'error' as const,
  message: `${path} is ${actual}; nothing gets out of the managed network by this rule.${why}`,
  evidence: [{ resourceId: RULE, path, actual, expected: 'Active' }],
  summary:
    'Look at the rule, approve its private endpoint on the resource that it leads to if that is Pending there, and provision the managed network again, which makes what its rules ask for.',
  commands: [`az ml workspace outbound-rule show --rule rule ${IN_WORKSPACE}`, PROVISION],
});
const inState = (status: string, more: Record<string, string> = {}) =>
  withRule('FQDN', 'pypi.org', ({ world }) => {
    world.set(RULE, path, status);
    for (const [name, value] of Object.entries(more)) world.set(RULE, `properties.${name}`, value);
  });

/** A rule of a type of tomorrow, whose status is changed. */
const ofTomorrow = (change: (world: World) => unknown) =>
  withRule('FQDN', 'pypi.org', ({ world }) => change(world.set(RULE, 'properties.type', 'Wormhole')));
const UNKNOWN_TYPE = {
  target: 'rule',
  message: 'rule: properties.type is Wormhole; isocheck knows PrivateEndpoint or FQDN or ServiceTag.',
  operations: [OUTBOUND_RULES_READ],
};

testRule(rule, {
  fail: [
    { name: 'a rule is Inactive', world: inState('Inactive'), ...failed('Inactive') },
    {
      name: 'a rule failed, in other letters, and the service says why',
      world: inState('failed', { errorInformation: 'The host is no host' }),
      ...failed('failed', ' The service says: The host is no host.'),
    },
    {
      name: 'the status is absent',
      world: withRule('FQDN', 'pypi.org', ({ world }) => world.unset(RULE, path)),
      ...failed('absent'),
    },
    {
      name: 'a rule of a type of tomorrow failed, and the service says why',
      world: ofTomorrow((world) =>
        world.set(RULE, path, 'Failed').set(RULE, 'properties.errorInformation', 'No wormhole is there.'),
      ),
      ...failed('Failed', ' The service says: No wormhole is there.'),
    },
    {
      name: 'a rule without a type failed',
      world: withRule('FQDN', 'pypi.org', ({ world }) =>
        world.unset(RULE, 'properties.type').set(RULE, path, 'FAILED'),
      ),
      ...failed('FAILED'),
    },
  ],
  pass: [
    { name: 'a rule is Active', world: inState('Active'), target: 'rule', message: `${path} is Active.` },
  ],
  unknown: [
    {
      name: 'the service makes the rule',
      world: inState('Provisioning'),
      target: 'rule',
      message: `${path} is Provisioning: the service is at work on the rule.`,
      operations: [],
    },
    {
      name: 'the service takes the rule away',
      world: inState('Deleting'),
      target: 'rule',
      message: `${path} is Deleting: the service is at work on the rule.`,
      operations: [],
    },
    ...['Active', 'Inactive', 'Provisioning', 'Deleting'].map((status) => ({
      name: `a rule of a type of tomorrow that is ${status}`,
      world: ofTomorrow((world) => world.set(RULE, path, status)),
      ...UNKNOWN_TYPE,
    })),
    {
      name: 'a rule of a type of tomorrow without a status',
      world: ofTomorrow((world) => world.unset(RULE, path)),
      ...UNKNOWN_TYPE,
    },
    {
      name: 'a rule without a type',
      world: withRule('FQDN', 'pypi.org', ({ world }) => world.unset(RULE, 'properties.type')),
      target: 'rule',
      message: 'rule: properties.type is absent.',
      operations: [OUTBOUND_RULES_READ],
    },
    {
      name: 'a state of tomorrow',
      world: inState('Draining'),
      target: 'rule',
      message: `rule: ${path} is Draining; isocheck knows Active or Inactive or Provisioning or Deleting or Failed.`,
      operations: [OUTBOUND_RULES_READ],
    },
  ],
  notApplicable: [
    {
      name: 'the managed network is not provisioned',
      world: managed(({ world, names }) => world.unset(names.workspace, 'properties.managedNetwork.status')),
      target: '__SYS_PE_registry',
      message: 'The managed network is Inactive: its rules act once it is provisioned.',
    },
    {
      name: 'a rule is left where there is no managed network any more',
      world: () => {
        const estate = soundPrivate();
        const { workspace } = estate.names;
        estate.world.add(
          'outboundRules',
          { id: `${workspace}/outboundRules/old`, properties: { type: 'FQDN', status: 'Failed' } },
          `${workspace}/outboundRules`,
        );
        return estate;
      },
      message: 'The workspace has no managed network.',
    },
  ],
});
