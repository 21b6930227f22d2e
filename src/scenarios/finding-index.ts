import type { Endpoint } from '../model/endpoint.js';
import { idKey } from '../model/resource-id.js';
import type { Finding, Scenario } from '../report/report.js';

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
  readonly #byTarget = new Map<string, ReadonlyMap<string, Finding>>();
  readonly #conditions = new Map<Finding, Condition>();

  constructor(findings: readonly Finding[]) {
    for (const finding of findings) {
      const ofRule = this.#findings.get(finding.ruleId);
      if (ofRule === undefined) this.#findings.set(finding.ruleId, [finding]);
      else ofRule.push(finding);
    }
  }

  /** What a rule said of a target; `unknown` when it was not asked, for then nothing is known. */
  condition(ruleId: string, targetId: string): Condition {
    const finding = this.#ofRule(ruleId).get(targetId);
    if (finding === undefined) {
      const text = `${ruleId} was not asked of ${targetId}.`;
      return { shown: { ruleId, status: 'unknown', text }, holds: null };
    }
    const made = this.#conditions.get(finding);
    if (made !== undefined) return made;
    const condition = {
      shown: { ruleId, status: finding.status, text: finding.message },
      holds: holds(finding),
    };
    this.#conditions.set(finding, condition);
    return condition;
  }

  #ofRule(ruleId: string): ReadonlyMap<string, Finding> {
    const made = this.#byTarget.get(ruleId);
    if (made !== undefined) return made;
    const findings = this.#findings.get(ruleId) ?? [];
    const byTarget = new Map(findings.map((finding) => [finding.target.id, finding]));
    this.#byTarget.set(ruleId, byTarget);
    return byTarget;
  }

  /** What stands for the deployments of an endpoint that could not be listed: such a target is a list, by its key. */
  unlistedDeployments(endpoint: Endpoint): Condition[] {
    return [this.condition('deployment/egress-public-network-access', idKey(`${endpoint.id}/deployments`))];
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
