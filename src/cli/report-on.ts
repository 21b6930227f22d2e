import { UsageError } from '../errors.js';
import { Model } from '../model/model.js';
import { createReport } from '../report/create-report.js';
import type { AnyRule } from '../rules/rule.js';
import type { Snapshot } from '../snapshot/format.js';
import { alternatives, didYouMean } from './nearest.js';
import type { ReportFlags, TerminalFlags } from './options.js';
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
  flags: ReportFlags & TerminalFlags,
): Promise<void> {
  const { endpoint: endpoints = [], require: required = {}, failOn = 'error' } = flags;
  if (endpoints.length > 0) refuseUnknownEndpoints(snapshot, endpoints);
  const report = createReport(snapshot, { required, failOn, endpoints, source, rules });
  await writeReport(report, outputs, flags);
  process.exitCode = report.exitCode;
}

/** Where the list of endpoints was not read whole, a name may well be one of those that are missing. */
function refuseUnknownEndpoints(snapshot: Snapshot, wanted: readonly string[]): void {
  const { items, gaps } = new Model(snapshot).targets().endpoint();
  if (gaps.length > 0) return;
  const names = [...new Set(items.map(({ name }) => name))].sort();
  const known = new Set(names.map((name) => name.toLowerCase()));
  for (const name of wanted) {
    if (known.has(name.toLowerCase())) continue;
    throw new UsageError(`--endpoint: no endpoint is named "${name}"`, [
      ...didYouMean(name, names),
      names.length === 0 ? 'there is none at all' : `the endpoints: ${listed(names)}`,
    ]);
  }
}

const MOST_LISTED = 10;

function listed(names: readonly string[]): string {
  if (names.length <= MOST_LISTED) return alternatives(names).replace(' or ', ' and ');
  return `${names.slice(0, MOST_LISTED).join(', ')} and ${names.length - MOST_LISTED} more`;
}
