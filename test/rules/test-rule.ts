import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Evidence, Requirements, Severity } from '../../src/findings/report.js';
import { Model } from '../../src/model/bodies/model.js';
import type { TargetType } from '../../src/model/targets/target-type.js';
import type { TargetByType } from '../../src/model/targets/targets.js';
import { TARGETS } from '../../src/model/targets/targets.js';
import type { Outcome } from '../../src/rules/engine/outcome.js';
import type { AnyRule, CheckContext, Rule } from '../../src/rules/engine/rule.js';
import { snapshotSchema } from '../../src/snapshot/format.js';
import type { Estate } from '../world/estate.js';
import { type Judged, sweepFacts, sweepReads } from './gap-sweeps.js';
import { type ExpectSaid, expectSaid } from './said.js';

interface World {
  /** What is special about the world. */
  readonly name: string;
  readonly world: () => Estate;
  /** Name or id of the target; needed where the world holds several. */
  readonly target?: string;
  readonly required?: Requirements;
}

/** A case whose author reads what the rule said where the first run writes it. */
interface ReadCase extends World {
  readonly expect: ExpectSaid;
}

interface WrittenCase extends World {
  readonly expect?: undefined;
  /** The whole message. */
  readonly message: string;
}

interface WrittenFailCase extends WrittenCase {
  readonly severity: Severity;
  readonly evidence: readonly Evidence[];
  readonly commands: readonly string[];
  /** The remedy's whole summary. */
  readonly summary: string;
}

interface WrittenUnknownCase extends WrittenCase {
  /** The operations whose answers are missing; empty where a value that was read decides nothing. */
  readonly operations: readonly string[];
}

type Case = ReadCase | WrittenCase;
type FailCase = ReadCase | WrittenFailCase;
type UnknownCase = ReadCase | WrittenUnknownCase;

/** What a rule says of worlds: at least one case of each outcome. */
export interface RuleTable {
  readonly fail: readonly [FailCase, ...FailCase[]];
  readonly pass: readonly [Case, ...Case[]];
  readonly unknown: readonly [UnknownCase, ...UnknownCase[]];
  /** Or why the question always arises. */
  readonly notApplicable: readonly [Case, ...Case[]] | string;
}

/**
 * Tests a rule by a table: status, message, evidence and remedy of every case, and then the gap sweeps over each: a
 * fact taken away may make an outcome unknown and never turns it into another verdict; where the rule applies and
 * cannot do without the fact, it must become unknown. The same of whatever else was read on the way to the outcome.
 */
export function testRule<T extends TargetType>(rule: Rule<T> & AnyRule, table: RuleTable): void {
  const notApplicable = typeof table.notApplicable === 'string' ? [] : table.notApplicable;
  const cases: readonly Case[] = [...table.fail, ...table.pass, ...table.unknown, ...notApplicable];
  const sweep = (each: Case, judged: Judged<T>) => {
    sweepFacts<T>(rule, judged);
    sweepReads(rule, judged, cases.indexOf(each));
  };
  const expectPlain = (each: Case, status: Outcome['status']) => {
    const judged = run<T>(rule, each);
    const { outcome, context } = judged;
    expect(outcome.status, outcome.message).toBe(status);
    if (each.expect !== undefined) {
      expectSaid(outcome, rule.severity(context.required), context.target.id, each.expect);
    } else {
      expect(outcome.message).toBe(each.message);
    }
    sweep(each, judged);
  };
  describe(rule.id, () => {
    for (const each of table.fail) {
      it(`fails: ${each.name}`, () => {
        const judged = run<T>(rule, each);
        const { outcome, context } = judged;
        expect(outcome.status, outcome.message).toBe('fail');
        if (outcome.status !== 'fail') return;
        if (each.expect !== undefined) {
          expectSaid(outcome, rule.severity(context.required), context.target.id, each.expect);
        } else {
          expect(outcome.message).toBe(each.message);
          expect(outcome.severity ?? rule.severity(context.required)).toBe(each.severity);
          expect(outcome.evidence).toEqual(each.evidence);
          expect(outcome.remedy.commands).toEqual(each.commands);
          expect(outcome.remedy.summary).toBe(each.summary);
        }
        sweep(each, judged);
      });
    }
    for (const each of table.pass) {
      it(`passes: ${each.name}`, () => expectPlain(each, 'pass'));
    }
    for (const each of table.unknown) {
      it(`is unknown: ${each.name}`, () => {
        const judged = run<T>(rule, each);
        const { outcome, context } = judged;
        expect(outcome.status, outcome.message).toBe('unknown');
        if (outcome.status !== 'unknown') return;
        if (each.expect !== undefined) {
          expectSaid(outcome, rule.severity(context.required), context.target.id, each.expect);
        } else {
          expect(outcome.message).toBe(each.message);
          expect([...new Set(outcome.gaps.map((gap) => gap.operation))].sort()).toEqual(
            [...each.operations].sort(),
          );
        }
        sweep(each, judged);
      });
    }
    if (typeof table.notApplicable === 'string') {
      it(`always applies: ${table.notApplicable}`, () => expect(rule.facts.applies).toEqual([]));
    }
    for (const each of notApplicable) {
      it(`does not apply: ${each.name}`, () => expectPlain(each, 'not-applicable'));
    }
  });
}

function run<T extends TargetType>(rule: Rule<T>, each: Case): Judged<T> {
  const snapshot = v.parse(snapshotSchema, each.world().world.snapshot());
  const model = new Model(snapshot);
  const target = findTarget(TARGETS[rule.target].find(model).items, each.target);
  const context: CheckContext<T> = { target, required: each.required ?? {}, cloud: model.cloud };
  return { snapshot, context, outcome: rule.evaluate(context) };
}

function findTarget<T extends TargetByType[TargetType]>(
  targets: readonly T[],
  wanted: string | undefined,
): T {
  const found = targets.filter(
    (target) =>
      wanted === undefined || target.name === wanted || target.id.toLowerCase() === wanted.toLowerCase(),
  );
  const [target, ...more] = found;
  if (target === undefined || more.length > 0) {
    throw new Error(
      `${found.length} targets fit ${wanted ?? 'the case'}: ${targets.map(({ name }) => name).join(', ')}`,
    );
  }
  return target;
}
