import { join } from 'node:path';
import { BaseSequencer, createVitest } from 'vitest/node';
import { TESTS_LEFT_OUT } from './folders.mjs';

/** @typedef {import('vitest/node').TestSpecification} TestSpecification */

/** Runs tests in the order in which they are given. */
class AsGiven extends BaseSequencer {
  /** @override @param {TestSpecification[]} files */
  async sort(files) {
    return files;
  }
}

/**
 * Starts Vitest on the unit tests of a copy of the project: nothing is run yet, and nothing is watched.
 *
 * @param {string} root of the copy
 * @param {{ isolate: boolean, workers: number, reporter: import('vitest/node').Reporter }} options
 */
export async function startVitest(root, { isolate, workers, reporter }) {
  return await createVitest(
    'test',
    {
      root,
      config: join(root, 'test/vitest.config.ts'),
      project: 'units',
      watch: false,
      // Some tests set the process's time zone, which a thread has not to itself.
      pool: 'forks',
      maxWorkers: workers,
      isolate,
      bail: 0,
      // A test that a busy machine holds up would count as one that a fault fails.
      testTimeout: 180_000,
      hookTimeout: 180_000,
      reporters: [reporter],
      sequence: { sequencer: AsGiven },
    },
    { cacheDir: join(root, '.vite'), logLevel: 'error' },
  );
}

/**
 * The unit tests that can kill a mutant.
 *
 * @param {import('vitest/node').Vitest} vitest
 * @param {string} root
 * @returns {Promise<TestSpecification[]>}
 */
export async function specifications(vitest, root) {
  const all = await vitest.globTestSpecifications();
  return all.filter(
    ({ moduleId }) => !TESTS_LEFT_OUT.some((folder) => moduleId.startsWith(join(root, folder))),
  );
}
