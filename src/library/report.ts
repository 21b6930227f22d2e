import { type RuleSummary, summarizeRule } from '../catalogue/rule-summary.js';
import type { FailOn, Report, Requirements } from '../findings/report.js';
import { judgeSnapshot } from '../judge/judge-snapshot.js';
import { type FormatName, REPORTERS, type ReporterOptions } from '../reporters/index.js';
import { RULES } from '../rules/index.js';
import type { Snapshot } from '../snapshot/format.js';

export interface ReportSettings {
  /** What has to be private: what is public there is then an error. */
  readonly required?: Requirements;
  /** The least severity of a failure that makes the exit code 1; `error` unless told otherwise. */
  readonly failOn?: FailOn;
  /** Names of the endpoints to report; all unless told otherwise. Evaluated is everything all the same. */
  readonly endpoints?: readonly string[];
  /** What the report calls the place that the snapshot comes from. */
  readonly source?: string;
}

/**
 * Judges a snapshot. A pure function: the same snapshot and settings give the same report.
 * @throws never for what a snapshot may hold: what cannot be judged is `unknown` in the report
 */
export function createReport(snapshot: Snapshot, settings: ReportSettings = {}): Report {
  return judgeSnapshot(snapshot, settings);
}

/**
 * Turns a report into the text of a format, its last line ended.
 * @param options how it is to be shown; formats that are read by programs ignore it
 */
export function renderReport(
  report: Report,
  format: FormatName,
  options: Partial<ReporterOptions> = {},
): string {
  return REPORTERS[format](report, { width: 80, color: false, verbose: false, quiet: false, ...options });
}

/** Every rule, as plain data, in the order of their ids. */
export const rules: readonly RuleSummary[] = RULES.map(summarizeRule);
