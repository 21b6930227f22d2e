import { describe, expect, it } from 'vitest';
import { READS, type ReadName } from '../../src/arm/reads.js';
import { readsOf } from '../../src/catalogue/permissions.js';
import { Model } from '../../src/model/bodies/model.js';
import { evaluateRules } from '../../src/rules/engine/evaluate.js';
import { RULES } from '../../src/rules/index.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import { readOf } from '../properties/take-away.js';
import { STORIES } from '../world/stories.js';

/** What a scan sees that makes these reads alone. */
function narrowed(snapshot: Snapshot, reads: ReadonlySet<ReadName>): Snapshot {
  const kept = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([key]) => reads.has(readOf(key))));
  const operations = new Set([...reads].map((read): string => READS[read].operation));
  return {
    ...snapshot,
    resources: Object.fromEntries(
      Object.entries(kept(snapshot.resources)).map(([key, { otherVersions, ...resource }]) => [
        key,
        reads.has('workspacePreview') && otherVersions !== undefined
          ? { ...resource, otherVersions }
          : resource,
      ]),
    ),
    collections: kept(snapshot.collections),
    gaps: snapshot.gaps.filter(({ operation }) => operations.has(operation)),
  };
}

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
