import type { Command } from 'commander';
import { UsageError } from '../../errors.js';
import {
  type AzureFlags,
  addAzureOptions,
  addWorkspaceOptions,
  snapshotOption,
  WHERE_DEFAULTS_COME_FROM,
} from '../options/azure-options.js';
import { addReportOptions, type ReportFlags } from '../options/report-options.js';
import { EXIT_CODES, examples } from './examples.js';

type ScanFlags = AzureFlags & ReportFlags & { readonly snapshot?: string };

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
  command.action((flags: ScanFlags) => scan(flags, command.args));
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

async function scan(flags: ScanFlags, excess: readonly string[]): Promise<void> {
  refuseExcess(excess);
  const { narrowedReads, parseOutputs, readSnapshot, reportOn, saveSnapshot, selectRules, selectWorkspaces } =
    await import('../judging.js');
  const outputs = parseOutputs(flags);
  const rules = selectRules(flags);
  const read = async () => {
    if (flags.snapshot === undefined) {
      const { takeFromAzure } = await import('../live.js');
      return takeFromAzure(flags, narrowedReads(rules));
    }
    const saved = await readSnapshot({ file: flags.snapshot });
    return flags.workspace === undefined ? saved : selectWorkspaces(saved, flags.workspace);
  };
  const snapshot = await read();
  if (flags.saveSnapshot !== undefined) saveSnapshot(snapshot, flags.saveSnapshot, flags);
  const source = flags.snapshot === '-' ? 'standard input' : (flags.snapshot ?? 'azure');
  await reportOn(snapshot, source, outputs, rules, flags);
}

/** Whoever types `isocheck scan mlw-fraud` means the workspace. */
function refuseExcess([first]: readonly string[]): void {
  if (first === undefined) return;
  throw new UsageError(`scan: unexpected argument "${first}"`, [
    `name a workspace with --workspace ${first}`,
  ]);
}
