import { describe, expect, it } from 'vitest';
import type { ReadName } from '../../../src/arm/reads.js';
import type { FactDefinition } from '../../../src/model/algebra/fact-definition.js';
import { Model } from '../../../src/model/bodies/model.js';
import { TARGET_TYPES, type TargetType } from '../../../src/model/targets/target-type.js';
import { TARGETS, type TargetByType } from '../../../src/model/targets/targets.js';
import type { Snapshot } from '../../../src/snapshot/format.js';
import { narrowed } from '../../properties/narrowed.js';
import { STORIES } from '../../world/stories.js';

/** What the facts of a target type say of a snapshot, from all of it and from what each declares. */
interface Answers {
  readonly fact: string;
  readonly whole: readonly string[];
  readonly alone: readonly string[];
}

function answersOf<T extends TargetType>(type: T, snapshot: Snapshot): readonly Answers[] {
  const { facts, reads } = TARGETS[type];
  const model = new Model(snapshot);
  return Object.entries(facts).map(([name, fact]) => ({
    fact: `${type} ${name}`,
    whole: answers(type, fact, model),
    alone: answers(type, fact, new Model(narrowed(snapshot, new Set<ReadName>([...reads, ...fact.reads])))),
  }));
}

function answers<T extends TargetType>(
  type: T,
  fact: FactDefinition<TargetByType[T], unknown>,
  model: Model,
): readonly string[] {
  return TARGETS[type].find(model).items.map((target) => `${target.id}: ${shown(fact.of(target))}`);
}

/** As JSON, with the id in place of whatever else the model knows of a resource. */
function shown(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (each instanceof Set || each instanceof Map) return [...each];
    const isOfModel = each instanceof Object && !Array.isArray(each) && each.constructor !== Object;
    return isOfModel && 'id' in each ? each.id : each;
  });
}

describe('a fact declares all that it reads', () => {
  describe.each(Object.entries(STORIES))('%s', (_, story) => {
    const snapshot = story.world().snapshot();
    it.each(TARGET_TYPES)('%s', (type) => {
      for (const { fact, whole, alone } of answersOf(type, snapshot)) expect(alone, fact).toEqual(whole);
    });
  });
});
