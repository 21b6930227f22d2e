import rule from '../../../src/rules/workspace/image-build-compute.js';
import type { Estate } from '../../world/estate.js';
import { documentedExample, soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, registry, storage, subscription } = soundPrivate().names;
const environment = `${workspace}/environments/fraud-env/versions/1`;
const COMPUTE = 'properties.imageBuildCompute';

function changed(change: (estate: Estate) => void, sound = soundPrivate): () => Estate {
  return () => {
    const estate = sound();
    change(estate);
    return estate;
  };
}

const none = (id: string) => ({
  resourceId: id,
  path: COMPUTE,
  actual: 'none',
  expected: 'the name of a CPU compute cluster',
});
const closed = (id: string, path = 'properties.publicNetworkAccess', actual = 'Disabled') => ({
  resourceId: id,
  path,
  actual,
  expected: 'no restriction, or a compute for image builds',
});
const mend = {
  summary: 'Name a CPU compute cluster of the workspace that reaches the registry; put its name in.',
  commands: [
    `az ml workspace update --name mlw-fraud --resource-group rg-fraud --subscription ${subscription} --image-build-compute '<compute cluster>'`,
  ],
};
const both = `${COMPUTE} names no compute, and the public network is closed to container registry crfraud and storage account stfraud: images cannot be built.`;

testRule(rule, {
  fail: [
    {
      name: 'no compute, all closed, and an environment that is built',
      world: changed(({ world }) =>
        world
          .unset(workspace, COMPUTE)
          .set(environment, 'properties.condaFile', 'channels: [conda-forge]\ndependencies: [python=3.10]'),
      ),
      severity: 'warning',
      message: both,
      evidence: [none(workspace), closed(registry), closed(storage)],
      ...mend,
    },
    {
      name: 'ready images alone: info',
      world: changed(({ world }) => world.unset(workspace, COMPUTE)),
      severity: 'info',
      message: both,
      evidence: [none(workspace), closed(registry), closed(storage)],
      ...mend,
    },
    {
      name: 'an empty name is none',
      world: changed(({ world }) => world.set(workspace, COMPUTE, '')),
      severity: 'info',
      message: both,
      evidence: [none(workspace), closed(registry), closed(storage)],
      ...mend,
    },
    {
      name: 'an environment was not read: the higher severity',
      world: changed(({ world }) => world.unset(workspace, COMPUTE).gap('environment', environment)),
      severity: 'warning',
      message: both,
      evidence: [none(workspace), closed(registry), closed(storage)],
      ...mend,
    },
    {
      name: 'the firewall of the storage account is enough, and the registry was not read',
      world: changed(({ world }) =>
        world
          .unset(workspace, COMPUTE)
          .gap('registry', registry)
          .set(storage, 'properties.publicNetworkAccess', 'Enabled')
          .set(environment, 'properties.build', { contextUri: 'https://example.com/context' }),
      ),
      severity: 'warning',
      message: `${COMPUTE} names no compute, and the public network is closed to storage account stfraud: images cannot be built.`,
      evidence: [none(workspace), closed(storage, 'properties.networkAcls.defaultAction', 'Deny')],
      ...mend,
    },
    {
      name: 'the documented example: info',
      world: documentedExample,
      severity: 'info',
      message: `${COMPUTE} names no compute, and the public network is closed to container registry crexample and storage account stexample: images cannot be built.`,
      evidence: [
        none(documentedExample().names.workspace),
        closed(documentedExample().names.registry),
        closed(documentedExample().names.storage),
      ],
      summary: mend.summary,
      commands: [
        `az ml workspace update --name mlw-example --resource-group rg-example --subscription ${subscription} --image-build-compute '<compute cluster>'`,
      ],
    },
  ],
  pass: [
    {
      name: 'a compute is named',
      world: soundPrivate,
      message: 'Images are built on compute cpu-build.',
    },
    {
      name: 'a compute is named, and the rest was not read',
      world: changed(({ world }) => world.gap('registry', registry).gap('storageAccount', storage)),
      message: 'Images are built on compute cpu-build.',
    },
    {
      name: 'all is open: no compute is needed',
      world: changed(({ world, names }) => world.unset(names.workspace, COMPUTE), soundPublic),
      message: 'Registry and storage account take public requests: images are built without a compute.',
    },
    {
      name: 'no registry yet, and an open storage account',
      world: changed(
        ({ world, names }) =>
          world.unset(names.workspace, COMPUTE).set(names.workspace, 'properties.containerRegistry', null),
        soundPublic,
      ),
      message: 'Registry and storage account take public requests: images are built without a compute.',
    },
  ],
  unknown: [
    {
      name: 'no compute, an open storage account, and the registry was not read',
      world: changed(
        ({ world, names }) => world.unset(names.workspace, COMPUTE).gap('registry', names.registry),
        soundPublic,
      ),
      message:
        'cropen was not read (forbidden, Microsoft.ContainerRegistry/registries/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.ContainerRegistry/registries/read'],
    },
    {
      name: 'the name is no string',
      world: changed(({ world }) => world.set(workspace, COMPUTE, ['cpu-build'])),
      message: 'mlw-fraud: properties.imageBuildCompute is ["cpu-build"]; isocheck knows a string.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: 'every workspace may come to build an image',
});
