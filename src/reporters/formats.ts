/** The formats of a report, as `--output` names them. */
export const FORMAT_NAMES = ['text', 'json'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** The formats of a diagnosis. */
export const DIAGNOSIS_FORMAT_NAMES = ['text', 'json'] as const;
export type DiagnosisFormatName = (typeof DIAGNOSIS_FORMAT_NAMES)[number];
