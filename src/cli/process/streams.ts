import type { Writable } from 'node:stream';
import { UsageError } from '../../errors.js';
import { writeFailure } from '../../files/write-failure.js';

/**
 * Writes to standard output and waits until it is taken, so that a slow reader is not outrun.
 * @throws UsageError when it cannot be written (a full disk); not when the reader has gone, as `head` does
 */
export async function writeOutput(text: string, stream: Writable = process.stdout): Promise<void> {
  try {
    await written(stream, text);
  } catch (error) {
    if (isClosedPipe(error)) return;
    throw new UsageError(`standard output could not be written: ${writeFailure(error)}`);
  }
}

/** Writes a line for the user to standard error. What becomes of it does not matter to the result. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Keeps a reader that has gone, and a failure that its writer hears of anyway, from ending the process. */
export function surviveClosedStreams(): void {
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
}

function written(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

function isClosedPipe(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // On Windows a pipe that was closed is told as EOF; a stream that has met the error before says it is destroyed.
  return code === 'EPIPE' || code === 'EOF' || code === 'ERR_STREAM_DESTROYED';
}
