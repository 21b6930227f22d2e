import { describe, expect, it } from 'vitest';
import { readsOf } from '../../src/catalogue/permissions.js';
import { Model } from '../../src/model/bodies/model.js';
import { evaluateRules } from '../../src/rules/engine/evaluate.js';
import { RULES } from '../../src/rules/index.js';
import { narrowed } from '../properties/narrowed.js';
import { STORIES } from '../world/stories.js';

describe('a rule declares all that it reads', () => {
  it.each(Object.entries(STORIES))('%s', (_, story) => {
    const snapshot = story.world().snapshot();
    const model = new Model(snapshot);
    for (const rule of RULES) {
      const whole = evaluateRules(model, [rule], story.required);
      const alone = evaluateRules(new Model(narrowed(snapshot, readsOf([rule]))), [rule], story.required);
      expect(alone, rule.id).toEqual(whole);
    }
  });
});
