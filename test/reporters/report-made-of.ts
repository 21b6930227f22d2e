import fc from 'fast-check';
import type { Report } from '../../src/findings/report.js';
import type { ReporterOptions } from '../../src/reporters/index.js';
import { finding, target } from './example-findings.js';
import { reportOf } from './example-reports.js';

/**
 * A report with one string from outside in every place that can hold one.
 * @param given stands for names, messages, values and commands
 * @param id stands for ids, addresses and other things that are one word in Azure
 */
export function reportMadeOf(given: string, id: string = given): Report {
  const gap = { scope: id, operation: id, reason: 'forbidden', detail: given } as const;
  const of = target('deployment', id, given);
  const full = finding({
    ruleId: id,
    target: of,
    message: given,
    consequence: given,
    evidence: [
      { resourceId: id, path: given, actual: given, expected: given },
      { resourceId: `${id}/other`, path: given, actual: given, expected: given },
    ],
    remedy: { summary: given, commands: [given], property: { resourceId: id, path: given, value: given } },
    docs: [id],
  });
  const workspace = {
    id,
    name: given,
    location: given,
    kind: given,
    isolation: 'none',
    publicNetworkAccess: given,
  } as const;
  const scenario = {
    workspace: given,
    endpoint: given,
    deployment: given,
    inbound: 'private',
    outbound: 'public',
    generation: 'none',
    supported: false,
    path: given,
    conditions: [{ ruleId: id, status: 'fail', text: given }],
  } as const;
  return reportOf({
    tool: { name: given, version: given },
    snapshot: { takenAt: given, cloud: 'AzureCloud', source: given },
    workspaces: [workspace, { ...workspace, name: `${given}2` }],
    scenarios: [scenario],
    findings: [
      { ...full, status: 'fail' },
      { ...full, status: 'fail', severity: 'info' },
      { ...full, status: 'unknown', gaps: [gap] },
      { ...full, status: 'unknown' },
      { ...full, status: 'suppressed' },
      { ...full, status: 'not-applicable' },
      full,
    ],
    gaps: [gap, { ...gap, scope: `${given}2` }],
    notes: [given],
  });
}

/** Every way to show a report. */
export const anyOptions = fc.record<ReporterOptions>({
  width: fc.integer({ min: 20, max: 200 }),
  color: fc.boolean(),
  verbose: fc.boolean(),
  quiet: fc.boolean(),
});
