import type { Gap } from '../../snapshot/format.js';

/**
 * A fact about Azure: a value that was read (ARM's default included, where ARM left the property out and is
 * documented to mean a value by it), or the reasons why it was not. There is no third state and no `undefined`
 * for "not read": whoever wants the value must say what happens when there is none.
 */
export type Fact<T> = Known<T> | Unread;

export interface Known<T> {
  readonly known: true;
  readonly value: T;
}

export interface Unread {
  readonly known: false;
  /** Why, at least one. */
  readonly gaps: readonly [Gap, ...Gap[]];
}

/** A list of which some items may be missing: complete when there is no gap. */
export interface Listing<T> {
  readonly items: readonly T[];
  /** What kept the list from being complete; empty when it is. */
  readonly gaps: readonly Gap[];
}

/** A fact whose value was read. */
export function known<T>(value: T): Known<T> {
  return { known: true, value };
}

/** A fact that was not read, for these reasons. */
export function unread(gap: Gap, ...more: readonly Gap[]): Unread {
  return { known: false, gaps: distinct([gap, ...more]) };
}

/** The fact computed from another one; a gap stays the gap. */
export function map<A, B>(fact: Fact<A>, compute: (value: A) => B): Fact<B> {
  return fact.known ? known(compute(fact.value)) : fact;
}

/** The fact that another fact leads to; a gap on the way stays the gap. */
export function chain<A, B>(fact: Fact<A>, next: (value: A) => Fact<B>): Fact<B> {
  return fact.known ? next(fact.value) : fact;
}

/** Two facts as one; the gaps of both when any is missing. */
export function both<A, B>(first: Fact<A>, second: Fact<B>): Fact<readonly [A, B]> {
  if (first.known && second.known) return known([first.value, second.value] as const);
  return mergeGaps([first, second]);
}

/** All facts of a list as one; the gaps of all that are missing when any is. */
export function all<T>(facts: readonly Fact<T>[]): Fact<readonly T[]> {
  const values: T[] = [];
  for (const fact of facts) if (fact.known) values.push(fact.value);
  return values.length === facts.length ? known(values) : mergeGaps(facts);
}

/** All-of: one known `false` decides; else one gap leaves it open; else true (also of nothing). */
export function allOf(facts: readonly Fact<boolean>[]): Fact<boolean> {
  return decide(facts, false);
}

/** Any-of: one known `true` decides; else one gap leaves it open; else false (also of nothing). */
export function anyOf(facts: readonly Fact<boolean>[]): Fact<boolean> {
  return decide(facts, true);
}

/** The negation of a fact; a gap stays the gap. */
export function not(fact: Fact<boolean>): Fact<boolean> {
  return map(fact, (value) => !value);
}

/** Any-of over a list: a missing item could be the one, so an incomplete list is never known `false`. */
export function anyIn<T>(listing: Listing<T>, test: (item: T) => Fact<boolean>): Fact<boolean> {
  const open: Gap[] = [];
  for (const item of listing.items) {
    const fact = test(item);
    if (!fact.known) open.push(...fact.gaps);
    else if (fact.value) return fact;
  }
  const [gap, ...more] = [...open, ...listing.gaps];
  return gap === undefined ? known(false) : unread(gap, ...more);
}

/** All-of over a list: a missing item could be the one, so an incomplete list is never known `true`. */
export function allIn<T>(listing: Listing<T>, test: (item: T) => Fact<boolean>): Fact<boolean> {
  return not(anyIn(listing, (item) => not(test(item))));
}

/**
 * The items for which a test holds, as one fact: a gap when the list or a test leaves that open. Where some that are
 * known are worth having beside gaps, `selected` gives them.
 */
export function select<T>(listing: Listing<T>, test: (item: T) => Fact<boolean>): Fact<readonly T[]> {
  const chosen = selected(listing, test);
  const [gap, ...more] = chosen.gaps;
  return gap === undefined ? known(chosen.items) : unread(gap, ...more);
}

