import type { FailOn, Finding, Report, Severity } from './report.js';

const COUNTED: Readonly<Record<FailOn, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  never: [],
};

/**
 * The exit code of a scan that could be made; the same for every format.
 * @param findings all findings of the report, suppressed ones included: these never count
 * @param failOn the least severity of a failure that counts
 * @returns 1 when a failure counts; else 3 when a finding is unknown, of whatever severity, or when there is no
 *   finding at all (nothing was checked); else 0
 */
export function exitCode(
  findings: readonly Pick<Finding, 'status' | 'severity'>[],
  failOn: FailOn,
): Report['exitCode'] {
  const counted = COUNTED[failOn];
  if (findings.some(({ status, severity }) => status === 'fail' && counted.includes(severity))) {
    return 1;
  }
  return findings.length === 0 || findings.some(({ status }) => status === 'unknown') ? 3 : 0;
}
