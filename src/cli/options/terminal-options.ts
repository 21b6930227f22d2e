import { type Command, Option } from 'commander';

/** How much is told, and how. */
export interface TerminalFlags {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  /** False by `--no-color`. */
  readonly color: boolean;
}

/** Adds the options that say how much is told. */
export function addTerminalOptions(
  command: Command,
  quiet = 'only what failed or is unknown, a line each, and the counts',
  verbose = 'also what passed, and each request on standard error',
): Command {
  return command
    .addOption(new Option('-q, --quiet', quiet).conflicts('verbose'))
    .addOption(new Option('-v, --verbose', verbose))
    .addOption(noColorOption());
}

/** `--no-color`. */
export function noColorOption(): Option {
  return new Option('--no-color', 'no colours, as with NO_COLOR');
}
