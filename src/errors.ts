/**
 * A failure that is the user's to mend: it ends the command with a fixed exit code and its message, never with a
 * stack trace. Anything else that is thrown is a bug of isocheck's own.
 */
abstract class ExpectedError extends Error {
  abstract readonly exitCode: 2 | 4;
  /** What to do next, a line each. */
  readonly hints: readonly string[];

  /**
   * @param message what was wrong and where (file, place or resource id), in one line
   * @param hints what to do next, a line each
   */
  constructor(message: string, hints: readonly string[] = []) {
    super(message);
    this.hints = hints;
  }
}

/** Wrong usage, or an input file that is malformed: exit code 2. */
export class UsageError extends ExpectedError {
  override readonly name = 'UsageError';
  override readonly exitCode = 2;
}

/** The scan could not be made (no credential, no such workspace, Azure unreachable): exit code 4. */
export class ScanError extends ExpectedError {
  override readonly name = 'ScanError';
  override readonly exitCode = 4;
}
