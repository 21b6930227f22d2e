import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/model/algebra/fact.js';
import { Model } from '../../../src/model/bodies/model.js';
import { virtualNetworkAt } from '../../../src/model/resources/virtual-network.js';
import { HUB_NETWORK, NAMES } from '../../rules/dns/worlds.js';
import type { Estate } from '../../world/estate.js';
import { soundPrivate } from '../../world/sound.js';

const { virtualNetwork } = NAMES;

function networks(change: (estate: Estate) => unknown) {
  const estate = soundPrivate();
  change(estate);
  const model = new Model(estate.world.snapshot());
  return { own: virtualNetworkAt(model, virtualNetwork), hub: virtualNetworkAt(model, HUB_NETWORK) };
}

const settled = <T>(fact: Fact<T>): T | 'unread' => (fact.known ? fact.value : 'unread');

describe('a virtual network', () => {
  it.each([
    ['10.20.0.6', ['10.20.0.0/16'], true],
    ['10.21.0.6', ['10.20.0.0/16'], false],
    ['10.21.0.6', ['10.20.0.0/16', '10.21.0.0/24'], true],
    ['fd00::6', ['10.20.0.0/16', 'fd00::/48'], true],
    ['10.20.0.6', ['10.20', '10.20.0.0/16'], true],
    ['10.21.0.6', ['10.20', '10.20.0.0/16'], 'unread'],
    ['10.20.0.6', [], 'unread'],
    ['no address', ['10.20.0.0/16'], false],
  ])('holds %s in %j: %s', (address, prefixes, expected) => {
    const { own } = networks((estate) => estate.network(virtualNetwork, { prefixes }));
    expect(settled(own.contains(address))).toBe(expected);
  });

  it.each<[string, (estate: Estate) => unknown, boolean | 'unread']>([
    ['its own body says so', (estate) => estate.network(virtualNetwork, { peers: [HUB_NETWORK] }), true],
    [
      'the other body says so, and its own was not read',
      (estate) => {
        estate.network(HUB_NETWORK, { peers: [virtualNetwork] });
        estate.world.gap('virtualNetwork', virtualNetwork);
      },
      true,
    ],
    ['its own body says nothing, and the other one was not read', () => undefined, false],
    [
      'its own body was not read, and the other one says nothing',
      (estate) => {
        estate.network(HUB_NETWORK);
        estate.world.gap('virtualNetwork', virtualNetwork);
      },
      'unread',
    ],
    ['neither was read', ({ world }) => world.gap('virtualNetwork', virtualNetwork), 'unread'],
  ])('is peered with another one where %s: %s', (_, change, expected) => {
    const { own, hub } = networks(change);
    expect(settled(own.isPeeredWith(hub))).toBe(expected);
    expect(settled(own.reaches(hub))).toBe(expected);
  });

  it('reaches itself, read or not', () => {
    const { own } = networks(({ world }) => world.gap('virtualNetwork', virtualNetwork));
    expect(settled(own.reaches(own))).toBe(true);
    expect(settled(own.contains('10.20.0.6'))).toBe('unread');
  });

  it.each([
    ['connected', true],
    ['Connected', true],
    ['Initiated', false],
    ['Disconnected', false],
    ['Resting', 'unread'],
    [null, 'unread'],
  ])('with a peering that is %s reaches the other one: %s', (peeringState, expected) => {
    const { own, hub } = networks(({ world }) =>
      world.set(virtualNetwork, 'properties.virtualNetworkPeerings', [
        { properties: { peeringState, remoteVirtualNetwork: { id: HUB_NETWORK.toUpperCase() } } },
      ]),
    );
    expect(settled(own.isPeeredWith(hub))).toBe(expected);
  });
});
