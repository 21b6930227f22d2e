import { READS, type ReadName } from '../arm/reads.js';
import type { AnyRule } from '../rules/engine/rule.js';

/** Everything that ARM has to be asked for the facts of rules. */
export function readsOf(rules: readonly AnyRule[]): ReadonlySet<ReadName> {
  // Without the workspace itself there is no scan.
  return new Set<ReadName>(['workspace', ...rules.flatMap(({ reads }) => reads)]);
}

/** The actions that the reads of rules take, each once, in the order of the alphabet. */
export function actionsOf(rules: readonly AnyRule[]): readonly string[] {
  return [...new Set([...readsOf(rules)].map((read) => READS[read].operation))].sort();
}
