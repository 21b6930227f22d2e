import { diagnosisSections } from '../../reporters/text/diagnosis.js';
import { render } from '../../terminal/render.js';
import type { Terminal } from '../../terminal/terminal.js';
import type { Diagnosis } from '../../troubleshoot/diagnose.js';
import type { Symptom } from '../../troubleshoot/symptom.js';

/** The forms in which a diagnosis is written. */
export const DIAGNOSIS_FORMATS = ['text', 'json'] as const;
export type DiagnosisFormat = (typeof DIAGNOSIS_FORMATS)[number];

/** A diagnosis in one of the forms, its last line ended. */
export function renderDiagnosis(
  diagnosis: Diagnosis,
  symptom: Symptom,
  format: DiagnosisFormat,
  terminal: Terminal,
): string {
  return format === 'json'
    ? `${JSON.stringify(diagnosis, null, 2)}\n`
    : render(diagnosisSections(diagnosis, symptom), terminal);
}
