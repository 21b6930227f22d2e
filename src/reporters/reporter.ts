import type { Report } from '../findings/report.js';
import type { Terminal } from '../terminal/terminal.js';
import type { Diagnosis } from '../troubleshoot/diagnose.js';
import type { Symptom } from '../troubleshoot/symptom.js';

/** How a report is to be shown. Formats that are read by programs ignore these. */
export interface ReporterOptions {
  /** Columns of the terminal. Commands, ids and addresses may be longer: they are never broken. */
  readonly width: number;
  /** Whether to style with SGR escape sequences. */
  readonly color: boolean;
  /** Show passing and not-applicable checks too, and details in full. */
  readonly verbose: boolean;
  /** Show failing and unknown checks alone, a line each, and the summary. */
  readonly quiet: boolean;
}

/** Turns a report into one format: the whole text to write, with its last line ended. */
export type Reporter = (report: Report, options: ReporterOptions) => string;

/** Turns a diagnosis of a symptom into one format. Formats that are read by programs ignore the rest. */
export type DiagnosisReporter = (
  diagnosis: Diagnosis,
  symptom: Pick<Symptom, 'seen' | 'pages'>,
  terminal: Terminal,
) => string;
