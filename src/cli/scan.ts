import { type Command, Option } from 'commander';
import { UsageError } from '../errors.js';
import { examples } from './examples.js';
import {
  type AzureFlags,
  addAzureOptions,
  addJudgingOptions,
  addReportOptions,
  addTerminalOptions,
  addWorkspaceOptions,
  type ReportFlags,
  type TerminalFlags,
} from './options.js';

type ScanFlags = AzureFlags & ReportFlags & TerminalFlags & { readonly snapshot?: string };

/** Adds `isocheck scan`, the command that all is about. */
export function addScanCommand(program: Command): void {
  const command = program
    .command('scan')
    .description('read workspaces, judge their network isolation, and report')
    .usage('[options]')
    .allowExcessArguments();
  addWorkspaceOptions(command).addOption(
    new Option(
      '--snapshot <file>',
      'judge a saved snapshot in place of Azure; - is standard input',
    ).conflicts(['resourceGroup', 'subscription', 'cloud', 'armEndpoint', 'concurrency']),
  );
  addJudgingOptions(command);
  addTerminalOptions(addReportOptions(command));
  addAzureOptions(command);
  command.action((flags: ScanFlags) => scan(flags, command.args));
  examples(command, [
    ['isocheck scan -w mlw-fraud -g rg-fraud', 'a workspace of the current subscription'],
    [
      'isocheck scan -w mlw-fraud --endpoint fraud --require inbound=private,outbound=private',
      'one endpoint, which has to be private both ways',
    ],
    [
      'isocheck scan -w mlw-fraud -o json | jq \'.findings[] | select(.status == "fail")\'',
      'what failed, for a program',
    ],
    [
      'isocheck scan -w mlw-fraud -o text -o json=report.json --save-snapshot mlw.json',
      'a report to read, one to keep, and what was read',
    ],
    ['isocheck scan --snapshot mlw.json', 'the same report again, offline'],
  ]);
}

async function scan(flags: ScanFlags, excess: readonly string[]): Promise<void> {
  refuseExcess(excess);
  const { parseOutputs } = await import('./outputs.js');
  const outputs = parseOutputs(flags);
  const { snapshot, source } = await readSource(flags);
  const { reportOn } = await import('./report-on.js');
  if (flags.saveSnapshot !== undefined) {
    const { saveSnapshot } = await import('./snapshot-file.js');
    await saveSnapshot(snapshot, flags.saveSnapshot, flags.quiet ?? false);
  }
  await reportOn(snapshot, source, outputs, flags);
}

async function readSource(flags: ScanFlags) {
  if (flags.snapshot === undefined) {
    const { takeFromAzure } = await import('./take-snapshot.js');
    return { snapshot: await takeFromAzure(flags), source: 'azure' };
  }
  const [{ readSnapshot }, { selectWorkspaces }] = await Promise.all([
    import('../snapshot/read.js'),
    import('./snapshot-file.js'),
  ]);
  const snapshot = await readSnapshot({ file: flags.snapshot });
  return {
    snapshot: flags.workspace === undefined ? snapshot : selectWorkspaces(snapshot, flags.workspace),
    source: flags.snapshot === '-' ? 'standard input' : flags.snapshot,
  };
}

/** Whoever types `isocheck scan mlw-fraud` means the workspace. */
function refuseExcess([first]: readonly string[]): void {
  if (first === undefined) return;
  throw new UsageError(`scan: unexpected argument "${first}"`, [
    `name a workspace with --workspace ${first}`,
  ]);
}
