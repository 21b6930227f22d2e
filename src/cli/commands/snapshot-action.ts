import { nameOf } from '../../arm/resource-id.js';
import { UsageError } from '../../errors.js';
import type { Snapshot } from '../../snapshot/format.js';
import { takeFromAzure } from '../input/take-from-azure.js';
import type { AzureFlags } from '../options/azure-options.js';
import type { TerminalFlags } from '../options/terminal-options.js';
import { checkWritable } from '../output/file-faults.js';
import { contentOf, saveSnapshot } from '../output/saved-snapshot.js';
import { tell, writeOutput } from '../process/streams.js';

export type SnapshotFlags = AzureFlags &
  TerminalFlags & { readonly output?: string; readonly saveSnapshot?: string };

/** Reads workspaces from Azure, and saves what was read. */
export async function snapshot(flags: SnapshotFlags): Promise<void> {
  const place = flags.output ?? flags.saveSnapshot;
  const where = flags.output === undefined ? '--save-snapshot' : '--output';
  if (place === '-') refuseTerminal(where);
  else checkWritable(place ?? 'snapshot.json', where);
  const taken = await takeFromAzure(flags);
  if (place === '-') {
    await writeOutput(`${JSON.stringify(taken, null, 2)}\n`);
    if (flags.quiet !== true) tell(`isocheck: ${contentOf(taken)}`);
  } else {
    saveSnapshot(taken, place ?? defaultName(taken), flags);
  }
  process.exitCode = 0;
}

function refuseTerminal(where: string): void {
  if (process.stdout.isTTY !== true) return;
  throw new UsageError(`${where}: a snapshot is not printed to a terminal`, [
    'name a file, or send it on: isocheck snapshot --output - | …',
  ]);
}

function defaultName({ workspaces }: Snapshot): string {
  const [first = '', ...more] = workspaces.map(nameOf);
  return `${more.length === 0 ? first : 'workspaces'}.snapshot.json`;
}
