import type { Report, Requirements } from '../../src/findings/report.js';
import { judgeSnapshot } from '../../src/judge/judge-snapshot.js';
import { REPORTERS } from '../../src/reporters/index.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import { STORIES } from '../world/stories.js';

/** The version that a story's snapshot says it was taken by: the first that has this format. */
const TOOL = { name: 'isocheck', version: '0.1.0' };

/** What every story says of where its bodies come from. */
const CONSTRUCTED =
  'Made up: no recording of such an estate exists. The bodies are written after the REST reference (learn.microsoft.com/rest/api/azureml, /virtualnetwork, /dns/privatedns, /keyvault, /containerregistry, /storagerp and /resources) and after learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint, how-to-managed-network and how-to-custom-dns; none is copied from a recording.';

/** The files of a story's folder, by name. */
export function storyFiles(name: string): Readonly<Record<string, string>> {
  const story = STORIES[name];
  if (story === undefined) throw new Error(`there is no story named ${name}`);
  const snapshot = sorted({ ...story.world().snapshot(), tool: TOOL });
  const { title, description, order, required, exitCode } = story;
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
    ...reportFiles(reportOf(name, snapshot)),
  };
}

/** The report of a story's snapshot. */
export function reportOf(name: string, snapshot: Snapshot): Report {
  return judgeSnapshot(snapshot, { required: STORIES[name]?.required ?? {}, source: `demo:${name}` });
}

/** The whole outputs of a story's report, by the name of their files. */
export function reportFiles(report: Report): Readonly<Record<string, string>> {
  const plain = { color: false, verbose: false, quiet: false };
  return {
    'report.txt': REPORTERS.text(report, { ...plain, width: 80 }),
    'report-wide.txt': REPORTERS.text(report, { ...plain, width: 140 }),
    'report.json': REPORTERS.json(report, { ...plain, width: 80 }),
  };
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
