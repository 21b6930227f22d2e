import { READS } from '../arm/reads.js';
import type { Requirements, Severity } from '../findings/report.js';
import type { TargetType } from '../model/targets/target-type.js';
import type { AnyRule, RuleDocs } from '../rules/engine/rule.js';

/** What the catalogue tells of a rule. */
export interface RuleSummary {
  readonly id: string;
  readonly title: string;
  readonly target: TargetType;
  /** The highest it can be when nothing is required. */
  readonly severity: Severity;
  /** Where a requirement makes it another: by the requirement as `--require` takes it. */
  readonly severityIfRequired: Readonly<Record<string, Severity>>;
  /** The read actions that its facts take. */
  readonly operations: readonly string[];
  readonly docs: RuleDocs;
}

const REQUIREMENTS: readonly Requirements[] = [
  { inbound: 'private' },
  { outbound: 'private' },
  { workspace: 'private' },
];

/** What a rule tells of itself, as plain data. */
export function summarizeRule(rule: AnyRule): RuleSummary {
  const severity = rule.severity({});
  const ifRequired = REQUIREMENTS.flatMap((required) => {
    const raised = rule.severity(required);
    return raised === severity
      ? []
      : Object.keys(required).map((what) => [`${what}=private`, raised] as const);
  });
  return {
    id: rule.id,
    title: rule.title,
    target: rule.target,
    severity,
    severityIfRequired: Object.fromEntries(ifRequired),
    operations: [...new Set(rule.reads.map((read) => READS[read].operation))],
    docs: rule.docs,
  };
}

/** `info; error with --require inbound=private`. */
export function severityInWords({ severity, severityIfRequired }: RuleSummary): string {
  const raised = Object.entries(severityIfRequired).map(
    ([what, level]) => `; ${level} with --require ${what}`,
  );
  return `${severity}${raised.join('')}`;
}
