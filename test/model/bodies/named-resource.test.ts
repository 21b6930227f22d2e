import { describe, expect, it } from 'vitest';
import { COMPUTE, REGISTRY } from '../../../src/model/arm-properties/index.js';
import { Model } from '../../../src/model/bodies/model.js';
import { registryAt } from '../../../src/model/resources/registry.js';
import { soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';

const { registry } = soundPrivate().names;

function registryIn(change: (world: World) => unknown) {
  const { world } = soundPrivate();
  change(world);
  return registryAt(new Model(world.snapshot()), registry);
}

describe('a property of a resource that is known by its id', () => {
  it('is the value in its body', () => {
    const premium = registryIn((world) => world.set(registry, 'sku.name', 'premium'));
    expect(premium.read(REGISTRY.sku)).toEqual({ known: true, value: 'Premium' });
    expect(premium.require(REGISTRY.sku)).toEqual({ known: true, value: 'Premium' });
  });

  it('is what its absence means, and a gap where ARM always writes it', () => {
    const bare = registryIn((world) => world.unset(registry, 'sku'));
    expect(bare.read(REGISTRY.sku)).toEqual({ known: true, value: null });
    expect(bare.require(REGISTRY.sku)).toMatchObject({
      known: false,
      gaps: [{ reason: 'unsupported', detail: 'sku.name is absent', scope: registry.toLowerCase() }],
    });
    expect(bare.require(COMPUTE.computeType)).toMatchObject({
      gaps: [{ detail: 'properties.computeType is absent' }],
    });
  });

  it('is a gap where it is odd, and where the body was not read', () => {
    const odd = registryIn((world) => world.set(registry, 'sku.name', 7));
    expect(odd.require(REGISTRY.sku)).toMatchObject({ gaps: [{ reason: 'unsupported' }] });
    const hidden = registryIn((world) => world.gap('registry', registry));
    for (const fact of [hidden.read(REGISTRY.sku), hidden.require(REGISTRY.sku)]) {
      expect(fact).toMatchObject({ known: false, gaps: [{ reason: 'forbidden' }] });
    }
  });
});
