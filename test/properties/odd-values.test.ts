import { describe, it } from 'vitest';
import type { Report } from '../../src/findings/report.js';
import { judgeSnapshot } from '../../src/judge/judge-snapshot.js';
import { isThrown } from './better.js';
import { checkProperty } from './check-property.js';
import { type Oddity, oddities, oddityInWords, withOddities } from './odd-values.js';
import { SETTINGS, timeLimit } from './settings.js';
import { SUBJECTS } from './subjects.js';

/*
 * Values that no page documents never make a rule pass that did not pass before, and never break the report.
 */

describe.each(SUBJECTS)('$name', ({ world, required }) => {
  const snapshot = world().snapshot();
  const full = judgeSnapshot(snapshot, { required });

  const property = {
    changes: oddities(snapshot),
    problems: (odd: readonly Oddity[]) => {
      const report = judgeSnapshot(withOddities(snapshot, odd), { required });
      const before = passesIn(full);
      return [
        ...thrown(report),
        ...passesIn(report)
          .filter((pass) => !before.includes(pass))
          .map((pass) => `${pass} became a pass`),
      ];
    },
    inWords: oddityInWords,
  };

  it('odd values bring about no pass', () => checkProperty(property), timeLimit(SETTINGS));
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
