import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SEVERITIES, STATUSES } from '../../src/findings/report.js';
import { summarize } from '../../src/findings/summary.js';

test('counts by status, and failures by severity', () => {
  expect(
    summarize([
      { status: 'pass', severity: 'error' },
      { status: 'pass', severity: 'info' },
      { status: 'fail', severity: 'error' },
      { status: 'fail', severity: 'warning' },
      { status: 'fail', severity: 'warning' },
      { status: 'fail', severity: 'info' },
      { status: 'unknown', severity: 'error' },
      { status: 'not-applicable', severity: 'warning' },
      { status: 'suppressed', severity: 'error' },
    ]),
  ).toEqual({
    pass: 2,
    fail: 4,
    unknown: 1,
    notApplicable: 1,
    suppressed: 1,
    failBySeverity: { error: 1, warning: 2, info: 1 },
  });
});

test('of no findings every count is zero', () => {
  expect(summarize([])).toEqual({
    pass: 0,
    fail: 0,
    unknown: 0,
    notApplicable: 0,
    suppressed: 0,
    failBySeverity: { error: 0, warning: 0, info: 0 },
  });
});

test('each finding counts exactly once', () => {
  const finding = fc.record({
    status: fc.constantFrom(...STATUSES),
    severity: fc.constantFrom(...SEVERITIES),
  });
  fc.assert(
    fc.property(fc.array(finding), (findings) => {
      const { pass, fail, unknown, notApplicable, suppressed, failBySeverity } = summarize(findings);
      expect(pass + fail + unknown + notApplicable + suppressed).toBe(findings.length);
      expect(failBySeverity.error + failBySeverity.warning + failBySeverity.info).toBe(fail);
    }),
  );
});
