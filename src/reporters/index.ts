import { json } from './json.js';
import type { Reporter } from './reporter.js';
import { text } from './text.js';

/** The formats of a report, as `--output` names them. */
export const FORMAT_NAMES = ['text', 'json'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** The reporter of each format. */
export const REPORTERS: Readonly<Record<FormatName, Reporter>> = { text, json };

export type { Reporter, ReporterOptions } from './reporter.js';
