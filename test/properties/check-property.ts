import fc from 'fast-check';
import { SETTINGS, type Settings, sameAgain } from './settings.js';

/** A property: whatever is done to a snapshot, nothing is wrong afterwards. */
export interface Property<T> {
  /** Any changes to the snapshot. */
  readonly changes: fc.Arbitrary<readonly T[]>;
  /** A line for each thing that is wrong after some changes; none when all is well. */
  readonly problems: (changes: readonly T[]) => readonly string[];
  /** A change in one line, without bodies. */
  readonly inWords: (change: T) => string;
}

/** More lines than these tell nothing more. */
const SHOWN = 20;

/**
 * Tries a property with random changes.
 * @throws where it does not hold: the seed, the fewest changes that break it, and what is wrong then
 */
export function checkProperty<T>(property: Property<T>, settings: Settings = SETTINGS): void {
  const { changes, problems } = property;
  const { failed, counterexample, numRuns } = fc.check(
    fc.property(changes, (chosen) => thrownOrTold(problems, chosen).length === 0),
    { numRuns: settings.runs, seed: settings.seed },
  );
  if (!failed) return;
  if (counterexample === null) throw new Error(`The property was not tried; seed ${settings.seed}.`);
  throw new Error(
    `It does not hold: run ${numRuns} of ${settings.runs}, seed ${settings.seed}.\n${describeFailure(
      property,
      fewest(counterexample[0], (chosen) => thrownOrTold(problems, chosen).length > 0),
    )}\nThe same again: ${sameAgain(settings)}`,
  );
}

/**
 * Tries a property with changes that are given.
 * @throws where it does not hold: the changes, and what is wrong then
 */
export function checkChanges<T>(property: Omit<Property<T>, 'changes'>, chosen: readonly T[]): void {
  if (thrownOrTold(property.problems, chosen).length > 0) throw new Error(describeFailure(property, chosen));
}

function describeFailure<T>(
  { problems, inWords }: Omit<Property<T>, 'changes'>,
  chosen: readonly T[],
): string {
  return [
    'Changed:',
    ...listed(chosen.map(inWords)),
    'Wrong then:',
    ...listed(thrownOrTold(problems, chosen)),
  ].join('\n');
}

function listed(lines: readonly string[]): readonly string[] {
  const more = lines.length - SHOWN;
  return [...lines.slice(0, SHOWN), ...(more > 0 ? [`and ${more} more`] : [])].map((line) => `- ${line}`);
}

/** An error is as wrong as anything. */
function thrownOrTold<T>(problems: Property<T>['problems'], chosen: readonly T[]): readonly string[] {
  try {
    return problems(chosen);
  } catch (error) {
    return [`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
}

/**
 * The generator can't make everything smaller by itself: where several changes belong together, it only takes them
 * away together.
 */
function fewest<T>(changes: readonly T[], isWrong: (changes: readonly T[]) => boolean): readonly T[] {
  let left = changes;
  for (const each of changes) {
    const others = left.filter((other) => other !== each);
    if (isWrong(others)) left = others;
  }
  return left;
}
