import { columnsOf, cut } from './columns.js';
import { printable } from './printable.js';
import type { OutputStream } from './terminal.js';

/** How far what the user waits for has come. */
export interface Progress {
  /** What is being read, in words. */
  readonly reading: string;
  /** Requests sent so far. */
  readonly calls: number;
}

/** Where the line is written. */
export type ProgressStream = OutputStream & { write(text: string): unknown };

export interface ProgressLine {
  /** Shows how far the scan has come. */
  show(progress: Progress): void;
  /** Takes the line away for good. It may be called again, and at any time. */
  clear(): void;
}

/** How often the line is written again, in milliseconds: often enough for the seconds to run. */
const INTERVAL = 100;

/** To the beginning of the line, which is then erased. */
const ERASE = '\r\u001b[K';

/**
 * One line on a terminal that tells what is being read, how many calls were made and how long it took; it is
 * rewritten as the scan goes on. On anything but a terminal nothing is written.
 * @param now milliseconds of any clock that runs steadily
 */
export function progressLine(
  stream: ProgressStream,
  width: number,
  now: () => number = () => performance.now(),
): ProgressLine {
  if (stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  const started = now();
  let latest: Progress = { reading: 'signing in', calls: 0 };
  const write = (): void => {
    stream.write(`${ERASE}${lineOf(latest, now() - started, width)}`);
  };
  const timer = setInterval(write, INTERVAL);
  timer.unref();
  write();
  return {
    show(progress) {
      latest = progress;
    },
    clear() {
      clearInterval(timer);
      stream.write(ERASE);
    },
  };
}

/** One column is left free: many terminals go to the next line once the last is filled. */
function lineOf({ reading, calls }: Progress, milliseconds: number, width: number): string {
  const count = `${calls} ${calls === 1 ? 'call' : 'calls'}, ${(milliseconds / 1000).toFixed(1)} s`;
  const room = width - 1 - columnsOf(`reading , ${count}`);
  const what = room < 1 ? '' : `${cut(printable(reading), room)}, `;
  return `${calls === 0 ? '' : 'reading '}${what}${count}`.slice(0, Math.max(0, width - 1));
}
