/** How the properties are tried. */
export interface Settings {
  /** What all that is random begins with: the same seed tries the same. */
  readonly seed: number;
  /** How often a property is tried for each subject. */
  readonly runs: number;
}

/** The seed of every day, so that a run without a change in the code ends as the last one did. */
const EVERYDAY_SEED = 20_261_124;
const EVERYDAY_RUNS = 40;

/** Names of the variables that change them. */
const SEED = 'ISOCHECK_PROPERTY_SEED';
const RUNS = 'ISOCHECK_PROPERTY_RUNS';

/**
 * Reads how the properties are to be tried: the seed is a number, or `random` for one that nobody has tried yet.
 * @throws for a value of another form, which would try less than was asked for
 */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): Settings {
  return {
    seed: environment[SEED] === 'random' ? randomSeed() : whole(environment, SEED, EVERYDAY_SEED),
    runs: whole(environment, RUNS, EVERYDAY_RUNS),
  };
}

/** Those of this run. */
export const SETTINGS = settingsFrom(process.env);

/** What runs the properties again in the same way. */
export function sameAgain({ seed, runs }: Settings): string {
  return `${SEED}=${seed} ${RUNS}=${runs} npx vitest run --config test/vitest.config.ts --project units test/properties`;
}

/** The longest that a property may take, in milliseconds: on a slow machine a run takes a good part of a second. */
export function timeLimit({ runs }: Settings): number {
  return Math.max(30_000, runs * 1000);
}

/** fast-check takes 32 bits. */
function randomSeed(): number {
  return Math.floor(Math.random() * 0x7f_ff_ff_ff) + 1;
}

function whole(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  otherwise: number,
): number {
  const text = environment[name] ?? '';
  if (text === '') return otherwise;
  if (!/^[1-9]\d{0,9}$/.test(text)) {
    throw new Error(
      `${name} is ${text}: it takes a whole number from 1${name === SEED ? ', or random' : ''}`,
    );
  }
  return Number(text);
}
