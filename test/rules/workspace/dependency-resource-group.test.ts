import rule from '../../../src/rules/workspace/dependency-resource-group.js';
import type { Estate } from '../../world/estate.js';
import { HUB_SUBSCRIPTION, SUBSCRIPTION } from '../../world/names.js';
import { soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, registry, storage, keyVault } = soundPrivate().names;
const inPlatform = (id: string) => id.replace('rg-fraud', 'rg-platform');
const inHub = (id: string) => id.replace(SUBSCRIPTION, HUB_SUBSCRIPTION);

function changed(change: (estate: Estate) => void): () => Estate {
  return () => {
    const estate = soundPrivate();
    change(estate);
    return estate;
  };
}

const evidence = (path: string, actual: string) => ({
  resourceId: workspace,
  path,
  actual,
  expected: 'in resource group rg-fraud',
});

const summary = 'Nothing has to be done, and no command is needed: the same subscription is enough.';

testRule(rule, {
  fail: [
    {
      name: 'the registry is shared by a platform group',
      world: changed(({ world }) =>
        world.set(workspace, 'properties.containerRegistry', inPlatform(registry)),
      ),
      severity: 'info',
      message:
        "In another resource group than the workspace: container registry crfraud in rg-platform. An earlier edition of the page asked for the same group; today's does not.",
      evidence: [evidence('properties.containerRegistry', inPlatform(registry))],
      summary,
      commands: [],
    },
    {
      name: 'both are elsewhere, one in a group of the same name in another subscription',
      world: changed(({ world }) =>
        world
          .set(workspace, 'properties.containerRegistry', inHub(registry))
          .set(workspace, 'properties.storageAccount', inPlatform(storage)),
      ),
      severity: 'info',
      message:
        "In another resource group than the workspace: storage account stfraud in rg-platform, container registry crfraud in rg-fraud. An earlier edition of the page asked for the same group; today's does not.",
      evidence: [
        evidence('properties.storageAccount', inPlatform(storage)),
        evidence('properties.containerRegistry', inHub(registry)),
      ],
      summary,
      commands: [],
    },
  ],
  pass: [
    {
      name: 'both are at home',
      world: soundPrivate,
      message: 'Registry and storage account are in resource group rg-fraud.',
    },
    {
      name: 'the same in a public workspace',
      world: soundPublic,
      message: 'Registry and storage account are in resource group rg-open.',
    },
    {
      name: 'no registry yet, group names in another letter case, and the key vault anywhere',
      world: changed(({ world }) =>
        world
          .set(workspace, 'properties.containerRegistry', null)
          .set(workspace, 'properties.storageAccount', storage.replace('rg-fraud', 'RG-Fraud'))
          .set(workspace, 'properties.keyVault', inPlatform(keyVault)),
      ),
      message: 'Registry and storage account are in resource group rg-fraud.',
    },
  ],
  unknown: [
    {
      name: 'an id that is none',
      world: changed(({ world }) => world.set(workspace, 'properties.storageAccount', '/subscriptions/1')),
      message:
        'mlw-fraud: properties.storageAccount is /subscriptions/1; isocheck knows ids of resources in a group.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'the workspace was not read',
      world: changed(({ world }) => world.gap('workspace', workspace)),
      message:
        'mlw-fraud was not read (forbidden, Microsoft.MachineLearningServices/workspaces/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: 'every workspace has a registry or a storage account, or may get one',
});
