/**
 * The first run, a process of its own: every unit test without a fault, each file in a fresh worker, so that what a
 * module does when it is loaded counts for every file that loads it. Started with the copy's folder and how many
 * workers to use; says in the end how each test file went.
 */
import { join, relative } from 'node:path';
import { specifications, startVitest } from './start-vitest.mjs';

/**
 * A test file without a fault.
 *
 * @typedef {object} TestRun
 * @property {string} test relative to the project
 * @property {boolean} passed
 * @property {number} milliseconds
 */

const [root = '', workers] = process.argv.slice(2);
/** @type {TestRun[]} */
const runs = [];
const vitest = await startVitest(root, {
  isolate: true,
  workers: Number(workers),
  reporter: {
    onTestModuleEnd: (module) => {
      runs.push({
        test: relative(root, module.moduleId),
        passed: module.state() !== 'failed',
        milliseconds: Math.ceil(module.diagnostic().collectDuration + module.diagnostic().duration),
      });
    },
  },
});
for (const project of vitest.projects) {
  project.config.setupFiles.push(join(root, '.scripts/mutate/record-run.mjs'));
}
// Nobody waits any more.
process.once('disconnect', () => process.exit());
await vitest.runTestSpecifications(await specifications(vitest, root), false);
await vitest.close();
process.exitCode = 0;
process.send?.(runs);
process.disconnect?.();
