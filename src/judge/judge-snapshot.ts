import { nameOf, nameOfType, sameId } from '../arm/resource-id.js';
import { exitCode } from '../findings/exit-code.js';
import {
  type FailOn,
  type Finding,
  MATRIX_LEFT_OUT,
  REPORT_SCHEMA_VERSION,
  type Report,
  type Requirements,
  type Scenario,
} from '../findings/report.js';
import { summarize } from '../findings/summary.js';
import { Model } from '../model/bodies/model.js';
import { workspacesIn } from '../model/ownership/owners.js';
import { evaluateRules } from '../rules/engine/evaluate.js';
import type { AnyRule } from '../rules/engine/rule.js';
import { RULES } from '../rules/index.js';
import { placeScenarios } from '../scenarios/scenarios.js';
import type { Gap, Snapshot } from '../snapshot/format.js';
import { VERSION } from '../version.js';
import { summarizeWorkspace } from './isolation.js';
import { managedNetworkNotes } from './managed-network-notes.js';

/** What a report is made with beside the snapshot. */
export interface ReportOptions {
  readonly required?: Requirements;
  readonly failOn?: FailOn;
  /** Names of the endpoints to report; all when absent. Evaluated is everything all the same. */
  readonly endpoints?: readonly string[];
  /** `azure`, `demo:STORY` or the name of the snapshot file. */
  readonly source?: string;
  /** The rules to ask; all when absent. */
  readonly rules?: readonly AnyRule[];
}

/**
 * Judges a snapshot. A pure function: the same snapshot and options give the same report.
 * @throws never for what a snapshot may hold: what can't be judged is `unknown` in the report
 */
export function judgeSnapshot(snapshot: Snapshot, options: ReportOptions = {}): Report {
  const { required = {}, failOn = 'error', source = 'snapshot', rules = RULES } = options;
  const model = new Model(snapshot);
  const all = evaluateRules(model, rules, required);
  const wanted = chosenEndpoints(options.endpoints);
  const rows = placeScenarios(model, all);
  const unasked = unaskedConditions(rows, rules);
  const findings = wanted === null ? all : all.filter((finding) => wanted(endpointNameOf(finding)));
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    tool: { name: 'isocheck', version: VERSION },
    snapshot: { takenAt: snapshot.takenAt, cloud: snapshot.cloud, source },
    required,
    workspaces: workspacesIn(model).map(summarizeWorkspace),
    scenarios: unasked.length > 0 ? [] : rows.filter((row) => wanted === null || wanted(row.endpoint)),
    findings,
    gaps: gapsBehind(findings),
    notes: [
      ...narrowingNotes(rules, unasked),
      ...notesOf(model, required),
      ...managedNetworkNotes(model, rules),
    ],
    summary: summarize(findings),
    exitCode: exitCode(findings, failOn),
  };
}

/** The rules that the matrix goes by and that were not asked, in the order of their ids. */
function unaskedConditions(rows: readonly Scenario[], rules: readonly AnyRule[]): readonly string[] {
  if (rules.length === RULES.length) return [];
  const asked = new Set(rules.map(({ id }) => id));
  const ids = new Set(rows.flatMap(({ conditions }) => conditions.map(({ ruleId }) => ruleId)));
  return [...ids].filter((id) => !asked.has(id)).sort();
}

/** A report of some of the rules says so: its exit code speaks of these alone. */
function narrowingNotes(rules: readonly AnyRule[], unasked: readonly string[]): string[] {
  if (rules.length === RULES.length) return [];
  const narrowed = `Only ${rules.length} of ${RULES.length} rules were asked: what the others would find is not known.`;
  if (unasked.length === 0) return [narrowed];
  const shown = unasked.slice(0, 3).join(', ');
  const more = unasked.length > 3 ? ` and ${unasked.length - 3} more` : '';
  return [narrowed, `${MATRIX_LEFT_OUT}: it goes by rules that were not asked (${shown}${more}).`];
}

/** Which endpoints are reported, by name; null where all are. */
function chosenEndpoints(names: readonly string[] | undefined): ((name: string | null) => boolean) | null {
  if (names === undefined || names.length === 0) return null;
  const chosen = new Set(names.map((name) => name.toLowerCase()));
  return (name) => name === null || chosen.has(name.toLowerCase());
}

/** The endpoint that a finding speaks of; null when it speaks of something that all endpoints share. */
function endpointNameOf({ target }: Finding): string | null {
  return nameOfType(target.id, 'onlineEndpoints');
}

/** Every gap that keeps a finding unknown, once. */
function gapsBehind(findings: readonly Finding[]): Gap[] {
  const gaps = new Map<string, Gap>();
  for (const finding of findings) {
    for (const gap of finding.gaps) gaps.set(`${gap.scope} ${gap.operation} ${gap.reason}`, gap);
  }
  return [...gaps.values()];
}

function notesOf(model: Model, required: Requirements): string[] {
  const notes: string[] = [];
  if (required.inbound === 'private' || required.outbound === 'private') {
    notes.push(
      'Requests to create, update or delete endpoints and deployments, and to retrieve their keys, go to Azure Resource Manager over the public network whatever is isolated.',
    );
  }
  for (const workspace of workspacesIn(model)) {
    const owner = workspace.owner();
    if (owner.known && !sameId(owner.value.id, workspace.id)) {
      notes.push(
        `${workspace.name} is a project of the hub ${nameOf(owner.value.id)}: network settings, private endpoint, managed network and dependencies are the hub's.`,
      );
    }
  }
  return notes;
}
