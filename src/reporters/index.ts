import type { DiagnosisFormatName, FormatName } from './formats.js';
import { json } from './json.js';
import type { DiagnosisReporter, Reporter } from './reporter.js';
import { diagnosisText } from './text/diagnosis.js';
import { text } from './text.js';

/** The reporter of each format. */
export const REPORTERS: Readonly<Record<FormatName, Reporter>> = { text, json };

/** That of a diagnosis. */
export const DIAGNOSIS_REPORTERS: Readonly<Record<DiagnosisFormatName, DiagnosisReporter>> = {
  text: diagnosisText,
  json,
};

export type { FormatName } from './formats.js';
export type { ReporterOptions } from './reporter.js';
