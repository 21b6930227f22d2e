import type { ReadName } from '../arm/reads.js';
import { idOfType, nameOfType } from '../arm/resource-id.js';
import { readsOf } from '../catalogue/permissions.js';
import type { Finding, Severity, Status } from '../findings/report.js';
import { Model } from '../model/bodies/model.js';
import { workspacesIn } from '../model/ownership/owners.js';
import { evaluateRules } from '../rules/engine/evaluate.js';
import type { AnyRule } from '../rules/engine/rule.js';
import { RULES } from '../rules/index.js';
import type { Snapshot } from '../snapshot/format.js';
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
  /** Of a cause: the name of what the message speaks of. */
  readonly target?: string;
  /** Of a cause. */
  readonly severity?: Severity;
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
    if (workspacesIn(model).length === 0) {
      steps.push(unjudged(step, 'unknown', 'There is no workspace to look at.'));
      continue;
    }
    if (step.managedAlone && surroundings.allAreKubernetes) {
      steps.push(
        unjudged(
          step,
          'not-applicable',
          "The endpoint is a Kubernetes cluster's, which has a host of its own.",
        ),
      );
      continue;
    }
    const findings = evaluateRules(model, step.ruleIds.map(ruleNamed), {}).filter(
      (each) => speaksOf(each, named) && concerns(each, step),
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
  const endpoint = nameOfType(target.id, 'onlineEndpoints');
  const deployment = nameOfType(target.id, 'deployments');
  return (
    (endpoint === null || isAmong(endpoints, endpoint)) &&
    (deployment === null || isAmong(deployments, deployment))
  );
}

/** A rule that is asked of every dependency of a workspace tells a step of those alone that it is about. */
function concerns({ target }: Finding, { dependencies }: RuleStep): boolean {
  if (dependencies === undefined || target.type !== 'dependency') return true;
  return dependencies.some((type) => idOfType(target.id, type) !== null);
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
    severity: cause.severity,
  };
}

/** A step without a cause: unknown where anything is, else passed where anything applies. */
function settled(step: RuleStep, findings: readonly Finding[]): StepResult {
  const having = (...statuses: readonly Status[]) =>
    findings.filter(({ status }) => statuses.includes(status));
  const open = having('unknown', ...(step.infoIsOpen ? (['fail'] as const) : []));
  if (open.length > 0) return told(step, 'unknown', open);
  // What fails as an info is worth knowing, and no fault.
  const passed = having('fail', 'pass');
  if (passed.length > 0) return told(step, 'pass', passed);
  const idle = having('not-applicable');
  return idle.length > 0
    ? told(step, 'not-applicable', idle)
    : unjudged(step, 'not-applicable', 'There is nothing of the kind.');
}

function unjudged(
  { title, ruleIds }: RuleStep,
  status: 'unknown' | 'not-applicable',
  message: string,
): StepResult {
  return { title, ruleIds, status, message, commands: [] };
}

/** What each rule of a step says, in their order. */
function told(
  { title, ruleIds }: RuleStep,
  status: 'pass' | 'unknown' | 'not-applicable',
  findings: readonly Finding[],
): StepResult {
  const messages = ruleIds.map((ruleId) => wordsOf(findings.filter((each) => each.ruleId === ruleId)));
  return { title, ruleIds, status, message: [...new Set(messages)].filter(Boolean).join(' '), commands: [] };
}

/** Of many targets, what is said of these few shows what is said of the others. */
const MOST_TOLD = 2;

const sayOf = ({ message }: Finding) => message;

/** A message that begins with a property says whose it is. */
function ofTarget({ target, message }: Finding): string {
  return /^[a-z]\w*\./.test(message) ? `${target.name}: ${message}` : message;
}

/** What a rule says of its targets: once where it says the same of all, else by their names, failures first. */
function wordsOf(findings: readonly Finding[]): string {
  const failures = findings.filter(({ status }) => status === 'fail');
  const distinct = new Map((failures.length > 0 ? failures : findings).map((each) => [each.message, each]));
  if (distinct.size < 2) return [...distinct.values()].map(findings.length === 1 ? ofTarget : sayOf).join('');
  const shown = [...distinct.values()].slice(0, MOST_TOLD);
  const words = shown.map(({ target, message }) => `${target.name}: ${message}`).join(' ');
  const more = distinct.size - shown.length;
  return more === 0 ? words : `${words} And ${more} more.`;
}

function manualResult(step: ManualStep, surroundings: Surroundings): readonly StepResult[] {
  const commands = step.commands(surroundings);
  if (commands.length === 0) return [];
  return [{ title: step.title, ruleIds: [], status: 'manual', message: step.message, commands }];
}
