import rule from '../../../src/rules/storage/trusted-access.js';
import { Estate } from '../../world/estate.js';
import { soundPrivate, soundPublic } from '../../world/sound.js';
import type { World } from '../../world/world.js';
import { worldOf } from '../changed-world.js';
import { testRule } from '../test-rule.js';

const { storage, workspace, subscription } = soundPrivate().names;
const path = 'properties.networkAcls.bypass';
const STORAGE = 'Microsoft.Storage/storageAccounts/read';
const CLOSED = 'properties.publicNetworkAccess is Disabled';
const LET_IN = `${path} or a resource instance rule lets in the workspaces that use the account.`;
const tenantId = '0b1c2d3e-4f50-4617-8a9b-c0d1e2f30415';

/** The firewall has this bypass and these resource instance rules. */
const withRules = (
  bypass: string,
  resourceIds: readonly string[],
  change: (world: World) => void = () => undefined,
) =>
  worldOf((world) => {
    world.set(storage, 'properties.networkAcls', {
      bypass,
      defaultAction: 'Deny',
      resourceAccessRules: resourceIds.map((resourceId) => ({ tenantId, resourceId })),
    });
    change(world);
  });

/** Another workspace that has the same storage account. */
const share = (world: World) => {
  const other = new Estate('other', {}, world).names.workspace;
  world.set(other, 'properties.storageAccount', storage.toLowerCase());
};

const failed = (
  bypass: string,
  kept: string = '',
  whom = 'workspace mlw-fraud',
  because: string = CLOSED,
) => ({
  severity: 'error' as const,
  message: `${path} is ${bypass} while ${because}, and no resource instance rule names ${whom}; the service cannot come to the account.`,
  evidence: [{ resourceId: storage, path, actual: bypass, expected: 'AzureServices' }],
  summary:
    "Let Azure's trusted services through the account's firewall, which opens it to them. Narrower: a resource instance rule for the workspace alone (az storage account network-rule add with its id and tenant).",
  commands: [
    `az storage account update --name stfraud --resource-group rg-fraud --subscription ${subscription} --bypass ${kept}AzureServices`,
  ],
});

testRule(rule, {
  fail: [
    { name: 'nobody is let in', world: withRules('None', []), ...failed('None') },
    {
      name: 'logs and metrics alone are let in',
      world: withRules('Logging, metrics', []),
      ...failed('Logging, metrics', 'Logging metrics '),
    },
    {
      name: 'the firewall denies, and its rules name others',
      world: withRules(
        'none',
        [
          `${workspace}-2`,
          workspace.replace(subscription, '7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c0d'),
          `/subscriptions/${subscription}/*`,
          '',
        ],
        (world) => world.set(storage, 'properties.publicNetworkAccess', 'enabled'),
      ),
      ...failed('none', '', 'workspace mlw-fraud', 'properties.networkAcls.defaultAction is Deny'),
    },
    {
      name: 'a rule names one of two workspaces that share the account',
      world: withRules('None', [workspace], share),
      target: 'stfraud',
      ...failed('None', '', 'workspace mlw-other'),
    },
    {
      name: 'it names neither',
      world: withRules('None', [], share),
      target: 'stfraud',
      ...failed('None', '', 'workspace mlw-fraud and 1 more'),
    },
  ],
  pass: [
    { name: 'trusted services come through', world: soundPrivate, message: LET_IN },
    {
      name: 'they come through with logs, in other letters',
      world: withRules('Logging,azureservices', []),
      message: LET_IN,
    },
    {
      name: 'ARM names no firewall, and then lets trusted services through',
      world: worldOf((world) => world.unset(storage, 'properties.networkAcls')),
      message: LET_IN,
    },
    {
      name: 'a rule names the workspace, in other letters',
      world: withRules('None', [workspace.toUpperCase()]),
      message: LET_IN,
    },
    {
      name: 'a rule names every workspace of the subscription',
      world: withRules('None', [
        `/subscriptions/${subscription}/resourcegroups/*/providers/Microsoft.MachineLearningServices/workspaces/*`,
      ]),
      message: LET_IN,
    },
    {
      name: 'trusted services come through, and another workspace may use the account',
      world: withRules('AzureServices', [], (world) => {
        share(world);
        world.gap('workspace', workspace.replaceAll('fraud', 'other'));
      }),
      target: 'stfraud',
      message: LET_IN,
    },
  ],
  unknown: [
    {
      name: 'the account was refused',
      world: worldOf((world) => world.gap('storageAccount', storage)),
      message: `stfraud was not read (forbidden, ${STORAGE}): 403 AuthorizationFailed.`,
      operations: [STORAGE],
    },
    {
      name: 'the bypass holds a word of tomorrow',
      world: withRules('Logging, Fabric', []),
      message: `stfraud: ${path} is Logging, Fabric; isocheck knows AzureServices, Logging, Metrics or None.`,
      operations: [STORAGE],
    },
    {
      name: 'a rule names no text',
      world: worldOf((world) =>
        world.set(storage, 'properties.networkAcls', {
          bypass: 'None',
          defaultAction: 'Deny',
          resourceAccessRules: [{ tenantId, resourceId: 7 }],
        }),
      ),
      message: 'stfraud: resourceId is 7; isocheck knows a string.',
      operations: [STORAGE],
    },
    {
      name: 'another workspace was refused, which may use the account',
      world: withRules('None', [workspace], (world) => {
        share(world);
        world.gap('workspace', workspace.replaceAll('fraud', 'other'));
      }),
      target: 'stfraud',
      message:
        'mlw-other was not read (forbidden, Microsoft.MachineLearningServices/workspaces/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    {
      name: 'the account is open',
      world: soundPublic,
      message: 'The storage account is open to all networks: nobody needs a bypass.',
    },
  ],
});
