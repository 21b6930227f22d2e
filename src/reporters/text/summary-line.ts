import { type Report, SEVERITIES, type Severity, type Summary } from '../../findings/report.js';
import { paragraph, type Section, span, type Tone } from '../../terminal/block.js';

function counted(severity: Severity, count: number): string {
  return severity === 'info' || count === 1 ? `${count} ${severity}` : `${count} ${severity}s`;
}

function counts(summary: Summary): readonly string[] {
  const failures = SEVERITIES.map((severity) => ({ severity, count: summary.failBySeverity[severity] }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => counted(severity, count));
  return [
    `${summary.fail} failed${failures.length === 0 ? '' : ` (${failures.join(', ')})`}`,
    `${summary.pass} passed`,
    `${summary.unknown} unknown`,
    `${summary.notApplicable} not applicable`,
    ...(summary.suppressed === 0 ? [] : [`${summary.suppressed} suppressed`]),
  ];
}

/** The counts, in a second line only if they must be, and then parted between two counts. */
function countLines(summary: Summary, width: number): readonly string[] {
  const lines: string[] = [];
  for (const count of counts(summary)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 2 + count.length < width) {
      lines[lines.length - 1] = `${line}, ${count}`;
    } else {
      lines.push(count);
    }
  }
  return lines;
}

/** Nothing is green while anything is unknown, or when nothing was checked. */
function toneOf({ failBySeverity, unknown, pass, fail }: Summary): Tone {
  if (failBySeverity.error > 0) {
    return 'error';
  }
  if (failBySeverity.warning > 0) {
    return 'warning';
  }
  if (unknown > 0) {
    return 'unknown';
  }
  return pass + fail > 0 ? 'sound' : 'warning';
}

function incompleteText({ summary, findings }: Report): string {
  if (findings.length === 0) {
    return 'The scan is incomplete: nothing was checked.';
  }
  if (summary.unknown === 0) {
    return '';
  }
  const checks =
    summary.unknown === 1 ? '1 check is unknown and' : `${summary.unknown} checks are unknown and`;
  return `The scan is incomplete: ${checks} did not pass.`;
}

/**
 * The last lines of a report: `2 failed (1 error, 1 warning), 41 passed, 3 unknown, 6 not applicable`, what was
 * suppressed if anything, and whether the scan is incomplete.
 * @param width columns of the terminal
 */
export function summarySection(report: Report, width: number): Section {
  const tone = toneOf(report.summary);
  const lines = countLines(report.summary, width);
  const incomplete = incompleteText(report);
  return [
    ...lines.map((line, number) =>
      paragraph([span(number < lines.length - 1 ? `${line},` : line, tone)], 0, 2),
    ),
    ...(incomplete === '' ? [] : [paragraph([span(incomplete, 'unknown')], 0, 2)]),
  ];
}
