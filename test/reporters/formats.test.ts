import { expect, test } from 'vitest';
import { isJsonObject } from '../../src/json.js';
import { FORMAT_NAMES } from '../../src/reporters/formats.js';
import { type FormatName, REPORTERS, type ReporterOptions } from '../../src/reporters/index.js';
import { COMPLETE, EXAMPLES } from './example-reports.js';

test('every format tells the same counts', () => {
  const options: ReporterOptions = { width: 120, color: false, verbose: true, quiet: false };
  const { pass, fail, unknown, notApplicable, suppressed, failBySeverity } = COMPLETE.summary;
  const counts: Record<FormatName, (output: string) => unknown> = {
    text: (output) =>
      /^(\d+) failed \((\d+) errors?, (\d+) warnings?, (\d+) info\), (\d+) passed, (\d+) unknown, (\d+) not applicable, (\d+) suppressed$/m
        .exec(output)
        ?.slice(1)
        .map(Number),
    json: (output) => {
      const report: unknown = JSON.parse(output);
      const findings = isJsonObject(report) && Array.isArray(report['findings']) ? report['findings'] : [];
      const having = (status: string, severity?: string) =>
        findings.filter((one) => one.status === status && (severity ?? one.severity) === one.severity).length;
      return [
        having('fail'),
        having('fail', 'error'),
        having('fail', 'warning'),
        having('fail', 'info'),
        having('pass'),
        having('unknown'),
        having('not-applicable'),
        having('suppressed'),
      ];
    },
  };
  const expected = [
    fail,
    failBySeverity.error,
    failBySeverity.warning,
    failBySeverity.info,
    pass,
    unknown,
    notApplicable,
    suppressed,
  ];
  for (const format of FORMAT_NAMES) {
    expect(counts[format](REPORTERS[format](COMPLETE, options)), format).toEqual(expected);
  }
});

test('every finding that failed or is unknown is in the text, whatever the options', () => {
  for (const report of Object.values(EXAMPLES)) {
    for (const quiet of [false, true]) {
      const output = REPORTERS.text(report, { width: 200, color: false, verbose: false, quiet });
      for (const { ruleId, status } of report.findings) {
        if (status === 'fail' || status === 'unknown') {
          expect(output).toContain(ruleId);
        }
      }
    }
  }
});
