import { type Command, Option } from 'commander';
import { nameOf } from '../../arm/resource-id.js';
import { UsageError } from '../../errors.js';
import type { Snapshot } from '../../snapshot/format.js';
import {
  type AzureFlags,
  addAzureOptions,
  addTerminalOptions,
  addWorkspaceOptions,
  type TerminalFlags,
  WHERE_DEFAULTS_COME_FROM,
} from '../input/options.js';
import { examples } from '../output/examples.js';
import { tell, writeOutput } from '../output/streams.js';

type SnapshotFlags = AzureFlags &
  TerminalFlags & { readonly output?: string; readonly saveSnapshot?: string };

/** Adds `isocheck snapshot`, which takes and saves what a scan would judge. */
export function addSnapshotCommand(program: Command): void {
  const command = program
    .command('snapshot')
    .summary('read workspaces and save what was read')
    .description(
      `Reads workspaces and saves what was read, to be scanned offline or sent to somebody. Secrets are taken out. ${WHERE_DEFAULTS_COME_FROM}`,
    )
    .usage('[options]');
  addWorkspaceOptions(command);
  command
    .optionsGroup('What comes out:')
    .addOption(
      new Option(
        '-o, --output <file>',
        'where to save; - is standard output (default: WORKSPACE.snapshot.json)',
      ),
    )
    .addOption(new Option('--save-snapshot <file>', 'the same as --output').conflicts('output'));
  addTerminalOptions(command, 'nothing on standard error', 'each request on standard error');
  addAzureOptions(command);
  command.action(snapshot);
  examples(command, [
    ['isocheck snapshot -w mlw-fraud -g rg-fraud', 'saves mlw-fraud.snapshot.json'],
    ['isocheck snapshot -w mlw-fraud -o - | isocheck scan --snapshot -', 'the same as a scan'],
  ]);
}

async function snapshot(flags: SnapshotFlags): Promise<void> {
  const { checkWritable, contentOf, saveSnapshot, takeFromAzure } = await import('../live.js');
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
