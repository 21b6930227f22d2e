import { type Command, Option } from 'commander';
import { UsageError } from '../../errors.js';

/** Which rules are asked: globs over their ids. */
export interface RuleFlags {
  readonly rules?: readonly string[];
  readonly skip?: readonly string[];
}

/** Adds the options that choose rules. */
export function addRuleOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--rules <glob[,glob]>',
        "ask these rules alone, by id: 'dns/*,registry/premium-sku'; repeatable",
      ).argParser(globs('--rules')),
    )
    .addOption(
      new Option('--skip <glob[,glob]>', 'leave these rules out; repeatable').argParser(globs('--skip')),
    );
}

/** The commas that part globs; those in `{dns,network}/*` belong to one. */
const OUTSIDE_BRACES = /,(?![^{}]*\})/;

/** `--rules a/*,b/*` as commander hands it over: several may be given in one word, or one after the other. */
export function globs(option: string): (word: string, previous?: readonly string[]) => readonly string[] {
  return (word, previous = []) => {
    const given = word.split(OUTSIDE_BRACES).map((glob) => glob.trim());
    if (given.includes('')) {
      throw new UsageError(`${option}: expected globs with commas between them, found "${word}"`, [
        `for example: ${option} 'dns/*,registry/premium-sku'`,
      ]);
    }
    return [...previous, ...given];
  };
}
