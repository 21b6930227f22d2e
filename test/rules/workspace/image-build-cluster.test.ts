import type { Json } from '../../../src/json.js';
import rule from '../../../src/rules/workspace/image-build-cluster.js';
import type { Estate } from '../../world/estate.js';
import { documentedExample, soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, subscription } = soundPrivate().names;
const compute = `${workspace}/computes/cpu-build`;
const NAME = 'properties.imageBuildCompute';
const TYPE = 'properties.computeType';
const STATE = 'properties.provisioningState';
const SIZE = 'properties.properties.vmSize';
const OPERATION = 'Microsoft.MachineLearningServices/workspaces/computes/read';

function changed(change: (estate: Estate) => void): () => Estate {
  return () => {
    const estate = soundPrivate();
    change(estate);
    return estate;
  };
}

/** The sound workspace, its compute with these properties. */
const withCompute = (properties: Record<string, Json>) =>
  changed(({ world }) => {
    for (const [path, value] of Object.entries(properties)) world.set(compute, path, value);
  });

const place = `--resource-group rg-fraud --subscription ${subscription}`;
const mend = {
  summary:
    'Look for a CPU compute cluster of the workspace that reaches registry and storage account, or make one, and put its name in.',
  commands: [
    `az ml compute list --workspace-name mlw-fraud ${place}`,
    `az ml workspace update --name mlw-fraud ${place} --image-build-compute '<compute cluster>'`,
  ],
};
const evidence = (path: string, actual: string, expected: string) => [
  { resourceId: workspace, path: NAME, actual: 'cpu-build', expected: 'a CPU compute cluster that works' },
  { resourceId: compute, path, actual, expected },
];
const PASS = 'Images are built on cpu-build, of type AmlCompute and size STANDARD_DS3_V2.';

testRule(rule, {
  fail: [
    {
      name: 'no compute of the name',
      world: changed(({ world }) => world.set(workspace, NAME, 'gone')),
      severity: 'error',
      message: `${NAME} is gone, and the workspace has no compute of that name: images cannot be built.`,
      evidence: [
        { resourceId: workspace, path: NAME, actual: 'gone', expected: 'the name of a compute that exists' },
      ],
      ...mend,
    },
    {
      name: 'of another type',
      world: withCompute({ [TYPE]: 'Kubernetes' }),
      severity: 'error',
      message: `${NAME} is cpu-build, which is of type Kubernetes: images are built on a compute cluster or a compute instance.`,
      evidence: evidence(TYPE, 'Kubernetes', 'AmlCompute or ComputeInstance'),
      ...mend,
    },
    ...['Failed', 'Canceled'].map((state) => ({
      name: state,
      world: withCompute({ [STATE]: state.toLowerCase(), [SIZE]: 'Standard_NC6s_v3' }),
      severity: 'error' as const,
      message: `${NAME} is cpu-build, whose ${STATE} is ${state}: images cannot be built.`,
      evidence: evidence(STATE, state, 'Succeeded'),
      ...mend,
    })),
    {
      name: 'graphics processors: warning, also while the service is at work on it',
      world: withCompute({ [SIZE]: 'standard_nc24ads_a100_v4', [STATE]: 'Updating' }),
      severity: 'warning',
      message: `${NAME} is cpu-build, whose machines are of size standard_nc24ads_a100_v4, of the N series with graphics processors: image builds are meant for CPU machines.`,
      evidence: evidence(SIZE, 'standard_nc24ads_a100_v4', 'the size of a CPU machine'),
      ...mend,
    },
  ],
  pass: [
    { name: 'a CPU cluster', world: soundPrivate, message: PASS },
    {
      name: 'its name in another letter case',
      world: changed(({ world }) => world.set(workspace, NAME, 'CPU-Build')),
      message: PASS.replace('cpu-build', 'CPU-Build'),
    },
    {
      name: 'a compute instance, in another letter case',
      world: withCompute({ [TYPE]: 'computeInstance', [SIZE]: 'Standard_E4ds_v4' }),
      message: 'Images are built on cpu-build, of type computeInstance and size Standard_E4ds_v4.',
    },
  ],
  unknown: [
    {
      name: 'the computes were not read',
      world: changed(({ world }) =>
        world.gap('computes', `${workspace}/computes`).set(workspace, NAME, 'gone'),
      ),
      message: `computes was not read (forbidden, ${OPERATION}): 403 AuthorizationFailed.`,
      operations: [OPERATION],
    },
    {
      name: 'the compute was listed and not read',
      world: changed(({ world }) => world.gap('computes', compute)),
      message: `cpu-build was not read (forbidden, ${OPERATION}): 403 AuthorizationFailed.`,
      operations: [OPERATION],
    },
    {
      name: 'the service is at work on it',
      world: withCompute({ [STATE]: 'Creating' }),
      message: `${STATE} of cpu-build is Creating: the service is still at work on it.`,
      operations: [],
    },
    {
      name: 'no type is told',
      world: withCompute({ [TYPE]: '' }),
      message: `cpu-build: ${TYPE} is absent.`,
      operations: [OPERATION],
    },
    {
      name: 'no size is told',
      world: withCompute({ 'properties.properties': null }),
      message: `cpu-build: ${SIZE} is absent.`,
      operations: [OPERATION],
    },
    {
      name: 'a state that nobody knows',
      world: withCompute({ [STATE]: 'Perhaps' }),
      message: `cpu-build: ${STATE} is Perhaps; isocheck knows Succeeded or Failed or Canceled or Creating or Updating or Deleting or Scaling.`,
      operations: [OPERATION],
    },
  ],
  notApplicable: [
    {
      name: 'no compute is named',
      world: documentedExample,
      message: `${NAME} names no compute.`,
    },
    {
      name: 'an empty name',
      world: changed(({ world }) => world.set(workspace, NAME, '')),
      message: `${NAME} names no compute.`,
    },
  ],
});
