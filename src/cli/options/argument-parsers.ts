import { UsageError } from '../../errors.js';
import { alternatives, didYouMean } from './did-you-mean.js';

/** An option that may be given several times. */
export function repeated(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

/** The name of a file to read. */
export function fileName(option: string): (word: string) => string {
  return (word) => {
    if (word !== '') return word;
    throw new UsageError(`${option}: expected the name of a file, found ""`);
  };
}

/**
 * The one of several names that a user typed, without regard to case.
 * @param where what the word is the value of, e.g. `--output`
 * @throws UsageError that names the nearest
 */
export function oneOf<const Name extends string>(names: readonly Name[], word: string, where: string): Name {
  const found = names.find((name) => name.toLowerCase() === word.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(`${where}: expected ${alternatives(names)}, found "${word}"`, didYouMean(word, names));
}
