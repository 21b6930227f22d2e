import { expect } from 'vitest';
import type { ReadName } from '../../src/arm/reads.js';
import type { Finding, Report } from '../../src/findings/report.js';
import { judgeSnapshot } from '../../src/judge/judge-snapshot.js';
import type { Fact } from '../../src/model/algebra/fact.js';
import { Model } from '../../src/model/bodies/model.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import { type Recorded, snapshotOf } from './recorded.js';

/** What a recorded answer says, and what becomes of it when nothing else is known. */
export interface Scanned {
  readonly snapshot: Snapshot;
  readonly model: Model;
  readonly report: Report;
  /** What a rule says of a target, by the name or the id of that. */
  readonly finding: (ruleId: string, target: string) => Finding;
  /** Everything that is neither unknown nor not-applicable: `pass workspace/v1-legacy-mode mlw`. */
  readonly verdicts: readonly string[];
}

/** What is expected of a recorded answer, by the path of its file. */
export type Expectations = Readonly<Record<string, (recorded: Recorded) => void | Promise<void>>>;

/** Scans a recorded answer alone. */
export async function scan(
  name: ReadName,
  recorded: Recorded,
  workspaces: readonly string[] = [],
): Promise<Scanned> {
  return judged(await snapshotOf(name, recorded, workspaces));
}

/** A snapshot with what becomes of it. */
export function judged(snapshot: Snapshot): Scanned {
  const report = judgeSnapshot(snapshot);
  return {
    snapshot,
    model: new Model(snapshot),
    report,
    finding: (ruleId, wanted) => {
      const found = report.findings.filter(
        ({ ruleId: id, target }) => id === ruleId && (target.name === wanted || target.id === wanted),
      );
      const [finding] = found;
      if (finding === undefined || found.length > 1) {
        throw new Error(`${found.length} findings of ${ruleId} for ${wanted}`);
      }
      return finding;
    },
    verdicts: report.findings
      .filter(({ status }) => status === 'pass' || status === 'fail')
      .map(({ status, ruleId, target }) => `${status} ${ruleId} ${target.name}`),
  };
}

/** The value of a fact that must be known. */
export function knownValue<T>(fact: Fact<T>): T {
  if (!fact.known) throw new Error(`not known: ${fact.gaps.map(({ detail }) => detail).join('; ')}`);
  return fact.value;
}

/** The reasons why a fact is not known. */
export function reasonsOf(fact: Fact<unknown>): readonly string[] {
  expect(fact.known).toBe(false);
  return fact.known ? [] : [...new Set(fact.gaps.map(({ reason }) => reason))];
}
