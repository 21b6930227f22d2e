import { describe, expect, it } from 'vitest';
import { judgeSnapshot } from '../../src/judge/judge-snapshot.js';
import { Model } from '../../src/model/bodies/model.js';
import { evaluateRules } from '../../src/rules/engine/evaluate.js';
import { RULES } from '../../src/rules/index.js';
import { placeScenarios } from '../../src/scenarios/scenarios.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import { type MatrixOfFindings, unfoundedScenarios } from '../properties/better.js';
import { atMost, unfoundedByLosses } from '../properties/single-losses.js';
import { ROWS } from './rows.js';
import { cutOff, legacy, managed, publicEgress, withoutPrivateEndpoint } from './worlds.js';

/*
 * Whatever is taken away of what the matrix is made of, a row stays what it is or becomes unknown.
 */

const WORLDS = [
  ...ROWS.map(({ name, world }) => ({ name, world })),
  { name: 'the second page of the deployments failed', world: cutOff },
  {
    name: 'an endpoint without a deployment',
    world: () => legacy('Disabled')().endpoint('bare', 'Enabled', {}),
  },
  {
    name: 'a closed endpoint without a deployment, and no way in',
    world: () => withoutPrivateEndpoint().endpoint('bare', 'Disabled', {}),
  },
];

/** The rules that the matrix goes by: in these worlds, each of them is a condition. */
const CONDITIONS = new Set(
  [legacy('Disabled'), publicEgress('Disabled'), managed('AllowOnlyApprovedOutbound'), cutOff]
    .flatMap((world) => judgeSnapshot(world().world.snapshot()).scenarios)
    .flatMap(({ conditions }) => conditions.map(({ ruleId }) => ruleId)),
);
const RULES_OF_MATRIX = RULES.filter(({ id }) => CONDITIONS.has(id));

function judge(snapshot: Snapshot): MatrixOfFindings {
  const model = new Model(snapshot);
  const findings = evaluateRules(model, RULES_OF_MATRIX, {});
  return { findings, scenarios: placeScenarios(model, findings) };
}

function unfounded(full: MatrixOfFindings, less: MatrixOfFindings): readonly string[] {
  const unasked = less.scenarios
    .flatMap(({ conditions }) => conditions)
    .filter(({ text }) => text.includes('was not asked of'));
  return [...unfoundedScenarios(full, less), ...unasked.map(({ text }) => text)];
}

describe('the matrix with less', () => {
  it.each(WORLDS.map((each, turn) => ({ ...each, turn })))('$name', ({ world, turn }) => {
    const share = { most: atMost(12), turn };
    expect(unfoundedByLosses(world().world.snapshot(), { judge, unfounded }, share)).toEqual([]);
  });
});
