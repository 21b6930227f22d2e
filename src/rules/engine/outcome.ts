import { nameOf } from '../../arm/resource-id.js';
import type { Evidence, Remedy, Severity } from '../../findings/report.js';
import type { Fact } from '../../model/algebra/fact.js';
import type { Gap } from '../../snapshot/format.js';

/** What a rule says of one target. */
export type Outcome = Pass | Fail | Unknown | NotApplicable;

export interface Pass {
  readonly status: 'pass';
  /** What is, in one sentence. */
  readonly message: string;
}

export interface Fail {
  readonly status: 'fail';
  /** What is, in one sentence: property, value. */
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly remedy: Remedy;
  /** What follows if it stays so, where it is more than the rule's documentation says. */
  readonly consequence?: string;
  /** Lower than the rule's own severity, where the catalogue says so. */
  readonly severity?: Severity;
}

export interface Unknown {
  readonly status: 'unknown';
  readonly message: string;
  /** What was not read; empty where a value that was read decides nothing. */
  readonly gaps: readonly Gap[];
}

export interface NotApplicable {
  readonly status: 'not-applicable';
  /** Why it does not apply. */
  readonly message: string;
}

/** The target is as it has to be. */
export function pass(message: string): Pass {
  return { status: 'pass', message };
}

/** The target is at fault. */
export function fail(finding: Omit<Fail, 'status'>): Fail {
  return { status: 'fail', ...finding };
}

/** A value that was read decides nothing: the service is still at work, say. */
export function undecided(message: string): Unknown {
  return { status: 'unknown', message, gaps: [] };
}

/** What decides was not read. */
export function unknown(...facts: readonly Fact<unknown>[]): Unknown {
  const gaps = facts.flatMap((fact) => (fact.known ? [] : fact.gaps));
  return { status: 'unknown', message: describeGaps(gaps), gaps };
}

/** The question does not arise for the target. */
export function notApplicable(message: string): NotApplicable {
  return { status: 'not-applicable', message };
}

/** `mlw was not read: 403 AuthorizationFailed (Microsoft.KeyVault/vaults/read).` */
export function describeGaps(gaps: readonly Gap[]): string {
  const [first, ...more] = gaps;
  if (first === undefined) return 'Something was not read.';
  const rest =
    more.length === 0
      ? ''
      : ` And ${more.length} more ${more.length === 1 ? 'fact was' : 'facts were'} not read.`;
  return `${describeGap(first)}${rest}`;
}

function describeGap(gap: Gap): string {
  const name = nameOf(gap.scope);
  if (gap.reason === 'unsupported') return `${name}: ${gap.detail}.`;
  const detail = gap.detail === '' ? '' : `: ${gap.detail.replace(/\.$/, '')}`;
  return `${name} was not read (${gap.reason}, ${gap.operation})${detail}.`;
}
