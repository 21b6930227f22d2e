import { judgeSnapshot } from '../../judge/judge-snapshot.js';
import type { AnyRule } from '../../rules/engine/rule.js';
import type { Snapshot } from '../../snapshot/format.js';
import { refuseUnknownNames } from '../input/known-names.js';
import type { ReportFlags } from '../options/report-options.js';
import { type Output, writeReport } from './outputs.js';

/**
 * Judges a snapshot, writes the report and sets the exit code that it gives.
 * @param source what the report calls the place that the snapshot comes from
 * @param rules those to ask
 * @throws UsageError for an endpoint that does not exist, or a report that cannot be written
 */
export async function reportOn(
  snapshot: Snapshot,
  source: string,
  outputs: readonly Output[],
  rules: readonly AnyRule[],
  flags: ReportFlags,
): Promise<void> {
  const { endpoint: endpoints = [], require: required = {}, failOn = 'error' } = flags;
  refuseUnknownNames(snapshot, { endpoints });
  const report = judgeSnapshot(snapshot, { required, failOn, endpoints, source, rules });
  await writeReport(report, outputs, flags);
  process.exitCode = report.exitCode;
}
