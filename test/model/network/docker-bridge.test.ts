import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.js';
import { Model } from '../../../src/model/bodies/model.js';
import { subnetsOnDockerBridge } from '../../../src/model/network/docker-bridge.js';
import { virtualNetworkAt } from '../../../src/model/resources/virtual-network.js';
import { namesOf } from '../../world/names.js';
import { World } from '../../world/world.js';

const { virtualNetwork } = namesOf('fraud');

/** Each range as `subnet range`, or what the gaps say: of subnets with these properties, by their names. */
function rangesOf(subnets: Readonly<Record<string, JsonObject>>): readonly string[] | string {
  const world = new World().add('virtualNetwork', {
    id: virtualNetwork,
    properties: {
      subnets: Object.entries(subnets).map(([name, properties]) => ({
        id: `${virtualNetwork}/subnets/${name}`,
        properties,
      })),
    },
  });
  const ranges = subnetsOnDockerBridge(virtualNetworkAt(new Model(world.snapshot()), virtualNetwork));
  if (!ranges.known) return ranges.gaps.map(({ detail }) => detail).join('; ');
  return ranges.value.map(({ subnet, prefix }) => `${subnet.name} ${prefix}`);
}

const at = (addressPrefix: string): JsonObject => ({ addressPrefix });
const ODD = (prefix: string) => `properties.addressPrefix is ${prefix}; isocheck knows CIDR ranges`;

describe("the subnets that share addresses with Docker's bridge", () => {
  const table: readonly [
    subnets: Readonly<Record<string, JsonObject>>,
    ranges: readonly string[] | string,
  ][] = [
    [{}, []],
    [{ a: at('10.20.0.0/24') }, []],
    [{ a: at('172.17.0.0/16') }, ['a 172.17.0.0/16']],
    [{ a: at('172.17.0.0/24') }, ['a 172.17.0.0/24']],
    [{ a: at('172.17.255.252/30') }, ['a 172.17.255.252/30']],
    [{ a: at('172.16.0.0/12') }, ['a 172.16.0.0/12']],
    [{ a: at('172.16.0.0/16'), b: at('172.18.0.0/16') }, []],
    [{ a: at('fd00::/64') }, []],
    [
      { a: at('172.17.1.0/24'), b: at('10.20.0.0/24'), c: at('172.17.2.0/24') },
      ['a 172.17.1.0/24', 'c 172.17.2.0/24'],
    ],
    [{ a: { addressPrefixes: ['10.20.0.0/24', '172.17.1.0/24', 'fd00::/64'] } }, ['a 172.17.1.0/24']],
    [{ a: at('172.17') }, ODD('172.17')],
    [{ a: {} }, 'properties.addressPrefix is absent'],
    // One that is known is enough.
    [{ a: at('172.17'), b: at('172.17.2.0/24') }, ['b 172.17.2.0/24']],
    [{ a: at('172.17'), b: at('10.20.0.0/24') }, ODD('172.17')],
  ];
  it.each(table)('%j: %j', (subnets, ranges) => expect(rangesOf(subnets)).toEqual(ranges));

  it('are not known of a network that was not read', () => {
    const world = new World().gap('virtualNetwork', virtualNetwork);
    const ranges = subnetsOnDockerBridge(virtualNetworkAt(new Model(world.snapshot()), virtualNetwork));
    expect(ranges.known ? [] : ranges.gaps.map(({ detail }) => detail)).toEqual(['403 AuthorizationFailed']);
  });
});
