import { exitCode } from '../../src/findings/exit-code.js';
import {
  type Finding,
  type Report,
  type Scenario,
  SEVERITIES,
  type Status,
} from '../../src/findings/report.js';
import { ZONE_GROUP } from '../../src/model/arm-properties/index.js';
import type { TargetType } from '../../src/model/targets/target-type.js';

/**
 * What a report says that it could not know: it was made with less than another one, so each of its verdicts must be
 * the other's or `unknown`.
 * @param foreign lower-cased ids of connections of which nobody can tell any more whose they are
 * @returns a line for each verdict that is neither; none when all is well
 */
export function unfoundedVerdicts(
  full: Report,
  less: Report,
  foreign: ReadonlySet<string> = new Set(),
): readonly string[] {
  return [
    ...unfoundedFindings(full.findings, less.findings, foreign),
    ...unfoundedScenarios(full, less),
    ...ofWorkspaces(full, less),
    ...(foreign.size === 0 ? ofExitCodes(full, less) : []),
  ];
}

/** The same of findings alone. */
export function unfoundedFindings(
  full: readonly Finding[],
  less: readonly Finding[],
  foreign: ReadonlySet<string> = new Set(),
): readonly string[] {
  return [...ofFindings(full, less, foreign)];
}

/** The same of rows of the matrix alone. */
export function unfoundedScenarios(full: MatrixOfFindings, less: MatrixOfFindings): readonly string[] {
  return [...ofScenarios(full, less)];
}

/** Rows of the matrix, with the findings that they were made of. */
export type MatrixOfFindings = Pick<Report, 'scenarios' | 'findings'>;

function* ofExitCodes(full: Report, less: Report): Generator<string> {
  for (const failOn of ['error', 'warning', 'never'] as const) {
    const before = exitCode(full.findings, failOn);
    const after = exitCode(less.findings, failOn);
    if (after === 0 && before !== 0) yield `exit code ${before} became 0 with --fail-on ${failOn}`;
  }
}

/** What is known of because a private endpoint leads there. */
const BY_PRIVATE_ENDPOINT: ReadonlySet<TargetType> = new Set([
  'private-endpoint',
  'subnet',
  'virtual-network',
  'private-dns-zone',
  'virtual-network-link',
]);

function* ofFindings(
  full: readonly Finding[],
  less: readonly Finding[],
  foreign: ReadonlySet<string>,
): Generator<string> {
  const before = byKey(full);
  const after = byKey(less);
  const unknownRules = new Set(less.filter(({ status }) => status === 'unknown').map(({ ruleId }) => ruleId));
  for (const [key, finding] of after) {
    const { ruleId, status, severity, message, target } = finding;
    const original = before.get(key);
    if (isThrown(finding)) {
      yield `${key}: threw: ${message}`;
    } else if (original === undefined) {
      if (status !== 'unknown') yield `${key}: ${status} appeared: ${message}`;
    } else if (status === 'not-applicable' && speaksOf(foreign, ruleId, target.id)) {
      // It asks of clients' private endpoints, and that one may be anybody's.
    } else if (ruleId === 'private-endpoint/foreign' && foreign.has(target.id.toLowerCase())) {
      // It says that the connection became one of which nobody can tell.
    } else if (original.status === 'pass' && status === 'fail' && restsOnZoneGroup(finding)) {
      // It says what it goes by; that somebody made the record by hand all the same, it could not see.
    } else if (!holds(original.status, status)) {
      yield `${key}: ${original.status} (${original.message}) became ${status}: ${message}`;
    } else if (status === 'fail' && rank(severity) > rank(original.severity)) {
      yield `${key}: severity ${original.severity} fell to ${severity}: ${message}`;
    }
  }
  for (const [key, { ruleId, status, target }] of before) {
    // With the private endpoint of a foreign connection go the subnet that it is in and the zones that it named.
    if (foreign.size > 0 && BY_PRIVATE_ENDPOINT.has(target.type)) continue;
    // Where there is no managed network, a rule that is left of it and was not read is missed by nobody.
    if (status === 'not-applicable' && target.type === 'outbound-rule') continue;
    if (!after.has(key) && !unknownRules.has(ruleId)) yield `${key}: ${status} vanished without a trace`;
  }
}

