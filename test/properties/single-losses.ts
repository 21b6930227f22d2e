import type { Snapshot } from '../../src/snapshot/format.js';
import { foreignConnections } from './foreign.js';
import { type RecordedReads, recordReads } from './recorded-reads.js';
import { type Loss, readOf, without } from './take-away.js';

/** How a snapshot is judged, and how that is held against what was judged with more. */
export interface Judgement<T> {
  readonly judge: (snapshot: Snapshot) => T;
  /** A line for each verdict of the second that the first does not bear out. */
  readonly unfounded: (full: T, less: T, foreign: ReadonlySet<string>) => readonly string[];
}

/** Which losses are tried. */
export interface Share {
  /** Where there are more than so many, one of each kind is tried: a body, or a list, of one type. */
  readonly most: number;
  /** Which one of a kind: at each turn the next. */
  readonly turn: number;
}

/** So many, and all there are when hunting. */
export function atMost(most: number): number {
  return process.env['ISOCHECK_PROPERTY_RUNS'] === undefined ? most : Number.POSITIVE_INFINITY;
}

/**
 * Takes away, each for itself, all that a judgement reads.
 * @returns a line for each verdict that is neither unknown then nor what it was before; none when all is well
 */
export function unfoundedByLosses<T>(
  snapshot: Snapshot,
  { judge, unfounded }: Judgement<T>,
  share: Share,
): readonly string[] {
  const reads = recordReads(snapshot, judge);
  return shared(singleLosses(snapshot, reads), share).flatMap((loss) => {
    const left = without(snapshot, [loss]);
    const less = judge(left);
    if (unfounded(reads.judged, less, new Set()).length === 0) return [];
    const before = foreignConnections(snapshot);
    const foreign = [...foreignConnections(left)].filter((id) => !before.has(id));
    return unfounded(reads.judged, less, new Set(foreign)).map((line) => `without ${nameOf(loss)}: ${line}`);
  });
}

/** Everything that was read is refused; a list also breaks off before its last member. */
function singleLosses(
  snapshot: Snapshot,
  { resources, collections }: RecordedReads<unknown>,
): readonly Loss[] {
  const ofResources = [...resources].flatMap((key): Loss[] => {
    const whole: Loss = { kind: 'resource', key, reason: 'forbidden', kept: null };
    const { otherVersions } = snapshot.resources[key] ?? {};
    return otherVersions === undefined ? [whole] : [whole, { ...whole, kind: 'versions' }];
  });
  const ofCollections = [...collections].flatMap((key): Loss[] => {
    const whole: Loss = { kind: 'collection', key, reason: 'forbidden', kept: null };
    const { members = [] } = snapshot.collections[key] ?? {};
    // Of a list that held a single member nothing would be left either way.
    if (members.length < 2) return [whole];
    return [whole, { ...whole, kept: members.map((_, position) => position < members.length - 1) }];
  });
  return [...ofResources, ...ofCollections];
}

function shared(losses: readonly Loss[], { most, turn }: Share): readonly Loss[] {
  if (losses.length <= most) return losses;
  const kinds = new Map<string, Loss[]>();
  for (const loss of losses) {
    const kind = `${loss.kind} ${readOf(loss.key)}`;
    const others = kinds.get(kind);
    if (others === undefined) kinds.set(kind, [loss]);
    else others.push(loss);
  }
  return [...kinds.values()].flatMap((ofKind) => ofKind[turn % ofKind.length] ?? []);
}

function nameOf({ kind, key, kept }: Loss): string {
  return kind === 'versions' ? `other versions of ${key}` : kept === null ? key : `the last of ${key}`;
}
