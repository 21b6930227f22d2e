import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  all,
  allIn,
  allOf,
  anyIn,
  anyOf,
  asList,
  both,
  certain,
  chain,
  complete,
  concat,
  type Fact,
  flat,
  found,
  gapsOf,
  known,
  type Listing,
  listingOf,
  map,
  not,
  possible,
  select,
  selected,
  unread,
} from '../../../src/model/algebra/fact.js';
import type { Gap } from '../../../src/snapshot/format.js';

type Letter = 'T' | 'F' | 'U';

const gap = (name: string): Gap => ({
  scope: `/${name}`,
  operation: 'Test.Provider/things/read',
  reason: 'forbidden',
  detail: '',
});
const missing = unread(gap('missing'));
const FACTS: Readonly<Record<Letter, Fact<boolean>>> = { T: known(true), F: known(false), U: missing };
const facts = (letters: string): Fact<boolean>[] => [...letters].map((letter) => FACTS[letter as Letter]);
const letter = (fact: Fact<boolean>): Letter => (fact.known ? (fact.value ? 'T' : 'F') : 'U');
const listing = (letters: string, hidden = false): Listing<Letter> => ({
  items: [...letters] as Letter[],
  gaps: hidden ? [gap('hidden')] : [],
});
const itself = (item: Letter): Fact<boolean> => FACTS[item];

describe('all-of and any-of', () => {
  it.each([
    ['', 'T', 'F'],
    ['T', 'T', 'T'],
    ['F', 'F', 'F'],
    ['U', 'U', 'U'],
    ['TT', 'T', 'T'],
    ['TF', 'F', 'T'],
    ['FF', 'F', 'F'],
    ['TU', 'U', 'T'],
    ['FU', 'F', 'U'],
    ['UU', 'U', 'U'],
    ['UTF', 'F', 'T'],
  ])('of %s is %s and %s', (letters, everyOne, anyOne) => {
    for (const order of [letters, [...letters].reverse().join('')]) {
      expect(letter(allOf(facts(order)))).toBe(everyOne);
      expect(letter(anyOf(facts(order)))).toBe(anyOne);
    }
  });

  it.each([
    ['', false, 'T', 'F'],
    ['', true, 'U', 'U'],
    ['T', true, 'U', 'T'],
    ['F', true, 'F', 'U'],
    ['TF', true, 'F', 'T'],
    ['U', false, 'U', 'U'],
    ['TU', false, 'U', 'T'],
    ['FU', false, 'F', 'U'],
    ['TT', false, 'T', 'T'],
    ['FF', false, 'F', 'F'],
  ] as const)('in the list %s, hidden items %s, are %s and %s', (letters, hidden, everyOne, anyOne) => {
    expect(letter(allIn(listing(letters, hidden), itself))).toBe(everyOne);
    expect(letter(anyIn(listing(letters, hidden), itself))).toBe(anyOne);
  });

  it('name each gap once', () => {
    const other = unread(gap('other'));
    expect(gapsOf(anyOf([missing, other, missing, known(false)]))).toEqual([gap('missing'), gap('other')]);
    expect(gapsOf(allIn(listing('UTU', true), itself))).toEqual([gap('missing'), gap('hidden')]);
  });
});

describe('select, selected and found', () => {
  it.each([
    ['TFT', false, ['T', 'T'], true],
    ['FF', false, [], true],
    ['', false, [], true],
    ['TF', true, ['T'], false],
    ['TU', false, ['T'], false],
    ['U', false, [], false],
  ] as const)('of %s, hidden items %s: %j, complete: %s', (letters, hidden, items, isComplete) => {
    const chosen = selected(listing(letters, hidden), itself);
    expect(chosen.items).toEqual(items);
    expect(chosen.gaps.length === 0).toBe(isComplete);
    const fact = select(listing(letters, hidden), itself);
    expect(fact).toEqual(isComplete ? known(items) : { known: false, gaps: chosen.gaps });
    // One found item is enough, whatever hides more; an empty list proves something only when it is complete.
    expect(found(chosen).known).toBe(isComplete || items.length > 0);
  });
});

describe('a fact as a list', () => {
  it('is its value, nothing where that is null, and its gaps where it was not read', () => {
    expect(asList(known('one'))).toEqual({ items: ['one'], gaps: [] });
    expect(asList<string>(known(null))).toEqual({ items: [], gaps: [] });
    expect(asList(known(false))).toEqual({ items: [false], gaps: [] });
    const gap: Gap = { scope: '/a', operation: 'a/read', reason: 'forbidden', detail: '' };
    expect(asList<string>(unread(gap))).toEqual({ items: [], gaps: [gap] });
  });
});

