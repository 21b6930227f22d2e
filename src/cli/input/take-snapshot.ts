import type { CollectOptions } from '../../azure/collect-snapshot.js';
import type { Call } from '../../azure/connect/transport.js';
import type { Snapshot } from '../../snapshot/format.js';
import { printable } from '../../terminal/printable.js';
import { progressLine } from '../../terminal/progress.js';
import { terminalOf } from '../../terminal/terminal.js';
import { VERSION } from '../../version.js';
import { type AzureFlags, DEFAULT_CONCURRENCY } from '../options/azure-options.js';
import type { TerminalFlags } from '../options/terminal-options.js';
import { ended, onInterruption } from '../process/interruption.js';
import { tell } from '../process/streams.js';

/** What is to be read, and from where: what Azure itself, or the server of a demo, needs to be asked. */
export type SnapshotRequest = Pick<
  CollectOptions,
  'workspaces' | 'cloud' | 'armEndpoint' | 'credential' | 'takenAt' | 'trust' | 'reads'
>;

/**
 * Reads from ARM, and tells on standard error how far it has come: a line on a terminal, or with `--verbose` a line
 * for each call.
 * @throws ScanError when the scan cannot be made
 */
export async function takeSnapshot(
  request: SnapshotRequest,
  { concurrency, quiet = false, verbose = false }: Pick<AzureFlags, 'concurrency'> & TerminalFlags,
): Promise<Snapshot> {
  const started = performance.now();
  const { width } = terminalOf(process.stderr, process.env, false);
  const line = progressLine(quiet || verbose ? { write: () => {} } : process.stderr, width);
  const takeBack = onInterruption(line.clear);
  try {
    const { collectSnapshot } = await import('../../azure/collect-snapshot.js');
    const { snapshot, calls, rounds } = await collectSnapshot({
      ...request,
      concurrency: concurrency ?? DEFAULT_CONCURRENCY,
      toolVersion: VERSION,
      signal: ended,
      onProgress: line.show,
      ...(verbose ? { onCall: (call) => tell(callLine(call)) } : {}),
    });
    if (verbose) {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      tell(
        `${calls} ${calls === 1 ? 'call' : 'calls'} in ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, ${seconds} s`,
      );
    }
    return snapshot;
  } finally {
    takeBack();
    line.clear();
  }
}

function callLine({ method, path, status, milliseconds }: Call): string {
  return printable(`${method} ${path} ${status} ${milliseconds} ms`);
}
