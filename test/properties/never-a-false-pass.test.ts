import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../src/report/create-report.js';
import type { Requirements } from '../../src/report/report.js';
import { GAP_REASONS } from '../../src/snapshot/format.js';
import { STORIES } from '../world/stories.js';
import type { World } from '../world/world.js';
import { unfoundedVerdicts } from './better.js';
import * as estates from './estates.js';
import { type Loss, losses, without } from './take-away.js';

/*
 * Whatever is taken out of a snapshot, no verdict becomes another one: it stays, or it becomes unknown.
 */

const ALL_PRIVATE: Requirements = { inbound: 'private', outbound: 'private', workspace: 'private' };

interface Subject {
  readonly name: string;
  readonly world: () => World;
  readonly required: Requirements;
}

const SUBJECTS: readonly Subject[] = [
  ...Object.entries(STORIES).map(([name, { world, required }]) => ({ name, world, required })),
  ...Object.entries(estates).flatMap(([name, world]) => [
    { name, world, required: {} },
    { name: `${name}, all private required`, world, required: ALL_PRIVATE },
  ]),
];

describe.each(SUBJECTS)('$name', ({ world, required }) => {
  const snapshot = world().snapshot();
  const full = createReport(snapshot, { required });

  function expectNothingUnfounded(lost: readonly Loss[]): void {
    const less = createReport(without(snapshot, lost), { required });
    expect(unfoundedVerdicts(full, less)).toEqual([]);
  }

  it('each single resource and collection, refused or never asked for', () => {
    const single = [
      ...Object.keys(snapshot.resources).map((key) => ({ kind: 'resource', key, kept: null }) as const),
      ...Object.entries(snapshot.collections).flatMap(([key, { members }]) => [
        { kind: 'collection', key, kept: null } as const,
        { kind: 'collection', key, kept: members.map((_, position) => position % 2 === 0) } as const,
      ]),
    ];
    for (const each of single) {
      for (const reason of [null, 'forbidden'] as const) {
        expectNothingUnfounded([{ ...each, reason }]);
      }
    }
  });

  it('any of them together, for any reason', () => {
    fc.assert(
      fc.property(losses(snapshot), (lost) => expectNothingUnfounded(lost)),
      { numRuns: 60 },
    );
  });

  it('everything, for each reason', () => {
    for (const reason of GAP_REASONS) {
      const lost = [
        ...Object.keys(snapshot.resources).map(
          (key): Loss => ({ kind: 'resource', key, reason, kept: null }),
        ),
        ...Object.keys(snapshot.collections).map(
          (key): Loss => ({ kind: 'collection', key, reason, kept: null }),
        ),
      ];
      expectNothingUnfounded(lost);
      const { findings } = createReport(without(snapshot, lost), { required });
      expect(findings.filter(({ status }) => status !== 'unknown')).toEqual([]);
    }
  });
});
