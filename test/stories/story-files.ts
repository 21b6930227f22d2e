import { type Report, type Requirements, SEVERITIES } from '../../src/findings/report.js';
import { judgeSnapshot } from '../../src/judge/judge-snapshot.js';
import { REPORTERS } from '../../src/reporters/index.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import { STORIES } from '../world/stories.js';

/** The version that a story's snapshot says it was taken by: the first that has this format. */
const TOOL = { name: 'isocheck', version: '0.1.0' };

const PLAIN = { color: false, verbose: false, quiet: false };

/** What every story says of where its bodies come from. */
const CONSTRUCTED =
  'Made up: no recording of such an estate exists. The bodies are written after the REST reference (learn.microsoft.com/rest/api/azureml, /virtualnetwork, /dns/privatedns, /keyvault, /containerregistry, /storagerp and /resources) and after learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint, how-to-managed-network and how-to-custom-dns; none is copied from a recording.';

/** The files of a story's folder, by name. */
export function storyFiles(name: string): Readonly<Record<string, string>> {
  const story = STORIES[name];
  if (story === undefined) throw new Error(`there is no story named ${name}`);
  const snapshot = sorted({ ...story.world().snapshot(), tool: TOOL });
  const { title, description, order, required, exitCode } = story;
  const report = reportOf(name, snapshot);
  return {
    'snapshot.json': document(snapshot),
    'story.json': document({
      title,
      description,
      order,
      ...(story.default === true ? { default: true } : {}),
      arguments: argumentsOf(required),
      exitCode,
      constructed: CONSTRUCTED,
    }),
    ...reportFiles(report),
    ...(story.default === true ? wholeReportFiles(report) : {}),
  };
}

/** The report of a story's snapshot. */
export function reportOf(name: string, snapshot: Snapshot): Report {
  return judgeSnapshot(snapshot, { required: STORIES[name]?.required ?? {}, source: `demo:${name}` });
}

/**
 * What a person has to look at when a rule changes: the reports without what passed, without what does not apply, and
 * without their numbers, which `countsFile` has.
 */
export function reportFiles(report: Report): Readonly<Record<string, string>> {
  return {
    'report.txt': withoutCounts(REPORTERS.text(report, { ...PLAIN, width: 80 })),
    'report-wide.txt': withoutCounts(REPORTERS.text(report, { ...PLAIN, width: 140 })),
    'report.json': document({
      ...report,
      findings: report.findings.filter(({ status }) => status !== 'pass' && status !== 'not-applicable'),
      summary: undefined,
    }),
  };
}

/** The outputs as a user gets them, to the last count; of one story, so that a rule that passes changes no more. */
export function wholeReportFiles(report: Report): Readonly<Record<string, string>> {
  return {
    'whole-report.txt': REPORTERS.text(report, { ...PLAIN, width: 80 }),
    'whole-report.json': REPORTERS.json(report, { ...PLAIN, width: 80 }),
  };
}

/**
 * A text report without the line or two that count its checks.
 * @throws Error where there is none
 */
export function withoutCounts(text: string): string {
  const cut = text.replace(/^\d+ failed.*? not applicable(?:,\s\d+ suppressed)?\n/ms, '');
  if (cut === text) throw new Error('the report counts nothing');
  return cut.replace(/\n+$/, '\n');
}

/** How many checks of a story came out how. */
function countsOf({ summary, exitCode }: Report) {
  const { pass, fail, failBySeverity, unknown, notApplicable, suppressed } = summary;
  const severities = SEVERITIES.map((severity) => [severity, failBySeverity[severity]] as const);
  return {
    passed: pass,
    failed: fail,
    ...Object.fromEntries(severities),
    unknown,
    notApplicable,
    suppressed,
    exitCode,
  };
}

/** The counts of all stories, a line each. */
export function countsFile(): string {
  const rows = Object.entries(STORIES).map(([name, story]) => {
    const counts = JSON.stringify(countsOf(reportOf(name, story.world().snapshot())));
    return `  ${JSON.stringify(name)}: ${counts.replaceAll(/([:,])/g, '$1 ')}`;
  });
  return `{\n${rows.join(',\n')}\n}\n`;
}

/** The options of the command line that ask for what a story requires. */
function argumentsOf(required: Requirements): readonly string[] {
  const wanted = Object.entries(required).map(([name, value]) => `${name}=${value}`);
  return wanted.length === 0 ? [] : ['--require', wanted.join(',')];
}

/** In the order in which the collector writes. */
function sorted(snapshot: Snapshot): Snapshot {
  const inOrder = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    ...snapshot,
    resources: inOrder(snapshot.resources),
    collections: inOrder(snapshot.collections),
    gaps: [...snapshot.gaps].sort((a, b) => (a.scope < b.scope ? -1 : 1)),
  };
}

function document(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
