import type { Endpoint } from '../model/endpoint.js';
import { idKey } from '../model/resource-id.js';
import type { Finding, Severity, Status } from '../report/report.js';

/** A finding as a condition of a row of the matrix. */
export interface Condition {
  readonly ruleId: string;
  readonly status: Status;
  readonly severity: Severity;
  readonly text: string;
}

/** Findings by rule and target. */
export class FindingIndex {
  readonly #findings = new Map<string, Finding>();

  constructor(findings: readonly Finding[]) {
    for (const finding of findings) this.#findings.set(keyOf(finding.ruleId, finding.target.id), finding);
  }

  /** What a rule said of a target; `unknown` when it was not asked, for then nothing is known. */
  condition(ruleId: string, targetId: string): Condition {
    const finding = this.#findings.get(keyOf(ruleId, targetId));
    if (finding === undefined) {
      return {
        ruleId,
        status: 'unknown',
        severity: 'error',
        text: `${ruleId} was not asked of ${targetId}.`,
      };
    }
    return { ruleId, status: finding.status, severity: finding.severity, text: finding.message };
  }

  /** What stands for the deployments of an endpoint that could not be listed. */
  unlistedDeployments(endpoint: Endpoint): Condition[] {
    return [this.condition('deployment/egress-public-network-access', `${endpoint.id}/deployments`)];
  }
}

function keyOf(ruleId: string, targetId: string): string {
  return `${ruleId} ${idKey(targetId)}`;
}
