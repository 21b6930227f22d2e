import type { Diagnosis, StepResult } from '../../src/troubleshoot/diagnose.js';

const STATUSES = [
  'pass',
  'unknown',
  'not-applicable',
  'manual',
  'fail',
] as const satisfies readonly StepResult['status'][];

/** A diagnosis with one string from outside in every place that can hold one. */
export function diagnosisMadeOf(given: string): Diagnosis {
  return {
    symptom: 'no-logs',
    steps: STATUSES.map((status) => ({
      title: given,
      ruleIds: [given],
      status,
      message: given,
      commands: [given],
      fix: given,
      target: given,
      severity: 'error',
    })),
    cause: { title: given, ruleId: given },
    exitCode: 1,
  };
}
