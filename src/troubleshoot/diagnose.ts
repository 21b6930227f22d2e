import { Model } from '../model/model.js';
import type { Finding, Status } from '../report/report.js';
import { evaluateRules } from '../rules/evaluate.js';
import { RULES } from '../rules/index.js';
import { readsOf } from '../rules/permissions.js';
import type { AnyRule } from '../rules/rule.js';
import type { Snapshot } from '../snapshot/format.js';
import type { ReadName } from '../snapshot/reads.js';
import { isAmong, type Named, Surroundings } from './surroundings.js';
import { isRuleStep, type ManualStep, type RuleStep, type Symptom, type SymptomName } from './symptom.js';

/** What came of one step. */
export interface StepResult {
  readonly title: string;
  /** Empty for a step that ARM can't answer. */
  readonly ruleIds: readonly string[];
  /** As in a report; `manual` for a step that the user takes. */
  readonly status: Exclude<Status, 'suppressed'> | 'manual';
  readonly message: string;
  /** What mends the cause, or what to run. */
  readonly commands: readonly string[];
  /** Of a cause: what mends it, in words. */
  readonly fix?: string;
  /** Name of what the message speaks of; absent where it speaks of nothing in particular. */
  readonly target?: string;
}

/** A symptom walked through, up to its cause. */
export interface Diagnosis {
  readonly symptom: SymptomName;
  /** Up to and with the cause. */
  readonly steps: readonly StepResult[];
  readonly cause: { readonly title: string; readonly ruleId: string } | null;
  /** 1: a cause was found; 3: none was, and a step is unknown; 0: each step passed or is the user's. */
  readonly exitCode: 0 | 1 | 3;
}

/** The rules that a symptom's steps ask, in the order of the steps. */
function rulesOf(symptom: Symptom): readonly AnyRule[] {
  const ids = symptom.steps.flatMap((step) => (isRuleStep(step) ? step.ruleIds : []));
  return [...new Set(ids)].map(ruleNamed);
}

/** Everything that ARM has to be asked for a symptom. */
export function readsOfSymptom(symptom: Symptom): ReadonlySet<ReadName> {
  const manual = symptom.steps.flatMap((step) => (isRuleStep(step) ? [] : step.reads));
  return new Set([...readsOf(rulesOf(symptom)), ...manual]);
}

/**
 * Walks through the steps of a symptom and stops at the first cause: a rule of the step that fails, as an error or a
 * warning.
 * @param named the endpoints and deployments that the user speaks of
 */
export function diagnose(snapshot: Snapshot, symptom: Symptom, named: Named = {}): Diagnosis {
  const model = new Model(snapshot);
  const surroundings = new Surroundings(model, named);
  const steps: StepResult[] = [];
  for (const step of symptom.steps) {
    if (!isRuleStep(step)) {
      steps.push(...manualResult(step, surroundings));
      continue;
    }
    const findings = evaluateRules(model, step.ruleIds.map(ruleNamed), {}).filter((each) =>
      speaksOf(each, named),
    );
    const cause = causeAmong(findings, step);
    if (cause !== undefined) {
      steps.push(failed(step, cause));
      return {
        symptom: symptom.name,
        steps,
        cause: { title: step.title, ruleId: cause.ruleId },
        exitCode: 1,
      };
    }
    steps.push(settled(step, findings));
  }
  const isOpen = steps.some(({ status }) => status === 'unknown');
  return { symptom: symptom.name, steps, cause: null, exitCode: isOpen ? 3 : 0 };
}

function ruleNamed(id: string): AnyRule {
  const rule = RULES.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`no rule is named ${id}`);
  return rule;
}

/** A finding on another endpoint or deployment than the user speaks of is not the cause of what is seen. */
function speaksOf({ target }: Finding, { endpoints, deployments }: Named): boolean {
  const [, endpoint, deployment] =
    /\/onlineEndpoints\/([^/]+)(?:\/deployments\/([^/]+))?/i.exec(target.id) ?? [];
  return (
    (endpoint === undefined || isAmong(endpoints, endpoint)) &&
    (deployment === undefined || isAmong(deployments, deployment))
  );
}

/** By the order of the rules, and of one rule's failures the worst. */
function causeAmong(findings: readonly Finding[], step: RuleStep): Finding | undefined {
  const severities = step.infoIsCause
    ? (['error', 'warning', 'info'] as const)
    : (['error', 'warning'] as const);
  const failures = findings.filter(({ status }) => status === 'fail');
  for (const ruleId of step.ruleIds) {
    for (const severity of severities) {
      const cause = failures.find((each) => each.ruleId === ruleId && each.severity === severity);
      if (cause !== undefined) return cause;
    }
  }
  return undefined;
}

function failed(step: RuleStep, cause: Finding): StepResult {
  return {
    title: step.title,
    ruleIds: step.ruleIds,
    status: 'fail',
    message: cause.consequence === undefined ? cause.message : `${cause.message} ${cause.consequence}`,
    commands: cause.remedy?.commands ?? [],
    ...(cause.remedy === undefined ? {} : { fix: cause.remedy.summary }),
    target: cause.target.name,
  };
}

/** A step without a cause: unknown where anything is, else passed where anything applies. */
function settled({ title, ruleIds }: RuleStep, findings: readonly Finding[]): StepResult {
  const first = (...statuses: readonly Status[]) => findings.find(({ status }) => statuses.includes(status));
  // What fails as an info is worth knowing, and no fault.
  const telling = first('unknown') ?? first('fail') ?? first('pass') ?? first('not-applicable');
  if (telling === undefined) {
    return {
      title,
      ruleIds,
      status: 'not-applicable',
      message: 'There is nothing of the kind.',
      commands: [],
    };
  }
  const status =
    telling.status === 'unknown' || telling.status === 'not-applicable' ? telling.status : 'pass';
  return { title, ruleIds, status, message: telling.message, commands: [], target: telling.target.name };
}

function manualResult(step: ManualStep, surroundings: Surroundings): readonly StepResult[] {
  const commands = step.commands(surroundings);
  if (commands.length === 0) return [];
  return [{ title: step.title, ruleIds: [], status: 'manual', message: step.message, commands }];
}
