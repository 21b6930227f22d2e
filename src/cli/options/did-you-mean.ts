import { distance } from 'fastest-levenshtein';

/** How many suggestions help before they are a list to search. */
const MOST = 3;

/** The names most like a mistyped one, best first; none when none is like it. */
export function nearest(word: string, names: readonly string[]): readonly string[] {
  const typed = word.toLowerCase();
  const ranked = names
    .map((name) => ({ name, away: distanceTo(typed, name.toLowerCase()) }))
    .filter(({ name, away }) => away <= farthest(Math.max(typed.length, name.length)))
    .sort((one, other) => one.away - other.away);
  const best = ranked[0]?.away ?? 0;
  return ranked
    .filter(({ away }) => away <= best + 1)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** `Did you mean a or b?` as the hints of an error; none when nothing is near. */
export function didYouMean(word: string, names: readonly string[]): readonly string[] {
  const near = nearest(word, names);
  return near.length === 0 ? [] : [`did you mean ${alternatives(near)}?`];
}

/** `a, b or c`. */
export function alternatives(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** Two letters that changed their places are two steps, which even a short word may be off. */
function farthest(letters: number): number {
  return letters < 6 ? Math.floor(letters / 2) : Math.floor(letters * 0.4);
}

/** How far a name is from what was typed: its beginning and, of a rule's id, what follows the slash count as near. */
function distanceTo(typed: string, name: string): number {
  if (typed.length > 2 && name.startsWith(typed)) return 1;
  const whole = distance(typed, name);
  const tail = name.slice(name.lastIndexOf('/') + 1);
  if (tail === name || typed.includes('/')) return whole;
  const near = distance(typed, tail);
  return near <= farthest(Math.max(typed.length, tail.length)) ? Math.min(whole, near) : whole;
}
