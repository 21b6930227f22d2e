import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exitCode } from '../../src/findings/exit-code.js';
import { type FailOn, SEVERITIES, type Severity, STATUSES, type Status } from '../../src/findings/report.js';

type Outcome = `${Status}:${Severity}`;

/** The outcomes of a scan, and the exit code under each `--fail-on`. */
const CASES: readonly (readonly [readonly Outcome[], Readonly<Record<FailOn, 0 | 1 | 3>>])[] = [
  [[], { error: 3, warning: 3, never: 3 }],
  [['pass:error'], { error: 0, warning: 0, never: 0 }],
  [['not-applicable:error'], { error: 0, warning: 0, never: 0 }],
  [['fail:error'], { error: 1, warning: 1, never: 0 }],
  [['fail:warning'], { error: 0, warning: 1, never: 0 }],
  [['fail:info'], { error: 0, warning: 0, never: 0 }],
  [['suppressed:error'], { error: 0, warning: 0, never: 0 }],
  [['unknown:error'], { error: 3, warning: 3, never: 3 }],
  [['unknown:info'], { error: 3, warning: 3, never: 3 }],
  [['unknown:info', 'fail:error'], { error: 1, warning: 1, never: 3 }],
  [['unknown:error', 'fail:warning'], { error: 3, warning: 1, never: 3 }],
  [['unknown:warning', 'fail:info'], { error: 3, warning: 3, never: 3 }],
  [['pass:error', 'suppressed:error', 'fail:warning'], { error: 0, warning: 1, never: 0 }],
];

function findingOf(outcome: Outcome) {
  const status = STATUSES.find((known) => outcome.startsWith(`${known}:`));
  const severity = SEVERITIES.find((known) => outcome.endsWith(`:${known}`));
  if (status === undefined || severity === undefined) {
    throw new Error(`no such outcome: ${outcome}`);
  }
  return { status, severity };
}

describe.each(['error', 'warning', 'never'] as const)('--fail-on %s', (failOn) => {
  test.each(
    CASES.map(([outcomes, codes]) => [outcomes.join(', ') || 'nothing', outcomes, codes[failOn]] as const),
  )('%s', (_, outcomes, code) => {
    expect(exitCode(outcomes.map(findingOf), failOn)).toBe(code);
  });
});

test('a further unknown finding never turns an exit code into 0', () => {
  const finding = fc.record({
    status: fc.constantFrom(...STATUSES),
    severity: fc.constantFrom(...SEVERITIES),
  });
  fc.assert(
    fc.property(
      fc.array(finding),
      fc.constantFrom(...SEVERITIES),
      fc.constantFrom<FailOn>('error', 'warning', 'never'),
      (findings, severity, failOn) => {
        const before = exitCode(findings, failOn);
        const after = exitCode([...findings, { status: 'unknown', severity }], failOn);
        expect(after).toBe(before === 1 ? 1 : 3);
      },
    ),
  );
});
