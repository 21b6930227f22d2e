import rule from '../../../src/rules/managed-network/batch-storage.js';
import type { Estate } from '../../world/estate.js';
import { addOutboundRule } from '../../world/managed-network.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { IN_WORKSPACE, managed, OUTBOUND_RULES_READ } from './worlds.js';

const { workspace, storage } = soundManaged().names;
const withBatch = (estate: Estate) =>
  estate.world.add(
    'batchEndpoints',
    { id: `${workspace}/batchEndpoints/nightly`, name: 'nightly', properties: {} },
    `${workspace}/batchEndpoints`,
  );
const ruleTo = (estate: Estate, part: string, account = storage) =>
  addOutboundRule(estate, `to-${part.toLowerCase()}`, {
    type: 'PrivateEndpoint',
    category: 'UserDefined',
    status: 'Active',
    destination: { serviceResourceId: account, subresourceTarget: part },
  });
const failed = (...missing: readonly string[]) => ({
  severity: 'info' as const,
  message: `There are batch endpoints, and no private endpoint rule leads to ${missing.join(' or ')} of the storage account.`,
  evidence: missing.map((part) => ({
    resourceId: workspace,
    path: 'properties.managedNetwork.outboundRules',
    actual: `no rule to ${part}`,
    expected: `a private endpoint rule to ${part} of the storage account`,
  })),
  summary: 'Add the private endpoint rules, which cost what a private endpoint costs.',
  commands: missing.map(
    (part) =>
      `az ml workspace outbound-rule set --rule stmanaged-${part} --type private_endpoint --service-resource-id ${storage} --subresource-target ${part} ${IN_WORKSPACE}`,
  ),
});

testRule(rule, {
  fail: [
    { name: 'neither rule', world: managed(withBatch), ...failed('queue', 'table') },
    {
      name: 'one of them, and one to the table of another account; the internet is let out',
      world: managed((estate) => {
        withBatch(estate);
        ruleTo(estate, 'Queue');
        ruleTo(estate, 'table', storage.replace('stmanaged', 'stother'));
      }, 'AllowInternetOutbound'),
      ...failed('table'),
    },
    {
      name: 'none to queue, and one of a type of tomorrow to table: one that is missing is enough',
      world: managed((estate) => {
        withBatch(estate);
        ruleTo(estate, 'table');
        estate.world.set(`${workspace}/outboundRules/to-table`, 'properties.type', 'Wormhole');
      }),
      ...failed('queue'),
    },
  ],
  pass: [
    {
      name: 'both rules',
      world: managed((estate) => {
        withBatch(estate);
        ruleTo(estate, 'queue');
        ruleTo(estate, 'table');
      }),
      message: 'Private endpoint rules lead to queue and table of the storage account.',
    },
    {
      name: 'the internet is let out, and the account is open',
      world: managed((estate) => {
        withBatch(estate)
          .set(storage, 'properties.publicNetworkAccess', 'Enabled')
          .set(storage, 'properties.networkAcls', { defaultAction: 'Allow' });
      }, 'AllowInternetOutbound'),
      message: 'Queue and table of the storage account are reached over the internet, which is let out.',
    },
  ],
  unknown: [
    {
      name: 'the batch endpoints were refused',
      world: managed(({ world }) => world.gap('batchEndpoints', `${workspace}/batchEndpoints`)),
      message:
        'batchendpoints was not read (forbidden, Microsoft.MachineLearningServices/workspaces/batchEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/batchEndpoints/read'],
    },
    {
      name: 'one to queue, and one of a type of tomorrow to table',
      world: managed((estate) => {
        withBatch(estate);
        ruleTo(estate, 'queue');
        ruleTo(estate, 'table');
        estate.world.set(`${workspace}/outboundRules/to-table`, 'properties.type', 'Wormhole');
      }),
      message: 'to-table: properties.type is Wormhole; isocheck knows PrivateEndpoint or FQDN or ServiceTag.',
      operations: [OUTBOUND_RULES_READ],
    },
    {
      name: 'the rules were cut off',
      world: managed((estate) => withBatch(estate).incomplete('outboundRules', `${workspace}/outboundRules`)),
      message: `outboundrules was not read (throttled, ${OUTBOUND_RULES_READ}): 429 TooManyRequests.`,
      operations: [OUTBOUND_RULES_READ],
    },
    {
      name: 'the internet is let out, and the account was refused',
      world: managed((estate) => withBatch(estate).gap('storageAccount', storage), 'AllowInternetOutbound'),
      message:
        'stmanaged was not read (forbidden, Microsoft.Storage/storageAccounts/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Storage/storageAccounts/read'],
    },
  ],
  notApplicable: [
    { name: 'no managed network', world: soundPrivate, message: 'The workspace has no managed network.' },
    { name: 'no batch endpoint', world: managed(), message: 'There is no batch endpoint.' },
  ],
});