function* ofScenarios(full: MatrixOfFindings, less: MatrixOfFindings): Generator<string> {
  const before = new Map(full.scenarios.map((row) => [nameOf(row), row]));
  for (const row of less.scenarios) {
    const name = nameOf(row);
    const original = before.get(name);
    if (original === undefined) {
      if (row.supported === true) yield `${name}: a supported row appeared`;
      continue;
    }
    if (row.supported !== null && row.supported !== original.supported) {
      yield `${name}: supported ${original.supported} became ${row.supported}`;
    }
    for (const property of ['inbound', 'outbound', 'generation'] as const) {
      if (row[property] !== 'unknown' && row[property] !== original[property]) {
        yield `${name}: ${property} ${original[property]} became ${row[property]}`;
      }
    }
    for (const { ruleId, status } of row.conditions) {
      const ofRule = (each: { readonly ruleId: string }) => each.ruleId === ruleId;
      // A row that might need a condition lists it, though it did not before; what the rule found must be as it was.
      const listed = original.conditions.filter(ofRule);
      const statuses = listed.length > 0 ? listed : full.findings.filter(ofRule);
      if (status !== 'unknown' && !statuses.some((each) => each.status === status)) {
        yield `${name}: condition ${ruleId} became ${status}`;
      }
    }
  }
}

function* ofWorkspaces(full: Report, less: Report): Generator<string> {
  for (const workspace of less.workspaces) {
    const original = full.workspaces.find(({ id }) => id.toLowerCase() === workspace.id.toLowerCase());
    for (const property of ['location', 'kind', 'isolation', 'publicNetworkAccess'] as const) {
      if (workspace[property] !== 'unknown' && workspace[property] !== original?.[property]) {
        yield `${workspace.name}: ${property} ${original?.[property]} became ${workspace[property]}`;
      }
    }
  }
}

/** Whether a rule stops to apply when a connection becomes foreign: it is no inbound connection any more. */
function speaksOf(foreign: ReadonlySet<string>, ruleId: string, targetId: string): boolean {
  return foreign.has(targetId.toLowerCase()) || (foreign.size > 0 && ruleId === 'registry/premium-sku');
}

/** A rule that throws ends as unknown, by a gap that says so. */
export function isThrown({ gaps }: Finding): boolean {
  return gaps.some(({ operation }) => operation.startsWith('isocheck/rules/'));
}

/**
 * Whether a failure goes by the list of records that a zone group wrote, as dns/inference-record does where the records
 * of the zone itself were not read (the page of the rule says so).
 */
function restsOnZoneGroup({ ruleId, evidence }: Finding): boolean {
  return ruleId === 'dns/inference-record' && evidence.some(({ path }) => path === RECORDS_WRITTEN);
}

const RECORDS_WRITTEN = `${ZONE_GROUP.configs.path}.properties.recordSets`;

function holds(before: Status, after: Status): boolean {
  return after === 'unknown' || after === before;
}

/** From 0 for the worst. */
function rank(severity: Finding['severity']): number {
  return SEVERITIES.indexOf(severity);
}

function byKey(findings: readonly Finding[]): Map<string, Finding> {
  const map = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.ruleId} of ${finding.target.id.toLowerCase()}`;
    const other = map.get(key);
    // What may hide more targets bears the id of one of them where that was read and its body is odd.
    if (other !== undefined && other.status !== 'unknown' && finding.status !== 'unknown') {
      throw new Error(`two findings: ${key}`);
    }
    if (other === undefined || other.status === 'unknown') map.set(key, finding);
  }
  return map;
}

function nameOf({ workspace, endpoint, deployment }: Scenario): string {
  return `row ${workspace}/${endpoint}/${deployment ?? '-'}`;
}
