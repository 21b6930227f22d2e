import type { Command } from 'commander';
import {
  addAzureOptions,
  addWorkspaceOptions,
  snapshotOption,
  WHERE_DEFAULTS_COME_FROM,
} from '../options/azure-options.js';
import { addReportOptions } from '../options/report-options.js';
import { EXIT_CODES, examples } from './examples.js';
import type { ScanFlags } from './scan-action.js';

/** Adds `isocheck scan`, the command that all is about. */
export function addScanCommand(program: Command): void {
  const command = program
    .command('scan')
    .summary('read workspaces and report how they are isolated')
    .description(`Reads workspaces, judges their network isolation, and reports. ${WHERE_DEFAULTS_COME_FROM}`)
    .usage('[options]')
    .allowExcessArguments();
  addWorkspaceOptions(command).addOption(snapshotOption());
  addReportOptions(command);
  addAzureOptions(command);
  command.action(async (flags: ScanFlags) => {
    const { scan } = await import('./scan-action.js');
    await scan(flags, command.args);
  });
  examples(command, [
    ['isocheck scan -w mlw-fraud -g rg-fraud', 'a workspace of the current subscription'],
    [
      'isocheck scan -w mlw-fraud --endpoint fraud --require inbound=private',
      'one endpoint, which has to be closed to public networks',
    ],
    [
      `isocheck scan -w mlw -o json | jq '.findings[] | select(.status=="fail")'`,
      'what failed, for a program',
    ],
    [
      'isocheck scan -w mlw-fraud -o text -o json=mlw.json --save-snapshot seen.json',
      'a report to read, one to keep, and what was read',
    ],
    [
      "isocheck scan -w mlw-fraud --rules 'dns/*,private-endpoint/*'",
      'only these rules, and only what they ask',
    ],
    ['isocheck scan --snapshot seen.json', 'the same report again, offline'],
  ]);
  command.addHelpText('after', EXIT_CODES);
}
