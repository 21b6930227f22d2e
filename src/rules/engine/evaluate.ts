import { nameOf, withoutLast } from '../../arm/resource-id.js';
import type { Finding, FindingTarget, Requirements, Severity } from '../../findings/report.js';
import { derived } from '../../model/algebra/derived.js';
import type { Model } from '../../model/bodies/model.js';
import type { TargetType } from '../../model/targets/target-type.js';
import type { Gap } from '../../snapshot/format.js';
import { describeGaps, type Outcome } from './outcome.js';
import type { AnyRule, Judgement } from './rule.js';

/**
 * Asks every rule of every target, once. Where it is not known which targets there are, each rule has an `unknown`
 * finding in their place, so that an unread list never looks like an empty one.
 */
export function evaluateRules(model: Model, rules: readonly AnyRule[], required: Requirements): Finding[] {
  return rules.flatMap((rule) => findingsOf(rule, model, required));
}

function findingsOf(rule: AnyRule, model: Model, required: Requirements): Finding[] {
  const highest = rule.severity(required);
  const { items, gaps } = rule.judge(model, required);
  const findings = items.map(({ target, outcome }) =>
    findingOf(rule, shown(rule.target, target), outcome, highest),
  );
  for (const [scope, hiding] of byScope(gaps)) {
    const outcome: Outcome = { status: 'unknown', message: describeGaps(hiding), gaps: hiding };
    findings.push(
      findingOf(rule, { id: scope, type: rule.target, name: hiddenName(scope) }, outcome, highest),
    );
  }
  return findings;
}

/** By type, for a registry is a target as a dependency, too. */
const shownByType = new Map<TargetType, (target: Judgement['target']) => FindingTarget>();

/** What the report says of a target, made once for all rules: there are many findings. */
function shown(type: TargetType, target: Judgement['target']): FindingTarget {
  const known = shownByType.get(type);
  if (known !== undefined) return known(target);
  shownByType.set(
    type,
    derived(({ id, name }) => ({ id, type, name })),
  );
  return shown(type, target);
}

function findingOf(rule: AnyRule, target: FindingTarget, outcome: Outcome, highest: Severity): Finding {
  const { id: ruleId, pages: docs } = rule;
  const { status, message } = outcome;
  if (status !== 'fail') {
    const gaps = status === 'unknown' ? outcome.gaps : NONE;
    return {
      ruleId,
      status,
      severity: highest,
      target,
      origin: 'existing',
      message,
      docs,
      gaps,
      evidence: NONE,
    };
  }
  return {
    ruleId,
    status,
    severity: outcome.severity ?? highest,
    target,
    origin: 'existing',
    message,
    docs,
    gaps: NONE,
    consequence: outcome.consequence ?? rule.docs.consequence,
    evidence: outcome.evidence,
    remedy: outcome.remedy,
  };
}

/** Shared, for there are many findings. */
const NONE: readonly never[] = [];

/** What stands for targets nobody could list: the list's own path, told by what it belongs to. */
function hiddenName(scope: string): string {
  const owner = nameOf(withoutLast(scope));
  return owner !== '' && /^(onlineendpoints|deployments)$/i.test(nameOf(scope))
    ? `${nameOf(scope)} of ${owner}`
    : nameOf(scope);
}

function byScope(gaps: readonly Gap[]): Map<string, Gap[]> {
  const scopes = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const known = scopes.get(gap.scope);
    if (known === undefined) scopes.set(gap.scope, [gap]);
    else known.push(gap);
  }
  return scopes;
}
