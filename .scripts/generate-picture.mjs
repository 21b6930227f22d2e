// Draws .github/demo.svg: what `isocheck demo` prints of its default story, long as it is with the middle left out. It
// shows nothing that another rule changes unless that one finds something worse: no numbers of checks.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadTypeScript } from './load-typescript.mjs';
import { ROOT } from './paths.mjs';
import { drawTerminal } from './picture/svg.mjs';
import { linesOf, wrap } from './picture/terminal.mjs';

// The report is made by the rules, and of a story.
await import('./generate-rule-index.mjs');
await import('./generate-stories.mjs');

const COLUMNS = 96;
const COMMAND = 'npx isocheck demo';

/** @type {Lines} */
const LEFT_OUT = [[{ text: '  ⋮ more findings', style: { bold: false, faint: true, color: null } }]];

const output = await defaultReport();
const sections = output.trimEnd().split('\n\n').map(linesOf);
const rows = [
  [{ text: `$ ${COMMAND}`, style: { bold: true, faint: false, color: null } }],
  ...chosen(sections).flatMap((lines) => [[], ...lines.flatMap((line) => wrap(line, COLUMNS))]),
];
await writeFile(
  join(ROOT, '.github/demo.svg'),
  drawTerminal(rows, { columns: COLUMNS, title: `What ${COMMAND} prints` }),
);

/** @returns {Promise<string>} the coloured text report of the story that `isocheck demo` tells */
async function defaultReport() {
  const [{ reportOf }, { REPORTERS }] = await Promise.all([
    loadTypeScript('test/stories/story-files.ts'),
    loadTypeScript('src/reporters/index.ts'),
  ]);
  const reporters = /** @type {typeof import('../src/reporters/index.ts').REPORTERS} */ (REPORTERS);
  const report = /** @type {typeof import('../test/stories/story-files.ts').reportOf} */ (reportOf);
  const name = await defaultStory();
  const snapshot = JSON.parse(await readFile(join(ROOT, 'fixtures', name, 'snapshot.json'), 'utf8'));
  return reporters.text(report(name, snapshot), {
    width: COLUMNS,
    color: true,
    verbose: false,
    quiet: false,
  });
}

/** @returns {Promise<string>} */
async function defaultStory() {
  for (const entry of await readdir(join(ROOT, 'fixtures'), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const story = JSON.parse(await readFile(join(ROOT, 'fixtures', entry.name, 'story.json'), 'utf8'));
    if (story.default === true) return entry.name;
  }
  throw new Error('no story is the default one');
}

/**
 * @typedef {import('./picture/terminal.mjs').Row[]} Lines
 */

/**
 * The sections before the failures, the shortest of the worst ones, and what comes after them but for the counts; where
 * some are left out, a line that says so.
 *
 * @param {readonly Lines[]} all
 * @returns {Lines[]}
 */
function chosen(all) {
  const [first, ...more] = all.filter(isFailure);
  const shown = more
    .filter((section) => wordOf(section) === wordOf(first))
    .reduce((shortest, section) => (section.length < (shortest?.length ?? 0) ? section : shortest), first);
  return all.flatMap((section, index) => {
    if (isCounts(section)) return [];
    if (!isFailure(section) || section === shown) return [section];
    return isLeftOut(all[index - 1]) ? [] : [LEFT_OUT];
  });

  /** @param {Lines | undefined} section */
  function isLeftOut(section) {
    return section !== undefined && isFailure(section) && section !== shown;
  }
}

/** @param {Lines} section */
function isCounts(section) {
  return /^\d+ failed/.test(wordOf(section));
}

/** @param {Lines} section */
function isFailure(section) {
  return /^(?:error|warning|info)$/.test(wordOf(section));
}

/** @param {Lines | undefined} section */
function wordOf(section) {
  return section?.[0]?.[0]?.text ?? '';
}
