import { childrenPath } from '../arm/list-paths.js';
import { idKey } from '../arm/resource-id.js';
import type { Finding, Scenario } from '../findings/report.js';
import type { Endpoint } from '../model/resources/endpoint.js';

/** A finding as a condition of a row of the matrix. */
export interface Condition {
  /** Shared by all rows that the finding decides. */
  readonly shown: Scenario['conditions'][number];
  /** true: holds; false: decides against the row; null: leaves it open. */
  readonly holds: boolean | null;
}

/** Findings by rule and target. Few rules are conditions of the matrix: what was found by others is not gone into. */
export class FindingIndex {
  readonly #findings = new Map<string, Finding[]>();
  readonly #conditions = new Map<string, ReadonlyMap<string, Condition>>();

  constructor(findings: readonly Finding[]) {
    for (const finding of findings) {
      const ofRule = this.#findings.get(finding.ruleId);
      if (ofRule === undefined) this.#findings.set(finding.ruleId, [finding]);
      else ofRule.push(finding);
    }
  }

  /** What a rule said of a target; `unknown` when it was not asked, for then nothing is known. */
  condition(ruleId: string, targetId: string): Condition {
    const condition = this.#ofRule(ruleId).get(targetId);
    if (condition !== undefined) return condition;
    const text = `${ruleId} was not asked of ${targetId}.`;
    return { shown: { ruleId, status: 'unknown', text }, holds: null };
  }

  #ofRule(ruleId: string): ReadonlyMap<string, Condition> {
    const made = this.#conditions.get(ruleId);
    if (made !== undefined) return made;
    const conditions = new Map<string, Condition>();
    for (const finding of this.#findings.get(ruleId) ?? []) {
      const shown = { ruleId, status: finding.status, text: finding.message };
      conditions.set(finding.target.id, { shown, holds: holds(finding) });
    }
    this.#conditions.set(ruleId, conditions);
    return conditions;
  }

  /** What stands for the deployments of an endpoint that could not be listed: such a target is a list, by its key. */
  unlistedDeployments(endpoint: Endpoint): Condition[] {
    return [
      this.condition(
        'deployment/egress-public-network-access',
        idKey(childrenPath(endpoint.id, 'deployments')),
      ),
    ];
  }
}

/**
 * An error decides against a row; what is unknown, or fails as a warning (partial support, or a doubtful fact),
 * leaves it open.
 */
function holds({ status, severity }: Finding): boolean | null {
  if (status === 'unknown') return null;
  if (status !== 'fail') return true;
  return severity === 'error' ? false : severity === 'warning' ? null : true;
}
