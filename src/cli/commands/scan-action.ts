import { UsageError } from '../../errors.js';
import type { Snapshot } from '../../snapshot/format.js';
import { readSnapshot } from '../../snapshot/read.js';
import { narrowedReads, selectRules } from '../input/rule-selection.js';
import { selectWorkspaces } from '../input/selected-workspaces.js';
import { takeFromAzure } from '../input/take-from-azure.js';
import type { AzureFlags } from '../options/azure-options.js';
import type { ReportFlags } from '../options/report-options.js';
import { parseOutputs } from '../output/outputs.js';
import { reportOn } from '../output/report-on.js';
import { saveSnapshot } from '../output/saved-snapshot.js';

export type ScanFlags = AzureFlags & ReportFlags & { readonly snapshot?: string };

/** Reads workspaces from Azure or a saved snapshot, judges them and reports. */
export async function scan(flags: ScanFlags, excess: readonly string[]): Promise<void> {
  refuseExcess(excess);
  const outputs = parseOutputs(flags);
  const rules = selectRules(flags);
  const read = async (): Promise<Snapshot> => {
    if (flags.snapshot === undefined) return takeFromAzure(flags, narrowedReads(rules));
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
