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

/** @typedef {{ ready: true } | { ended: string } | Verdict} Message */

const [root = ''] = process.argv.slice(2);
/** @type {string | null} */
let killedBy = null;
const vitest = await startVitest(root, {
  isolate: false,
  bail: 1,
  reporter: {
    onTestModuleEnd: (module) => {
      const test = relative(root, module.moduleId);
      if (module.state() === 'failed') killedBy ??= test;
      send({ ended: test });
    },
  },
});
const known = new Map(
  (await specifications(vitest, root)).map((test) => [relative(root, test.moduleId), test]),
);

process.on('message', (/** @type {Order} */ order) => {
  void run(order);
});
send({ ready: true });

/** @param {Order} order */
async function run({ file, text, original, tests }) {
  const path = join(root, file);
  const wanted = tests.flatMap((test) => known.get(test) ?? []);
  killedBy = null;
  await replace(path, text);
  const { unhandledErrors } = await vitest.runTestSpecifications(wanted, false);
  await replace(path, original);
  if (unhandledErrors.length > 0) killedBy ??= 'an error that no test caught';
  send({ killedBy });
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
