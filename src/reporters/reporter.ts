import type { Report } from '../findings/report.js';

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
