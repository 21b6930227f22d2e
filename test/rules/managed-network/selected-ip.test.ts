import rule from '../../../src/rules/managed-network/selected-ip.js';
import type { Estate } from '../../world/estate.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { IN_WORKSPACE, managed, OUTBOUND_RULES_READ, PROVISION } from './worlds.js';

const { workspace } = soundManaged().names;
const own = `${workspace}/outboundRules/__SYS_PE_workspace`;
const office = (estate: Estate, addresses: readonly string[] = ['198.51.100.0/24']) =>
  estate.world
    .set(workspace, 'properties.publicNetworkAccess', 'Enabled')
    .set(workspace, 'properties.ipAllowlist', [...addresses]);
const inState = (status: string) =>
  managed((estate) => office(estate).set(own, 'properties.status', status), 'AllowInternetOutbound');
const summary = 'Add a private endpoint rule to the workspace itself, and have it made.';

/** What is told where no rule leads to the workspace at all. */
const noRule = {
  evidence: [
    {
      resourceId: workspace,
      path: 'properties.managedNetwork.outboundRules',
      actual: 'no private endpoint rule to mlw-managed',
      expected: 'an Active rule to amlworkspace of mlw-managed',
    },
  ],
  summary,
  commands: [
    `az ml workspace outbound-rule set --rule mlw-managed-self --type private_endpoint --service-resource-id ${workspace} --subresource-target amlworkspace ${IN_WORKSPACE}`,
    PROVISION,
  ],
};

testRule(rule, {
  fail: [
    {
      name: 'no rule leads to the workspace',
      world: managed((estate) => office(estate).remove(own), 'AllowInternetOutbound'),
      severity: 'error',
      message:
        'The workspace is open to 1 address or range alone, and no private endpoint rule of its managed network leads to it.',
      ...noRule,
    },
    {
      name: 'the rule failed, and the list holds two',
      world: managed((estate) =>
        office(estate, ['198.51.100.7', '2001:db8::/32']).set(own, 'properties.status', 'Failed'),
      ),
      severity: 'error',
      message:
        'The workspace is open to 2 addresses and ranges alone, and the rule __SYS_PE_workspace to it is Failed.',
      evidence: [{ resourceId: own, path: 'properties.status', actual: 'Failed', expected: 'Active' }],
      summary,
      commands: [PROVISION],
    },
    {
      name: 'no rule leads to the workspace, and the state of one to the vault is one of tomorrow',
      world: managed((estate) =>
        office(estate)
          .remove(own)
          .set(`${workspace}/outboundRules/__SYS_PE_keyvault`, 'properties.status', 'Draining'),
      ),
      severity: 'error',
      message:
        'The workspace is open to 1 address or range alone, and no private endpoint rule of its managed network leads to it.',
      ...noRule,
    },
    {
      name: 'the firewall denies, and lists nobody',
      world: managed((estate) =>
        office(estate, []).set(workspace, 'properties.networkAcls', { defaultAction: 'Deny' }).remove(own),
      ),
      severity: 'error',
      message:
        'The workspace is open to no address alone, and no private endpoint rule of its managed network leads to it.',
      ...noRule,
    },
  ],
  pass: [
    {
      name: 'the rule is Active',
      world: inState('Active'),
      message: 'The rule __SYS_PE_workspace leads to the workspace.',
    },
    {
      name: 'the rule waits for the managed network',
      world: managed((estate) =>
        office(estate)
          .set(own, 'properties.status', 'Inactive')
          .unset(workspace, 'properties.managedNetwork.status'),
      ),
      message: 'The rule __SYS_PE_workspace leads to the workspace, once the managed network is provisioned.',
    },
  ],
  unknown: [
    {
      name: 'no other rule leads there than one of a type of tomorrow',
      world: managed((estate) => office(estate).set(own, 'properties.type', 'Wormhole')),
      message:
        '__sys_pe_workspace: properties.type is Wormhole; isocheck knows PrivateEndpoint or FQDN or ServiceTag.',
      operations: [OUTBOUND_RULES_READ],
    },
    {
      name: 'the service makes the rule',
      world: inState('Provisioning'),
      message: 'The rule __SYS_PE_workspace to the workspace is Provisioning: the service is at work on it.',
      operations: [],
    },
    {
      name: 'the rules were refused',
      world: managed((estate) => office(estate).gap('outboundRules', `${workspace}/outboundRules`)),
      message: `outboundrules was not read (forbidden, ${OUTBOUND_RULES_READ}): 403 AuthorizationFailed.`,
      operations: [OUTBOUND_RULES_READ],
    },
    {
      name: 'the list of addresses is rubbish',
      world: managed((estate) => office(estate).set(workspace, 'properties.ipAllowlist', 'everybody')),
      message: 'mlw-managed: properties.ipAllowlist is everybody; isocheck knows an array.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    { name: 'no managed network', world: soundPrivate, message: 'The workspace has no managed network.' },
    {
      name: 'the workspace is closed',
      world: managed(({ world }) => world.set(workspace, 'properties.ipAllowlist', ['198.51.100.7'])),
      message: 'The workspace is closed to public networks, the list included.',
    },
    {
      name: 'the workspace is open to everybody',
      world: managed((estate) => office(estate, [])),
      message: 'The workspace is open to every address.',
    },
  ],
});
