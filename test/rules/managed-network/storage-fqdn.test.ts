import rule from '../../../src/rules/managed-network/storage-fqdn.js';
import { soundManaged } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { IN_WORKSPACE, managed, OUTBOUND_RULES_READ, RULE, withRule } from './worlds.js';

const { workspace } = soundManaged().names;
const failed = (actual: string, what: string) => ({
  target: 'rule',
  message: `properties.destination is ${actual}, ${what}; an FQDN rule does not reach storage accounts, a private endpoint rule does.`,
  evidence: [
    {
      resourceId: RULE,
      path: 'properties.destination',
      actual,
      expected: 'no host of a storage account',
    },
  ],
  summary:
    'Add a private endpoint rule to the storage account for each service of it that is used (az ml workspace outbound-rule set takes the id of the account, which a host name does not tell, so do that by hand); then this deletes the rule.',
  commands: [`az ml workspace outbound-rule remove --rule rule ${IN_WORKSPACE}`],
});
const others = 'neither the workspace nor a datastore of it uses it';

testRule(rule, {
  fail: [
    {
      name: "the workspace's own account, in other letters",
      world: withRule('FQDN', 'STmanaged.blob.core.windows.net'),
      severity: 'error',
      ...failed('STmanaged.blob.core.windows.net', 'the storage account stmanaged (the workspace uses it)'),
    },
    {
      name: 'the account of a datastore',
      world: withRule('FQDN', 'stlake.dfs.core.windows.net', ({ world }) =>
        world.set(`${workspace}/datastores/workspacefilestore`, 'properties.accountName', 'stlake'),
      ),
      severity: 'error',
      ...failed('stlake.dfs.core.windows.net', 'the storage account stlake (the workspace uses it)'),
    },
    {
      name: 'a wildcard that covers it',
      world: withRule('FQDN', '*.blob.core.windows.net'),
      severity: 'error',
      ...failed('*.blob.core.windows.net', 'every storage account (the workspace uses it)'),
    },
    {
      name: 'its second region',
      world: withRule('FQDN', 'stmanaged-secondary.blob.core.windows.net'),
      severity: 'error',
      ...failed(
        'stmanaged-secondary.blob.core.windows.net',
        'the storage account stmanaged (the workspace uses it)',
      ),
    },
    {
      name: "somebody else's account, of the second kind of endpoint",
      world: withRule('FQDN', 'stdata.z01.blob.storage.azure.net'),
      severity: 'info',
      ...failed('stdata.z01.blob.storage.azure.net', `the storage account stdata (${others})`),
    },
    {
      name: "somebody else's account",
      world: withRule('FQDN', 'vscode.blob.core.windows.net'),
      severity: 'info',
      ...failed('vscode.blob.core.windows.net', `the storage account vscode (${others})`),
    },
    {
      name: 'datastores not read: it may be one of theirs',
      world: withRule('FQDN', 'stlake.z6.web.core.windows.net', ({ world }) =>
        world.gap('datastores', `${workspace}/datastores`),
      ),
      severity: 'error',
      ...failed(
        'stlake.z6.web.core.windows.net',
        'the storage account stlake (whether a datastore uses it was not read)',
      ),
    },
  ],
  pass: [
    {
      name: 'another host',
      world: withRule('FQDN', 'pypi.org'),
      target: 'rule',
      message: 'properties.destination is pypi.org, which is no storage account.',
    },
    {
      name: 'a host that only ends alike',
      world: withRule('FQDN', 'blob.core.windows.net.example'),
      target: 'rule',
      message: 'properties.destination is blob.core.windows.net.example, which is no storage account.',
    },
  ],
  unknown: [
    {
      name: 'a destination that is a number',
      world: withRule('FQDN', 7),
      target: 'rule',
      message: 'rule: properties.destination is 7; isocheck knows a string.',
      operations: [OUTBOUND_RULES_READ],
    },
    {
      name: 'a mode of tomorrow',
      world: withRule('FQDN', 'pypi.org', ({ world }) =>
        world.set(workspace, 'properties.managedNetwork.isolationMode', 'AllowNothing'),
      ),
      target: 'rule',
      message:
        'mlw-managed: properties.managedNetwork.isolationMode is AllowNothing; isocheck knows Disabled or AllowInternetOutbound or AllowOnlyApprovedOutbound.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    {
      name: 'a private endpoint rule',
      world: managed(),
      target: '__SYS_PE_storage_blob',
      message: 'The rule is of type PrivateEndpoint.',
    },
    {
      name: 'the internet is let out',
      world: withRule('FQDN', 'stmanaged.blob.core.windows.net', undefined, 'AllowInternetOutbound'),
      target: 'rule',
      message: 'FQDN rules act in AllowOnlyApprovedOutbound alone.',
    },
  ],
});
