import type { Command } from 'commander';

/** What the exit codes of a scan mean, for the end of a help. */
export const EXIT_CODES = `
Exit codes:
  0    every check that applies passed
  1    a failure at or above --fail-on
  2    wrong usage, or an input file that is malformed
  3    something could not be read: the scan is incomplete
  4    the scan could not be made
  130  interrupted`;

/** Ends a command's help with examples: what to type, and what that does. */
export function examples(command: Command, lines: readonly (readonly [typed: string, does: string])[]): void {
  const text = lines.map(([typed, does]) => `  ${typed}\n      ${does}`).join('\n');
  command.addHelpText('after', `\nExamples:\n${text}`);
}
