/**
 * Mutation testing: puts one fault after the other into a copy of the sources and sees whether a unit test fails.
 * `npm run mutate -- --sample 300 --seed 1`; without a seed one is drawn.
 *
 *   --sample N      so many faults, drawn by the seed (100)
 *   --seed N        the same seed draws the same faults from the same sources
 *   --file PATH     only faults of this file or folder; may be given several times
 *   --workers N     so many at a time, each with a copy of the project (1)
 *   --verbose       tells, too, which test killed a fault
 *   --at-least N    ends with 1 where less than N percent are killed
 *
 * A line for each fault that no test notices, and the score. Faults that the compiler refuses are not drawn.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compiling } from './mutate/compiler.mjs';
import { copyProject } from './mutate/copy.mjs';
import { FOLDERS } from './mutate/folders.mjs';
import { startJudge } from './mutate/judge.mjs';
import { mutantsOf, mutated } from './mutate/mutants.mjs';
import { nearestFirst } from './mutate/nearest-first.mjs';
import { findReach } from './mutate/reach.mjs';
import { shuffled } from './mutate/sample.mjs';
import { ROOT } from './paths.mjs';

/** @typedef {import('./mutate/mutants.mjs').Mutant} Mutant */

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    file: { type: 'string', multiple: true, default: FOLDERS },
    workers: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
    'at-least': { type: 'string', default: '0' },
  },
});
const sample = Number(values.sample);
const seed = Number(values.seed);
const workers = Number(values.workers);

/** @type {(() => unknown)[]} */
const undo = [];
process.once('SIGINT', () => void end(130));
process.once('SIGTERM', () => void end(143));
try {
  await main();
} finally {
  await tidy();
}

async function main() {
  const started = Date.now();
  // Read once: the checkout may be worked on meanwhile.
  const texts = new Map(sources().map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
  const all = [...texts].flatMap(([file, text]) => mutantsOf(file, text));
  const mutants = compiling(shuffled(all, seed), sample);
  say(`${mutants.length} of ${all.length} faults drawn with seed ${seed}`);
  if (mutants.length === 0) throw new Error(`nothing to mutate in ${values.file.join(', ')}`);

  const copies = await Promise.all(Array.from({ length: workers }, copy));
  const { tests, reach } = await findReach(copies[0] ?? '', mutants, workers);
  const durations = new Map(tests.map(({ test, milliseconds }) => [test, milliseconds]));
  say(`${tests.length} test files pass without a fault`);

  /** @type {Mutant[]} */
  const survivors = [];
  const queue = mutants.map((mutant, index) => ({
    mutant,
    tests: nearestFirst(mutant.file, reach[index] ?? []),
  }));
  let done = 0;
  const judges = copies.map((root) => startJudge(root, durations));
  undo.push(...judges.map(({ stop }) => stop));
  await mustSurvive(judges[0], texts, tests);
  await Promise.all(
    judges.map(async (judge) => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const { mutant, tests } = next;
        const original = texts.get(mutant.file) ?? '';
        const order = { file: mutant.file, text: mutated(mutant, original), original, tests };
        const killedBy = tests.length === 0 ? null : await judge.judge(order);
        done += 1;
        if (killedBy === null) {
          survivors.push(mutant);
          process.stdout.write(`${described(mutant)}${tests.length === 0 ? '  (no test comes here)' : ''}\n`);
        } else if (values.verbose) {
          say(`killed by ${killedBy}: ${described(mutant)}`);
        }
        if (done % 10 === 0) say(`${done} of ${mutants.length}, ${survivors.length} survive`);
      }
    }),
  );
  const score = (100 * (mutants.length - survivors.length)) / mutants.length;
  const minutes = Math.round((Date.now() - started) / 60_000);
  process.stdout.write(
    `${score.toFixed(1)} % killed: ${mutants.length - survivors.length} of ${mutants.length}, seed ${seed}, ${minutes} minutes\n`,
  );
  if (score < Number(values['at-least'])) process.exitCode = 1;
}

/**
 * Were a test to fail without a fault, every fault would count as killed.
 *
 * @param {ReturnType<typeof startJudge> | undefined} judge
 * @param {ReadonlyMap<string, string>} texts
 * @param {readonly import('./mutate/first-run.mjs').TestRun[]} tests
 */
async function mustSurvive(judge, texts, tests) {
  const [file = '', text = ''] = [...texts][0] ?? [];
  const failed = await judge?.judge({ file, text, original: text, tests: tests.map(({ test }) => test) });
  if (typeof failed === 'string') throw new Error(`without a fault the tests must pass: ${failed}`);
}

/** The sources in question, sorted, so that a seed draws the same everywhere. */
function sources() {
  return execFileSync('git', ['ls-files', '--', ...values.file], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .sort();
}

async function copy() {
  const { root, remove } = await copyProject();
  undo.push(remove);
  return root;
}

async function tidy() {
  for (const step of undo.splice(0).reverse()) await step();
}

/** @param {number} code */
async function end(code) {
  await tidy();
  process.exit(code);
}

/** @param {Mutant} mutant */
function described({ file, line, column, original, text }) {
  return `${file}:${line}:${column}  ${oneLine(original)} => ${oneLine(text)}`;
}

/** @param {string} text */
function oneLine(text) {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 100 ? `${flat.slice(0, 97)}...` : flat || 'nothing';
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`);
}
