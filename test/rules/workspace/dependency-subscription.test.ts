import rule from '../../../src/rules/workspace/dependency-subscription.js';
import type { Estate } from '../../world/estate.js';
import { HUB_SUBSCRIPTION, SUBSCRIPTION } from '../../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, registry, storage, keyVault } = soundPrivate().names;
const elsewhere = (id: string) => id.replace(SUBSCRIPTION, HUB_SUBSCRIPTION);

const summary =
  'No command moves it: a workspace keeps the storage account and the key vault that it was created with. Create a workspace whose dependencies are in its subscription, or use a managed network.';

function changed(change: (estate: Estate) => void): () => Estate {
  return () => {
    const estate = soundPrivate();
    change(estate);
    return estate;
  };
}

const evidence = (resourceId: string, path: string, actual: string) => ({
  resourceId,
  path,
  actual,
  expected: `in subscription ${SUBSCRIPTION}`,
});

const passes = `Storage account, key vault and registry are in subscription ${SUBSCRIPTION}.`;

testRule(rule, {
  fail: [
    {
      name: 'the key vault of a legacy-isolated workspace is elsewhere',
      world: changed(({ world }) => world.set(workspace, 'properties.keyVault', elsewhere(keyVault))),
      severity: 'error',
      message: 'In another subscription than the workspace: key vault kv-fraud.',
      evidence: [evidence(workspace, 'properties.keyVault', elsewhere(keyVault))],
      summary,
      commands: [],
    },
    {
      name: 'all three are elsewhere',
      world: changed(({ world }) =>
        world
          .set(workspace, 'properties.keyVault', elsewhere(keyVault))
          .set(workspace, 'properties.storageAccount', elsewhere(storage))
          .set(workspace, 'properties.containerRegistry', elsewhere(registry)),
      ),
      severity: 'error',
      message:
        'In another subscription than the workspace: storage account stfraud, key vault kv-fraud, container registry crfraud.',
      evidence: [
        evidence(workspace, 'properties.storageAccount', elsewhere(storage)),
        evidence(workspace, 'properties.keyVault', elsewhere(keyVault)),
        evidence(workspace, 'properties.containerRegistry', elsewhere(registry)),
      ],
      summary,
      commands: [],
    },
    {
      name: 'one is elsewhere, and where another one is cannot be told',
      world: changed(({ world }) =>
        world
          .set(workspace, 'properties.keyVault', 17)
          .set(workspace, 'properties.storageAccount', elsewhere(storage)),
      ),
      severity: 'error',
      message: 'In another subscription than the workspace: storage account stfraud.',
      evidence: [evidence(workspace, 'properties.storageAccount', elsewhere(storage))],
      summary,
      commands: [],
    },
    {
      name: 'a managed network reaches other subscriptions: info',
      world: () => {
        const estate = soundManaged();
        const { world, names } = estate;
        world.set(names.workspace, 'properties.containerRegistry', elsewhere(names.registry));
        return estate;
      },
      severity: 'info',
      message: 'In another subscription than the workspace: container registry crmanaged.',
      evidence: [
        evidence(
          soundManaged().names.workspace,
          'properties.containerRegistry',
          elsewhere(soundManaged().names.registry),
        ),
      ],
      summary,
      commands: [],
    },
    {
      name: 'whether there is a managed network is not known: the higher severity',
      world: () => {
        const estate = soundPrivate();
        const { world } = estate;
        world
          .set(workspace, 'properties.managedNetwork.isolationMode', 'AllowSome')
          .set(workspace, 'properties.keyVault', elsewhere(keyVault));
        return estate;
      },
      severity: 'error',
      message: 'In another subscription than the workspace: key vault kv-fraud.',
      evidence: [evidence(workspace, 'properties.keyVault', elsewhere(keyVault))],
      summary,
      commands: [],
    },
  ],
  pass: [
    { name: 'all are at home', world: soundPrivate, message: passes },
    {
      name: 'no registry yet',
      world: changed(({ world }) => world.set(workspace, 'properties.containerRegistry', null)),
      message: passes,
    },
    {
      name: 'an empty registry id means none',
      world: changed(({ world }) => world.set(workspace, 'properties.containerRegistry', '')),
      message: passes,
    },
    {
      name: 'ids in another letter case',
      world: changed(({ world }) => world.set(workspace, 'properties.keyVault', keyVault.toUpperCase())),
      message: passes,
    },
  ],
  unknown: [
    {
      name: 'an id that is none',
      world: changed(({ world }) => world.set(workspace, 'properties.keyVault', 'kv-fraud')),
      message: 'mlw-fraud: properties.keyVault is kv-fraud; isocheck knows ids of resources in a group.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'whether an endpoint is closed was not read',
      world: changed(({ world }) => world.gap('endpoints', `${workspace}/onlineEndpoints`)),
      message:
        'onlineendpoints was not read (forbidden, Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
  ],
  notApplicable: [
    {
      name: 'all is public',
      world: soundPublic,
      message: 'No endpoint is closed to public networks, and no deployment is sent out privately.',
    },
  ],
});
