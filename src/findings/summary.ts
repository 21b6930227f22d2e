import type { Finding, Summary } from './report.js';

/**
 * Counts findings by status, and the failed ones by severity. Each finding counts once: a suppressed one is neither
 * failed nor unknown.
 */
export function summarize(findings: readonly Pick<Finding, 'status' | 'severity'>[]): Summary {
  const byStatus = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0, suppressed: 0 };
  const failBySeverity = { error: 0, warning: 0, info: 0 };
  for (const { status, severity } of findings) {
    byStatus[status] += 1;
    if (status === 'fail') {
      failBySeverity[severity] += 1;
    }
  }
  const { 'not-applicable': notApplicable, ...others } = byStatus;
  return { ...others, notApplicable, failBySeverity };
}
