import { describe, expect, it } from 'vitest';
import { builderSettings, builderSize } from '../../../src/model/assets/image-builder.js';
import { Model } from '../../../src/model/bodies/model.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import { soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';

const { workspace } = soundPrivate().names;
const BUILDER = `${workspace}/computes/cpu-build`;
const FORBIDDEN = '403 AuthorizationFailed';

/** The compute that builds images, and its size; null for none, or what the gaps say. */
function builderIn(
  change: (world: World) => unknown,
): readonly [settings: string | null, size: string | null] {
  const { world } = soundPrivate();
  change(world);
  const target = workspaceAt(new Model(world.snapshot()), workspace);
  const settings = builderSettings(target);
  const size = builderSize(target);
  return [
    settings.known
      ? settings.value &&
        `${settings.value.compute.name} ${settings.value.computeType} ${settings.value.provisioningState}`
      : settings.gaps.map(({ detail }) => detail).join('; '),
    size.known ? size.value : size.gaps.map(({ detail }) => detail).join('; '),
  ];
}

describe('the compute that builds images', () => {
  const SIZE = 'STANDARD_DS3_V2';
  const named = (value: string | null) => (world: World) =>
    world.set(workspace, 'properties.imageBuildCompute', value);
  const table: readonly [
    what: string,
    change: (world: World) => unknown,
    expected: ReturnType<typeof builderIn>,
  ][] = [
    ['is a cluster', () => undefined, ['cpu-build AmlCompute Succeeded', SIZE]],
    ['is named in another case', named('CPU-Build'), ['cpu-build AmlCompute Succeeded', SIZE]],
    ['is not named', named(null), [null, null]],
    ['does not exist', named('gone'), [null, null]],
    [
      'is another kind that failed',
      (world) =>
        world
          .set(BUILDER, 'properties.computeType', 'ComputeInstance')
          .set(BUILDER, 'properties.provisioningState', 'failed'),
      ['cpu-build ComputeInstance Failed', SIZE],
    ],
    [
      'tells no type',
      (world) => world.unset(BUILDER, 'properties.computeType'),
      ['properties.computeType is absent', SIZE],
    ],
    [
      'tells no state',
      (world) => world.unset(BUILDER, 'properties.provisioningState'),
      ['properties.provisioningState is absent', SIZE],
    ],
    [
      'tells no size',
      (world) => world.unset(BUILDER, 'properties.properties.vmSize'),
      ['cpu-build AmlCompute Succeeded', 'properties.properties.vmSize is absent'],
    ],
    ['was not read', (world) => world.gap('computes', BUILDER), [FORBIDDEN, FORBIDDEN]],
    [
      'is named by a workspace that was not read',
      (world) => world.gap('workspace', workspace),
      [FORBIDDEN, FORBIDDEN],
    ],
    [
      'may not have been listed',
      (world) => {
        named('gone')(world);
        world.incomplete('computes', `${workspace}/computes`);
      },
      ['429 TooManyRequests', '429 TooManyRequests'],
    ],
    [
      'was listed, though others were not',
      (world) => world.incomplete('computes', `${workspace}/computes`),
      ['cpu-build AmlCompute Succeeded', SIZE],
    ],
  ];
  it.each(table)('%s', (_, change, expected) => expect(builderIn(change)).toEqual(expected));
});
