import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundPrivate } from '../world/sound.js';
import { checkChanges, checkProperty, type Property } from './check-property.js';
import { oddityInWords } from './odd-values.js';
import { type Loss, lossInWords } from './take-away.js';

interface Change {
  readonly id: string;
  readonly body: { readonly of: readonly string[] };
}

const CHANGES: readonly Change[] = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, body: { of: [id, id] } }));
const settings = { seed: 42, runs: 100 };

/** Wrong where two changes come together. */
const together: Property<Change> = {
  changes: fc.constant(CHANGES),
  problems: (changes) => {
    const ids = changes.map(({ id }) => id);
    return ids.includes('b') && ids.includes('d') ? ['rule of x: unknown became pass'] : [];
  },
  inWords: ({ id }) => `resource ${id}: forbidden`,
};

function failureOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('it holds');
}

describe('a property that does not hold', () => {
  it('is told by its seed, the fewest changes, what is wrong, and how to have the same again', () => {
    expect(failureOf(() => checkProperty(together, settings))).toBe(
      [
        'It does not hold: run 1 of 100, seed 42.',
        'Changed:',
        '- resource b: forbidden',
        '- resource d: forbidden',
        'Wrong then:',
        '- rule of x: unknown became pass',
        'The same again: ISOCHECK_PROPERTY_SEED=42 ISOCHECK_PROPERTY_RUNS=100 npx vitest run --config test/vitest.config.ts --project units test/properties',
      ].join('\n'),
    );
  });

  it('is told where it throws', () => {
    const throwing = {
      ...together,
      problems: () => {
        throw new Error('out of order');
      },
    };
    expect(failureOf(() => checkProperty(throwing, settings))).toContain('- thrown: Error: out of order');
  });

  it('is told with given changes as they are, and in not too many lines', () => {
    const many = { ...together, problems: () => Array.from({ length: 25 }, (_, count) => `wrong ${count}`) };
    const lines = failureOf(() => checkChanges(many, CHANGES)).split('\n');
    expect(lines.slice(0, 7)).toEqual([
      'Changed:',
      ...CHANGES.map(({ id }) => `- resource ${id}: forbidden`),
      'Wrong then:',
    ]);
    expect(lines.slice(-2)).toEqual(['- wrong 19', '- and 5 more']);
  });
});

describe('a property that holds', () => {
  const tried = (seed: number) => {
    const all: string[] = [];
    checkProperty(
      {
        ...together,
        changes: fc.subarray([...CHANGES]),
        problems: (changes) => {
          all.push(changes.map(({ id }) => id).join(''));
          return [];
        },
      },
      { seed, runs: 100 },
    );
    return all;
  };

  it('is tried as often as was asked for, in the same way with the same seed', () => {
    expect(tried(42)).toHaveLength(100);
    expect(tried(42)).toEqual(tried(42));
    expect(tried(43)).not.toEqual(tried(42));
  });

  it('says nothing of given changes', () => {
    expect(() => checkChanges(together, CHANGES.slice(0, 2))).not.toThrow();
  });
});

describe('a change in words', () => {
  const { world, names } = soundPrivate();
  const list = `${names.workspace}/datastores`.toLowerCase();
  const loss = (more: Partial<Loss>): Loss => ({
    kind: 'collection',
    key: list,
    reason: 'forbidden',
    kept: null,
    ...more,
  });

  it.each<[Loss, string]>([
    [loss({ kind: 'resource', key: '/vault' }), 'resource /vault: forbidden'],
    [loss({ kind: 'resource', key: '/vault', reason: null }), 'resource /vault: never asked for'],
    [loss({ kind: 'versions', key: '/vault' }), 'other api-versions of /vault: forbidden'],
    [loss({}), `list ${list}: forbidden`],
    [
      loss({ kept: [true, false], reason: 'throttled' }),
      `list ${list}: throttled, broken off without 1 of 2 (workspacefilestore)`,
    ],
  ])('%#: a loss', (lost, words) => {
    expect(lossInWords(world.snapshot())(lost)).toBe(words);
  });

  it('an odd value', () => {
    expect(oddityInWords({ resource: '/vault', path: ['properties', 'a', '0'], value: { b: [1] } })).toBe(
      'properties.a.0 of /vault is {"b":[1]}',
    );
  });
});
