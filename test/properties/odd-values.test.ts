import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/findings/report.js';
import { judgeSnapshot } from '../../src/judge/judge-snapshot.js';
import { isThrown } from './better.js';
import { oddities, withOddities } from './odd-values.js';
import { RUNS, SUBJECTS } from './subjects.js';

/*
 * Values that no page documents never make a rule pass that did not pass before, and never break the report.
 */

describe.each(SUBJECTS)('$name', ({ world, required }) => {
  const snapshot = world().snapshot();
  const full = judgeSnapshot(snapshot, { required });

  it('odd values bring about no pass', () => {
    fc.assert(
      fc.property(oddities(snapshot), (odd) => {
        const report = judgeSnapshot(withOddities(snapshot, odd), { required });
        expect(thrown(report)).toEqual([]);
        expect(passesIn(report).filter((pass) => !passesIn(full).includes(pass))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

function passesIn({ findings, scenarios }: Report): readonly string[] {
  return [
    ...findings
      .filter(({ status }) => status === 'pass')
      .map(({ ruleId, target }) => `${ruleId} of ${target.id.toLowerCase()}`),
    ...scenarios
      .filter(({ supported }) => supported === true)
      .map(({ workspace, endpoint, deployment }) => `row ${workspace}/${endpoint}/${deployment ?? '-'}`),
  ];
}

function thrown({ findings }: Report): readonly string[] {
  return findings.filter(isThrown).map(({ message }) => message);
}
