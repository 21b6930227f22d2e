import type { ReadName } from '../../arm/reads.js';
import type { Fact } from './fact.js';

/** A fact that rules can ask for by name: what ARM must be asked for it, and how it follows from a target. */
export interface FactDefinition<Target, Value> {
  /** Everything that may be read to know it. */
  readonly reads: readonly ReadName[];
  readonly of: (target: Target) => Fact<Value>;
}

/** Declares a fact of a target. */
export function fact<Target, Value>(
  reads: readonly ReadName[],
  of: (target: Target) => Fact<Value>,
): FactDefinition<Target, Value> {
  return { reads, of };
}
