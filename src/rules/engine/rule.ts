import type { Cloud } from '../../arm/clouds.js';
import type { ReadName } from '../../arm/reads.js';
import type { Requirements, Severity } from '../../findings/report.js';
import type { JsonObject } from '../../json.js';
import type { Fact, Listing, Unread } from '../../model/algebra/fact.js';
import type { FactDefinition } from '../../model/algebra/fact-definition.js';
import type { Model } from '../../model/bodies/model.js';
import type { TargetType } from '../../model/targets/target-type.js';
import { type FactName, type FactValue, TARGETS, type TargetByType } from '../../model/targets/targets.js';
import { describeGaps, notApplicable, type Outcome, unknown } from './outcome.js';

/** A page that a rule comes from. */
export interface Source {
  readonly url: string;
  /** The day the page was last held against the rule, `YYYY-MM-DD`. */
  readonly reviewed: string;
}

/** A part of an ARM body that makes the rule fail, and the same part mended. */
export interface RuleExample {
  /** The read that brings the body: tells the api-version. */
  readonly read: ReadName;
  /** ARM type of the resource, as Bicep names it: `Microsoft.ContainerRegistry/registries`. */
  readonly type: string;
  readonly failing: JsonObject;
  readonly mended: JsonObject;
  /** Why no Bicep can mend it, where none can: a state that only the service changes. */
  readonly notInBicep?: string;
}

/** What a rule tells its reader. */
export interface RuleDocs {
  /** Why Azure asks for it. */
  readonly why: string;
  /** What the user sees if it stays so: the service's own error text or code where it is documented. */
  readonly consequence: string;
  /** When it is which severity, where it is not always the same. */
  readonly severity?: string;
  /** When the rule would be wrong: what ARM does not tell, and what is doubtful in it. */
  readonly wrongWhen: string;
  readonly example: RuleExample;
  readonly sources: readonly [Source, ...Source[]];
}

/** What a check is given beside the facts. */
export interface CheckContext<T extends TargetType> {
  readonly target: TargetByType[T];
  readonly required: Requirements;
  readonly cloud: Cloud;
}

type Values<T extends TargetType, N extends FactName<T>> = { readonly [K in N]: FactValue<T, K> };
type Considered<T extends TargetType, N extends FactName<T>> = { readonly [K in N]: Fact<FactValue<T, K>> };

/** A rule as its file writes it. */
export interface RuleDefinition<
  T extends TargetType,
  A extends FactName<T>,
  N extends FactName<T>,
  C extends FactName<T>,
> {
  /** The path of its file below `rules/`. Never renamed. */
  readonly id: string;
  /** What holds when the rule passes, in a few words. */
  readonly title: string;
  /** The highest it can be under these requirements; a failure may say a lower one. */
  readonly severity: Severity | ((required: Requirements) => Severity);
  readonly target: T;
  readonly docs: RuleDocs;
  /** Whether the question arises. A gap among these facts leaves the whole rule unknown. */
  readonly applies?: {
    readonly needs: readonly A[];
    /** @returns true, or why it does not arise */
    readonly when: (facts: Values<T, A>, context: CheckContext<T>) => true | string;
  };
  /** Facts without which there is no verdict: a gap among them is `unknown` before `check` is called. */
  readonly needs: readonly N[];
  /** Facts that `check` gets as facts, and answers for itself when they are gaps. */
  readonly considers?: readonly C[];
  /** What is read for the remedy's sake alone: names that stand in its commands. */
  readonly remedyReads?: readonly ReadName[];
  readonly check: (
    facts: Values<T, A> & Values<T, N> & Considered<T, C>,
    context: CheckContext<T>,
  ) => Outcome;
}

/** Puts a gap in the place of a fact: how the tests take facts away. */
export type TakeAway = (name: string) => Unread | undefined;

/** A rule as the engine, the catalogue and the tests see it. */
export interface Rule<T extends TargetType = TargetType> {
  readonly id: string;
  readonly title: string;
  readonly target: T;
  readonly docs: RuleDocs;
  /** Addresses of the pages it comes from. */
  readonly pages: readonly string[];
  readonly severity: (required: Requirements) => Severity;
  /** Names of the facts that decide whether it applies, that it must have, and that it considers. */
  readonly facts: {
    readonly applies: readonly string[];
    readonly needs: readonly string[];
    readonly considers: readonly string[];
  };
  /** Everything that ARM may be asked for its targets and their facts. */
  readonly reads: readonly ReadName[];
  /** Judges one target. Pure; a throw is a bug of the rule. */
  readonly evaluate: (context: CheckContext<T>, takeAway?: TakeAway) => Outcome;
  /** Judges every target of a model; the gaps tell what may hide more of them. A throw is an unknown outcome. */
  readonly judge: (model: Model, required: Requirements) => Listing<Judgement>;
}

