import { nameOf, withoutLast } from '../../arm/resource-id.js';
import type { Finding, FindingTarget, Requirements, Severity, TargetType } from '../../findings/report.js';
import { once } from '../../model/algebra/derived.js';
import type { Listing } from '../../model/algebra/fact.js';
import type { Model } from '../../model/bodies/model.js';
import type { TargetByType } from '../../model/targets/target-types.js';
import { targetsOf } from '../../model/targets/targets.js';
import type { Gap } from '../../snapshot/format.js';
import { describeGaps, type Outcome } from './outcome.js';
import { type AnyRule, type Rule, ruleThrew } from './rule.js';

/**
 * Asks every rule of every target, once. Where it is not known which targets there are, each rule has an `unknown`
 * finding in their place, so that an unread list never looks like an empty one.
 */
export function evaluateRules(model: Model, rules: readonly AnyRule[], required: Requirements): Finding[] {
  const targets = askableTargets(model);
  return rules.flatMap((rule) => findingsOf(rule, targets, model, required));
}

/** A target with what the report says of it, which is made once for all rules. */
interface Askable<T> {
  readonly target: T;
  readonly shown: FindingTarget;
}

type AskableTargets = { readonly [T in TargetType]: () => Listing<Askable<TargetByType[T]>> };

function askableTargets(model: Model): AskableTargets {
  const all = targetsOf(model);
  const made = <T extends TargetType>(type: T) => once(() => askable(type, all[type]()));
  return {
    workspace: made('workspace'),
    endpoint: made('endpoint'),
    deployment: made('deployment'),
    connection: made('connection'),
    registry: made('registry'),
    'key-vault': made('key-vault'),
    'storage-account': made('storage-account'),
    dependency: made('dependency'),
    'private-endpoint': made('private-endpoint'),
    subnet: made('subnet'),
    'virtual-network': made('virtual-network'),
    'private-dns-zone': made('private-dns-zone'),
    'virtual-network-link': made('virtual-network-link'),
    compute: made('compute'),
    'outbound-rule': made('outbound-rule'),
  };
}

function askable<T extends { readonly id: string; readonly name: string }>(
  type: TargetType,
  { items, gaps }: Listing<T>,
): Listing<Askable<T>> {
  return {
    items: items.map((target) => ({ target, shown: { id: target.id, type, name: target.name } })),
    gaps,
  };
}

/** One case for each type: only so can the compiler follow that a rule and its targets belong together. */
function findingsOf(rule: AnyRule, targets: AskableTargets, model: Model, required: Requirements): Finding[] {
  switch (rule.target) {
    case 'workspace':
      return ask(rule, targets.workspace(), model, required);
    case 'endpoint':
      return ask(rule, targets.endpoint(), model, required);
    case 'deployment':
      return ask(rule, targets.deployment(), model, required);
    case 'connection':
      return ask(rule, targets.connection(), model, required);
    case 'registry':
      return ask(rule, targets.registry(), model, required);
    case 'key-vault':
      return ask(rule, targets['key-vault'](), model, required);
    case 'storage-account':
      return ask(rule, targets['storage-account'](), model, required);
    case 'dependency':
      return ask(rule, targets.dependency(), model, required);
    case 'private-endpoint':
      return ask(rule, targets['private-endpoint'](), model, required);
    case 'subnet':
      return ask(rule, targets.subnet(), model, required);
    case 'virtual-network':
      return ask(rule, targets['virtual-network'](), model, required);
    case 'private-dns-zone':
      return ask(rule, targets['private-dns-zone'](), model, required);
    case 'virtual-network-link':
      return ask(rule, targets['virtual-network-link'](), model, required);
    case 'compute':
      return ask(rule, targets.compute(), model, required);
    case 'outbound-rule':
      return ask(rule, targets['outbound-rule'](), model, required);
  }
}

function ask<T extends TargetType>(
  rule: Rule<T>,
  targets: Listing<Askable<TargetByType[T]>>,
  model: Model,
  required: Requirements,
): Finding[] {
  const highest = rule.severity(required);
  const findings = targets.items.map(({ target, shown }) =>
    findingOf(rule, shown, judge(rule, target, model, required), highest),
  );
  for (const [scope, gaps] of byScope(targets.gaps)) {
    const outcome: Outcome = { status: 'unknown', message: describeGaps(gaps), gaps };
    findings.push(
      findingOf(rule, { id: scope, type: rule.target, name: hiddenName(scope) }, outcome, highest),
    );
  }
  return findings;
}

/** One rule for one target; a throw becomes `unknown`, and the other rules go on. */
function judge<T extends TargetType>(
  rule: Rule<T>,
  target: TargetByType[T],
  model: Model,
  required: Requirements,
): Outcome {
  try {
    return rule.evaluate({ target, required, cloud: model.cloud });
  } catch (error) {
    return ruleThrew(rule, error, target.id);
  }
}

function findingOf<T extends TargetType>(
  rule: Rule<T>,
  target: FindingTarget,
  outcome: Outcome,
  highest: Severity,
): Finding {
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
