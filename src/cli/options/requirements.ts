import { UsageError } from '../../errors.js';
import type { Requirements } from '../../findings/report.js';
import { alternatives, didYouMean } from './did-you-mean.js';

const WHAT = ['inbound', 'outbound', 'workspace'] as const satisfies readonly (keyof Requirements)[];
const ACCEPTED = WHAT.map((what) => `${what}=private`);

/**
 * Reads a value of `--require` on top of earlier ones: `inbound=private,outbound=private`.
 * @throws UsageError for anything else, with the nearest that is
 */
export function parseRequirements(value: string, previous: Requirements = {}): Requirements {
  return Object.assign({}, previous, ...value.split(',').map(parseOne));
}

function parseOne(text: string): Requirements {
  const [name = '', level] = text.trim().toLowerCase().split('=');
  const what = WHAT.find((each) => each === name);
  if (what !== undefined && level === 'private') return { [what]: 'private' };
  const near = what === undefined ? didYouMean(name, WHAT) : [];
  const hints =
    what !== undefined
      ? [`did you mean ${what}=private?`]
      : near.map((hint) => hint.replace('?', '=private?'));
  throw new UsageError(`--require: expected ${alternatives(ACCEPTED)}, found "${text.trim()}"`, hints);
}
