import { serviceMessage } from '../../azure/connect/service-message.js';
import { ScanError, UsageError } from '../../errors.js';
import { paragraph, span, wholeLine } from '../../terminal/block.js';
import { printable } from '../../terminal/printable.js';
import { terminalOf } from '../../terminal/terminal.js';

/** What is told of a failure, and how the command ends with it. */
interface Failure {
  /** What was wrong, in one line. */
  readonly message: string;
  /** What to do next, or where it happened: a line each. */
  readonly more: readonly string[];
  readonly exitCode: 2 | 4;
}

/**
 * Words a failure. What the user can mend is told in its own words; anything else is a bug of isocheck, after which
 * nobody has a verdict: the scan could not be made.
 * @param verbose whether a bug's stack is told
 */
export function describeFailure(error: unknown, verbose: boolean): Failure {
  if (error instanceof UsageError || error instanceof ScanError) {
    return {
      message: printable(error.message),
      more: error.hints.map(printable),
      exitCode: error.exitCode,
    };
  }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const frames = stack.split('\n').map((line) => line.trim());
  return {
    message: `a bug of isocheck: ${printable(serviceMessage(message))}; please report it`,
    more: verbose ? frames.filter((line) => line.startsWith('at ')).map(printable) : [],
    exitCode: 4,
  };
}

/**
 * Tells on standard error what failed: the message laid out for a terminal, the rest as it is, so that commands in it
 * can be copied.
 * @param words the command line: the failure may be that it could not be parsed
 * @returns the exit code
 */
export async function tellFailure(error: unknown, words: readonly string[]): Promise<2 | 4> {
  const verbose = words.some((word) => word === '--verbose' || /^-[a-z]*v[a-z]*$/.test(word));
  const { message, more, exitCode } = describeFailure(error, verbose);
  const terminal = terminalOf(process.stderr, process.env, !words.includes('--no-color'));
  let text = `isocheck: ${message}\n${more.map((line) => `  ${line}\n`).join('')}`;
  if (process.stderr.isTTY === true || terminal.color) {
    const { render } = await import('../../terminal/render.js');
    const first = paragraph([span('isocheck:', 'error'), span(` ${message}`)], 0, 2);
    text = render([[first, ...more.map((line) => wholeLine([span(line)], 2))]], terminal);
  }
  process.stderr.write(text);
  return exitCode;
}