/** What a rule says of one target. */
export interface Judgement {
  readonly target: { readonly id: string; readonly name: string };
  readonly outcome: Outcome;
}

/** Any rule, its kind of target known by `target`. */
export type AnyRule = { [T in TargetType]: Rule<T> }[TargetType];

/**
 * Makes a rule of its definition: facts are read by name, a gap among the needed ones ends as `unknown` without the
 * rule's author doing anything.
 */
export function defineRule<
  const T extends TargetType,
  const A extends FactName<T> = never,
  const N extends FactName<T> = never,
  const C extends FactName<T> = never,
>(definition: RuleDefinition<T, A, N, C>): Rule<T> {
  const { severity, applies } = definition;
  const kind = TARGETS[definition.target];
  const names = {
    applies: applies?.needs ?? [],
    needs: definition.needs,
    considers: definition.considers ?? [],
  };
  const rule: Rule<T> = {
    id: definition.id,
    title: definition.title,
    target: definition.target,
    docs: definition.docs,
    pages: definition.docs.sources.map((source) => source.url),
    severity: typeof severity === 'function' ? severity : () => severity,
    facts: names,
    reads: [
      ...new Set([
        ...readsOf(definition.target, [...names.applies, ...names.needs, ...names.considers]),
        ...(definition.remedyReads ?? []),
      ]),
    ],
    evaluate: (context, takeAway) => {
      const read = <K extends FactName<T>>(name: K): Fact<FactValue<T, K>> =>
        takeAway?.(name) ?? readFact(definition.target, name, context.target);
      // One object that grows: there are hundreds of thousands of such calls in a large scan.
      const facts: { [name: string]: unknown } = {};
      const undecided = addValues(facts, names.applies, read);
      if (undecided !== null) return unknown(undecided);
      if (applies !== undefined) {
        const answer = applies.when(named<Values<T, A>>(facts), context);
        if (answer !== true) return notApplicable(answer);
      }
      const missing = addValues(facts, names.needs, read);
      if (missing !== null) return unknown(missing);
      for (const name of names.considers) facts[name] = read(name);
      return definition.check(named<Values<T, A> & Values<T, N> & Considered<T, C>>(facts), context);
    },
    judge: (model, required) => {
      const { items, gaps } = kind.find(model);
      const context = { required, cloud: model.cloud };
      return {
        items: items.map((target) => ({ target, outcome: outcomeFor(rule, { ...context, target }) })),
        gaps,
      };
    },
  };
  return rule;
}

/** One rule for one target; a throw becomes `unknown`, and the other rules go on. */
function outcomeFor<T extends TargetType>(rule: Rule<T>, context: CheckContext<T>): Outcome {
  try {
    return rule.evaluate(context);
  } catch (error) {
    return ruleThrew(rule, error, context.target.id);
  }
}

/** The outcome of a rule that threw: a bug of isocheck, which must not look like a verdict. */
function ruleThrew(rule: { readonly id: string }, error: unknown, scope: string): Outcome {
  const detail = `${rule.id} failed: ${error instanceof Error ? error.message : String(error)}; this is a bug of isocheck, please report it`;
  const gap = {
    scope: scope.toLowerCase(),
    operation: `isocheck/rules/${rule.id}`,
    reason: 'error' as const,
    detail,
  };
  return { status: 'unknown', message: describeGaps([gap]), gaps: [gap] };
}

/**
 * Adds the values of facts by their names.
 * @returns the gaps of all that are none; null when there are none
 */
function addValues<T extends TargetType, N extends FactName<T>>(
  values: { [name: string]: unknown },
  names: readonly N[],
  read: <K extends FactName<T>>(name: K) => Fact<FactValue<T, K>>,
): Unread | null {
  let missing: Unread | null = null;
  for (const name of names) {
    const fact = read(name);
    if (fact.known) values[name] = fact.value;
    else missing = missing === null ? fact : { known: false, gaps: [...missing.gaps, ...fact.gaps] };
  }
  return missing;
}

/**
 * The compiler can't follow that the fact of a name, in the table of a type, takes targets of that type: the tables
 * themselves are typed, and this is the one place that joins them.
 */
function readFact<T extends TargetType, K extends FactName<T>>(
  type: T,
  name: K,
  target: TargetByType[T],
): Fact<FactValue<T, K>> {
  const definition: FactDefinition<TargetByType[T], unknown> | undefined = TARGETS[type].facts[name];
  return (definition as FactDefinition<TargetByType[T], FactValue<T, K>>).of(target);
}

function readsOf<T extends TargetType>(type: T, names: readonly FactName<T>[]): ReadName[] {
  const reads = new Set<ReadName>(TARGETS[type].reads);
  for (const name of names) {
    for (const read of TARGETS[type].facts[name]?.reads ?? []) reads.add(read);
  }
  return [...reads];
}

/** Values by name; which names there are is the caller's knowledge. */
function named<M>(values: { readonly [name: string]: unknown }): M {
  return values as M;
}
