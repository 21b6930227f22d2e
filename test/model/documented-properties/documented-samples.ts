import { expect } from 'vitest';
import type { Json } from '../../../src/json.js';
import type { DocumentedProperty, Holds, Kind } from './documented-property.js';

/** Values that stand for all that ARM may write, and for what it does not. */
interface Samples {
  /** What ARM may write, and what is read of it. */
  readonly reads: readonly (readonly [written: Json, read: Json])[];
  /** What it does not write: a gap, and never the default. */
  readonly gaps: readonly Json[];
}

const same = (...values: readonly Json[]) => values.map((value): readonly [Json, Json] => [value, value]);

const KINDS: Readonly<Record<Kind, Samples>> = {
  text: { reads: same('anything', '', ' '), gaps: [7, true, [], ['anything'], {}] },
  name: {
    reads: [...same('anything'), ['', null], ['  ', null]],
    gaps: [7, true, [], ['anything'], {}],
  },
  id: { reads: same('/subscriptions/s'), gaps: ['', '  ', 7, true, [], ['/subscriptions/s'], {}] },
  flag: { reads: same(true, false), gaps: ['true', 'False', '', 0, 1, [], [true], {}] },
  integer: { reads: same(100, 0, -1), gaps: ['100', '', 1.5, true, [], [100], {}] },
  object: { reads: same({ inside: null }, {}), gaps: ['anything', '', 7, true, [], [{}]] },
  objects: {
    reads: same([{ first: 1 }, {}], []),
    gaps: ['anything', '', 7, true, {}, ['anything'], [7], [null], [[]], [{}, '']],
  },
  strings: {
    reads: same(['one', 'Two'], [''], []),
    gaps: ['one', '', 7, true, {}, [7], [null], [[]], [{}], ['one', true]],
  },
  names: {
    reads: same(['one', 'Two'], []),
    gaps: ['one', '', 7, true, {}, [7], [null], [[]], [{}], [''], ['one', ' ']],
  },
};

/** What stands for all values of a property. ARM spells a word in any case: what is read is the documented one. */
export function samplesOf(holds: Holds): Samples {
  if (typeof holds === 'string') return KINDS[holds];
  return {
    reads: holds.flatMap((word) =>
      [word, word.toLowerCase(), word.toUpperCase()].map((written) => [written, word] as const),
    ),
    gaps: ['Perhaps', '', ' ', 7, true, [], {}, ...holds.map((word) => [word])],
  };
}

/** A sample that is not read as absence is. */
export function telling({ holds, absent }: DocumentedProperty): Samples['reads'][number] {
  const other = samplesOf(holds).reads.find(([, read]) => JSON.stringify(read) !== JSON.stringify(absent));
  if (other === undefined) throw new Error(`no value but ${JSON.stringify(absent)} is documented`);
  return other;
}

/** What a gap says that isocheck knows: the documented words, in any order. */
export function knownOf(holds: Holds): unknown {
  return typeof holds === 'string' ? expect.any(Array) : [...holds].sort();
}
