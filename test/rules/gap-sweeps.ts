import { expect } from 'vitest';
import { type Unread, unread } from '../../src/model/algebra/fact.js';
import { Model } from '../../src/model/bodies/model.js';
import type { TargetType } from '../../src/model/targets/target-type.js';
import { evaluateRules } from '../../src/rules/engine/evaluate.js';
import type { Outcome } from '../../src/rules/engine/outcome.js';
import type { AnyRule, CheckContext, Rule } from '../../src/rules/engine/rule.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import { unfoundedFindings } from '../properties/better.js';
import { atMost, unfoundedByLosses } from '../properties/single-losses.js';

/** A target of a world, judged by a rule. */
export interface Judged<T extends TargetType> {
  readonly snapshot: Snapshot;
  readonly context: CheckContext<T>;
  readonly outcome: Outcome;
}

const TAKEN_AWAY: Unread = unread({
  scope: '/taken/away',
  operation: 'Test.Provider/facts/read',
  reason: 'forbidden',
  detail: 'taken away by the test',
});

/** Takes away each fact that a rule declares. */
export function sweepFacts<T extends TargetType>(rule: Rule<T>, { context, outcome }: Judged<T>): void {
  const { applies, needs, considers } = rule.facts;
  for (const name of new Set([...applies, ...needs, ...considers])) {
    const without = rule.evaluate(context, (each) => (each === name ? TAKEN_AWAY : undefined));
    const told = `without ${name}: ${without.message}`;
    expect([outcome.status, 'unknown'], told).toContain(without.status);
    const mandatory = applies.includes(name) || (needs.includes(name) && outcome.status !== 'not-applicable');
    if (mandatory) expect(without.status, told).toBe('unknown');
  }
}

/** Where a judgement reads more, the cases of the table share what is of one kind among them. */
const LOSSES_OF_A_CASE = atMost(6);

/**
 * Takes away whatever was read on the way to the outcome: a rule is given the target itself, which leads to much beside
 * the facts that the rule declares. All targets of the world that the rule is asked of are held against each other.
 * @param turn the position of the case in its table
 */
export function sweepReads<T extends TargetType>(rule: AnyRule, judged: Judged<T>, turn: number): void {
  const { required } = judged.context;
  const judge = (snapshot: Snapshot) => evaluateRules(new Model(snapshot), [rule], required);
  const share = { most: LOSSES_OF_A_CASE, turn };
  expect(unfoundedByLosses(judged.snapshot, { judge, unfounded: unfoundedFindings }, share)).toEqual([]);
}