describe('several facts as one', () => {
  it.each([
    ['TT', true],
    ['TU', false],
    ['UT', false],
    ['UU', false],
    ['', true],
  ])('all of %s: known is %s', (letters, isKnown) => {
    const fact = all(facts(letters));
    expect(fact.known).toBe(isKnown);
    if (fact.known) expect(fact.value).toEqual([...letters].map(() => true));
  });

  it('both', () => {
    expect(both(known(1), known('a'))).toEqual(known([1, 'a']));
    expect(both(known(1), missing)).toEqual(missing);
    expect(both(missing, known(1))).toEqual(missing);
    expect(gapsOf(both(missing, unread(gap('other'))))).toEqual([gap('missing'), gap('other')]);
  });

  it('map, chain and not leave a gap as it is', () => {
    expect(map(known(2), (value) => value + 1)).toEqual(known(3));
    expect(map(missing, () => 1)).toBe(missing);
    expect(chain(known(2), (value) => known(value + 1))).toEqual(known(3));
    expect(chain(known(2), () => missing)).toBe(missing);
    expect(chain(missing, () => known(1))).toBe(missing);
    expect(['T', 'F', 'U'].map((each) => letter(not(FACTS[each as Letter])))).toEqual(['F', 'T', 'U']);
  });

  it('lists joined keep what hides items, once', () => {
    const joined = concat([listing('TF', true), listing('T', true)]);
    expect(joined).toEqual({ items: ['T', 'F', 'T'], gaps: [gap('hidden')] });
    expect(flat(listing('TF', true), (item) => listing(item, item === 'F'))).toEqual({
      items: ['T', 'F'],
      gaps: [gap('hidden')],
    });
    expect(listingOf(missing, () => listing('T'))).toEqual({ items: [], gaps: [gap('missing')] });
    expect(listingOf(known('T' as Letter), (item) => listing(item))).toEqual(listing('T'));
    expect(complete(listing('T'))).toEqual(known(['T']));
    expect(complete(listing('T', true))).toEqual(unread(gap('hidden')));
  });

  it('a severity takes a gap for the worse', () => {
    expect(['T', 'F', 'U'].map((each) => possible(FACTS[each as Letter]))).toEqual([true, false, true]);
    expect(['T', 'F', 'U'].map((each) => certain(FACTS[each as Letter]))).toEqual([true, false, false]);
  });
});

/** A way to combine the facts of a world by their number, and the lists of one by their number. */
type Combination = (world: World) => Fact<unknown>;

interface World {
  readonly facts: readonly Fact<boolean>[];
  /** The numbers of the facts in each list; null where the list itself is hidden in part. */
  readonly lists: readonly Listing<number>[];
}

const FACT_COUNT = 5;
const LIST_COUNT = 3;

const factAt = ({ facts: values }: World, index: number): Fact<boolean> => values[index] ?? missing;
const listAt = ({ lists }: World, index: number): Listing<number> =>
  lists[index] ?? { items: [], gaps: [gap('no list')] };

const { tree } = fc.letrec<{ tree: (world: World) => Fact<boolean> }>((tie) => {
  const branches = fc.array(tie('tree'), { maxLength: 3 });
  const index = fc.nat(LIST_COUNT - 1);
  return {
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.nat(FACT_COUNT - 1).map((each) => (world: World) => factAt(world, each)),
      branches.map((each) => (world: World) => allOf(each.map((branch) => branch(world)))),
      branches.map((each) => (world: World) => anyOf(each.map((branch) => branch(world)))),
      tie('tree').map((branch) => (world: World) => not(branch(world))),
      index.map((each) => (world: World) => anyIn(listAt(world, each), (item) => factAt(world, item))),
      index.map((each) => (world: World) => allIn(listAt(world, each), (item) => factAt(world, item))),
      index.map(
        (each) => (world: World) =>
          map(
            select(listAt(world, each), (item) => factAt(world, item)),
            (items) => items.length > 1,
          ),
      ),
      fc.tuple(tie('tree'), tie('tree')).map(
        ([first, second]) =>
          (world: World) =>
            map(both(first(world), second(world)), ([one, other]) => one === other),
      ),
      fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(
        ([condition, one, other]) =>
          (world: World) =>
            chain(condition(world), (holds) => (holds ? one(world) : other(world))),
      ),
    ),
  };
});

const combination: fc.Arbitrary<Combination> = fc.oneof(
  tree,
  fc
    .array(tree, { maxLength: 3 })
    .map((branches) => (world: World) => all(branches.map((branch) => branch(world)))),
);

const someWorld: fc.Arbitrary<World> = fc.record({
  facts: fc.array(fc.constantFrom<Fact<boolean>>(known(true), known(false), missing), {
    minLength: FACT_COUNT,
    maxLength: FACT_COUNT,
  }),
  lists: fc.array(
    fc.record({
      items: fc.uniqueArray(fc.nat(FACT_COUNT - 1)),
      gaps: fc.constantFrom<readonly Gap[]>([], [], [gap('hidden')]),
    }),
    { minLength: LIST_COUNT, maxLength: LIST_COUNT },
  ),
});

const taken = fc.record({
  facts: fc.array(fc.boolean(), { minLength: FACT_COUNT, maxLength: FACT_COUNT }),
  items: fc.array(fc.boolean(), { minLength: LIST_COUNT, maxLength: LIST_COUNT }),
});

describe('taking facts away', () => {
  it('never turns a result into another known one', () => {
    let settled = 0;
    fc.assert(
      fc.property(combination, someWorld, taken, (combine, world, away) => {
        const less: World = {
          facts: world.facts.map((fact, index) => (away.facts[index] === true ? missing : fact)),
          lists: world.lists.map((list, index) =>
            away.items[index] === true
              ? { items: list.items.slice(1), gaps: [...list.gaps, gap('hidden')] }
              : list,
          ),
        };
        const before = combine(world);
        const after = combine(less);
        if (!after.known) return;
        settled += 1;
        expect(after).toEqual(before);
      }),
      { numRuns: 3000 },
    );
    expect(settled).toBeGreaterThan(100);
  });

  it('leaves two-valued logic alone when nothing is missing', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (values) => {
        const each = values.map((value) => known(value));
        expect(allOf(each)).toEqual(known(values.every(Boolean)));
        expect(anyOf(each)).toEqual(known(values.some(Boolean)));
      }),
    );
  });
});
