import { describe, expect, it } from 'vitest';
import { Model } from '../../../src/model/bodies/model.js';
import { SubnetUses } from '../../../src/model/network/subnet-uses.js';
import { subnetAt } from '../../../src/model/resources/subnet.js';
import { Estate } from '../../world/estate.js';
import { hubAndProjects } from '../../world/hub-and-projects.js';
import { namesOf } from '../../world/names.js';
import type { World } from '../../world/world.js';

const { privateEndpoint, virtualNetwork, workspace } = namesOf('fraud');
const ENDPOINTS = `${virtualNetwork}/subnets/snet-endpoints`;
const TRAINING = `${virtualNetwork}/subnets/snet-training`;
const BUILDER = `${workspace}/computes/cpu-build`;
const FORBIDDEN = '403 AuthorizationFailed';

/** The private endpoints, and the builders with their workspaces, each with the details of its gaps. */
function usesOf(subnet: string, world: World) {
  const model = new Model(world.snapshot());
  const uses = new SubnetUses(model);
  const endpoints = uses.endpointsIn(subnetAt(model, subnet));
  const builders = uses.buildersIn(subnetAt(model, subnet));
  return {
    endpoints: [
      ...endpoints.items.map(({ name }) => name),
      ...new Set(endpoints.gaps.map(({ detail }) => detail)),
    ],
    builders: [
      ...builders.items.map((each) => `${each.compute.name} of ${each.workspace.name}`),
      ...builders.gaps.map(({ detail }) => detail),
    ],
  };
}

const fraud = (change: (world: World) => unknown = () => undefined) => {
  const { world } = new Estate('fraud');
  change(world);
  return world;
};

describe('what subnets are used for', () => {
  const PE = ['pe-mlw-fraud'];
  const CPU = ['cpu-build of mlw-fraud'];
  const table: readonly [
    what: string,
    subnet: string,
    world: World,
    endpoints: readonly string[],
    builders: readonly string[],
  ][] = [
    ['private endpoints', ENDPOINTS, fraud(), PE, []],
    ['the builder of images', TRAINING, fraud(), [], CPU],
    ['in another case', ENDPOINTS.toUpperCase(), fraud(), PE, []],
    ['nothing', `${virtualNetwork}/subnets/snet-other`, fraud(), [], []],
    [
      'both',
      TRAINING,
      fraud((world) => world.set(privateEndpoint, 'properties.subnet.id', TRAINING)),
      PE,
      CPU,
    ],
    [
      'no builder outside of networks',
      TRAINING,
      fraud((world) => world.set(BUILDER, 'properties.properties.subnet', null)),
      [],
      [],
    ],
    [
      'no compute that builds nothing',
      TRAINING,
      fraud((world) => world.set(workspace, 'properties.imageBuildCompute', 'gone')),
      [],
      [],
    ],
    [
      'no builder where none is named',
      TRAINING,
      fraud((world) => world.unset(workspace, 'properties.imageBuildCompute')),
      [],
      [],
    ],
    [
      'open where the builder was not read',
      TRAINING,
      fraud((world) => world.gap('computes', BUILDER)),
      [],
      [FORBIDDEN],
    ],
    [
      'open where the private endpoint was not read',
      ENDPOINTS,
      fraud((world) => world.gap('privateEndpoint', privateEndpoint)),
      [FORBIDDEN],
      [],
    ],
    [
      'open where the private endpoint tells no subnet',
      ENDPOINTS,
      fraud((world) => world.unset(privateEndpoint, 'properties.subnet')),
      ['properties.subnet.id is absent'],
      [],
    ],
    [
      'what is known of a workspace that was not read',
      ENDPOINTS,
      fraud((world) => world.gap('workspace', workspace)),
      [...PE, FORBIDDEN],
      [FORBIDDEN],
    ],
  ];
  it.each(table)('%s', (_, subnet, world, endpoints, builders) => {
    expect(usesOf(subnet, world)).toEqual({ endpoints, builders });
  });

  it('counts what several workspaces have in one subnet', () => {
    const world = fraud();
    const names = { ...namesOf('other'), virtualNetwork };
    new Estate('other', {}, world, names);
    expect(usesOf(ENDPOINTS, world).endpoints).toEqual(['pe-mlw-fraud', 'pe-mlw-other']);
    expect(usesOf(TRAINING, world).builders).toEqual(['cpu-build of mlw-fraud', 'cpu-build of mlw-other']);
    // What hides the use of one workspace may hide it in any subnet.
    world.gap('computes', `${names.workspace}/computes/cpu-build`);
    expect(usesOf(ENDPOINTS, world).builders).toEqual([FORBIDDEN]);
    expect(usesOf(TRAINING, world).builders).toEqual(['cpu-build of mlw-fraud', FORBIDDEN]);
  });

  it('counts the network of a hub once for all its projects', () => {
    const { world, hub } = hubAndProjects();
    const network = hub.names.virtualNetwork;
    expect(usesOf(`${network}/subnets/snet-endpoints`, world).endpoints).toHaveLength(1);
    expect(usesOf(`${network}/subnets/snet-training`, world).builders).toEqual(['cpu-build of hub-one']);
  });
});
