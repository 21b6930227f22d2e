import { type Command, Option } from 'commander';
import { addAzureOptions, addWorkspaceOptions, WHERE_DEFAULTS_COME_FROM } from '../options/azure-options.js';
import { addTerminalOptions } from '../options/terminal-options.js';
import { examples } from './examples.js';
import type { SnapshotFlags } from './snapshot-action.js';

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
  command.action(async (flags: SnapshotFlags) => {
    const { snapshot } = await import('./snapshot-action.js');
    await snapshot(flags);
  });
  examples(command, [
    ['isocheck snapshot -w mlw-fraud -g rg-fraud', 'saves mlw-fraud.snapshot.json'],
    ['isocheck snapshot -w mlw-fraud -o - | isocheck scan --snapshot -', 'the same as a scan'],
  ]);
}
