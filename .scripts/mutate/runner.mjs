/**
 * Runs tests against one mutant after the other, in a process of its own that can be killed when a mutant never ends.
 * Started with the copy's folder; gets orders, and answers each test file that ended and then the verdict.
 */
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { specifications, startVitest } from './start-vitest.mjs';

/**
 * @typedef {object} Order
 * @property {string} file the source, relative to the project
 * @property {string} text with the fault
 * @property {string} original
 * @property {readonly string[]} tests in the order in which they are to be run
 */

/**
 * The test file that failed, or none did.
 *
 * @typedef {{ killedBy: string | null }} Verdict
 */

/** @typedef {{ ready: true } | { ended: string } | { fault: string } | Verdict} Message */

const [root = ''] = process.argv.slice(2);

/** How many test files a run has: most mutants die by the nearest, and what is cut short is never sure to have ended. */
const BATCHES = [1, 5, 20];

/** @type {Set<string>} */
const ended = new Set();
/** @type {string | null} */
let killedBy = null;
const vitest = await startVitest(root, {
  isolate: false,
  workers: 1,
  reporter: {
    onTestModuleEnd: (module) => {
      const test = relative(root, module.moduleId);
      ended.add(test);
      if (module.state() === 'failed') killedBy ??= test;
      send({ ended: test });
    },
  },
});
const known = new Map(
  (await specifications(vitest, root)).map((test) => [relative(root, test.moduleId), test]),
);

process.on('message', (/** @type {Order} */ order) => {
  run(order).catch((error) => send({ fault: String(error) }));
});
// Nobody waits any more.
process.once('disconnect', () => process.exit());
send({ ready: true });

/** @param {Order} order */
async function run({ file, text, original, tests }) {
  const path = join(root, file);
  killedBy = null;
  await replace(path, text);
  for (const batch of batches(tests)) {
    if (killedBy === null) await runBatch(batch);
  }
  await replace(path, original);
  send({ killedBy });
}

/**
 * @param {readonly string[]} tests
 * @returns {readonly (readonly string[])[]}
 */
function batches(tests) {
  const all = [];
  let rest = tests;
  for (const size of [...BATCHES, tests.length]) {
    if (rest.length > 0) all.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return all;
}

/** @param {readonly string[]} tests */
async function runBatch(tests) {
  ended.clear();
  const { unhandledErrors } = await vitest.runTestSpecifications(
    tests.flatMap((test) => known.get(test) ?? []),
    false,
  );
  if (unhandledErrors.length > 0) killedBy ??= 'an error that no test caught';
  // Whatever was not run kills nothing, and would pass for a mutant that survives.
  const left = tests.filter((test) => !ended.has(test));
  if (killedBy === null && left.length > 0) throw new Error(`Vitest left out ${left.join(', ')}`);
}

/**
 * @param {string} path
 * @param {string} text
 */
async function replace(path, text) {
  await writeFile(path, text);
  vitest.invalidateFile(path);
}

/** @param {Message} message */
function send(message) {
  process.send?.(message);
}