/** The items for which a test is known to hold, with the gaps that may hide more: what `select` makes a fact of. */
export function selected<T>(listing: Listing<T>, test: (item: T) => Fact<boolean>): Listing<T> {
  const items: T[] = [];
  const gaps: Gap[] = [...listing.gaps];
  for (const item of listing.items) {
    const fact = test(item);
    if (!fact.known) gaps.push(...fact.gaps);
    else if (fact.value) items.push(item);
  }
  return { items, gaps: distinct(gaps) };
}

/** The list as one fact: known only when it is complete, for what has to look at every item; else see `found`. */
export function complete<T>(listing: Listing<T>): Fact<readonly T[]> {
  const [gap, ...more] = listing.gaps;
  return gap === undefined ? known(listing.items) : unread(gap, ...more);
}

/**
 * What a list is known to hold, where one item is enough: what may hide more of them then does not matter. Known to
 * be empty only when the list is complete.
 */
export function found<T>(listing: Listing<T>): Fact<readonly T[]> {
  return listing.items.length > 0 ? known(listing.items) : complete(listing);
}

/** Several lists as one. */
export function concat<T>(listings: readonly Listing<T>[]): Listing<T> {
  return flat({ items: listings, gaps: [] }, (listing) => listing);
}

/** Every item's own list, joined. */
export function flat<A, B>(listing: Listing<A>, next: (item: A) => Listing<B>): Listing<B> {
  const items: B[] = [];
  const gaps = [...listing.gaps];
  for (const item of listing.items) {
    const inner = next(item);
    for (const each of inner.items) items.push(each);
    for (const gap of inner.gaps) gaps.push(gap);
  }
  return { items, gaps: distinct(gaps) };
}

/** A fact as a list: of its value, or of nothing where that is null; its gaps when the fact is missing. */
export function asList<T>(fact: Fact<T | null>): Listing<T> {
  return listingOf(fact, (value) => ({ items: value === null ? [] : [value], gaps: [] }));
}

/** A list that a fact leads to; its gaps when the fact is missing. */
export function listingOf<A, B>(fact: Fact<A>, next: (value: A) => Listing<B>): Listing<B> {
  return fact.known ? next(fact.value) : { items: [], gaps: fact.gaps };
}

/** True unless the fact is known to be false: for severities, where the highest is taken when in doubt. */
export function possible(fact: Fact<boolean>): boolean {
  return !fact.known || fact.value;
}

/** True only if the fact is known to be true. */
export function certain(fact: Fact<boolean>): boolean {
  return fact.known && fact.value;
}

/** The gaps of a fact; none when it is known. */
export function gapsOf(fact: Fact<unknown>): readonly Gap[] {
  return fact.known ? [] : fact.gaps;
}

function decide(facts: readonly Fact<boolean>[], verdict: boolean): Fact<boolean> {
  let isOpen = false;
  for (const fact of facts) {
    if (!fact.known) isOpen = true;
    else if (fact.value === verdict) return fact;
  }
  return isOpen ? mergeGaps(facts) : known(!verdict);
}

function mergeGaps(facts: readonly Fact<unknown>[]): Unread {
  const [gap, ...more] = facts.flatMap(gapsOf);
  if (gap === undefined) throw new Error('facts that are all known have no gaps to merge');
  return unread(gap, ...more);
}

function distinct(gaps: readonly [Gap, ...Gap[]]): readonly [Gap, ...Gap[]];
function distinct(gaps: readonly Gap[]): readonly Gap[];
function distinct(gaps: readonly Gap[]): readonly Gap[] {
  if (gaps.length < 2) return gaps;
  const seen = new Map<string, Gap>();
  for (const gap of gaps) {
    const key = `${gap.scope}\n${gap.operation}\n${gap.reason}\n${gap.detail}`;
    if (!seen.has(key)) seen.set(key, gap);
  }
  return [...seen.values()];
}
