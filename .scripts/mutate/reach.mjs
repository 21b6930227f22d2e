import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withProbes } from './probes.mjs';

/** @typedef {import('./mutants.mjs').Mutant} Mutant */
/** @typedef {import('./first-run.mjs').TestRun} TestRun */

/**
 * Runs all unit tests once, and finds which of them run the place of each mutant.
 *
 * @param {string} root of the copy
 * @param {readonly Mutant[]} mutants
 * @param {number} workers
 * @returns {Promise<{ tests: readonly TestRun[], reach: readonly (readonly TestRun[])[] }>} the tests, and of each
 *   mutant those that come to it
 */
export async function findReach(root, mutants, workers) {
  const files = [...new Set(mutants.map(({ file }) => file))];
  const texts = new Map(
    await Promise.all(
      files.map(async (file) => /** @type {const} */ ([file, await readFile(join(root, file), 'utf8')])),
    ),
  );
  for (const [file, text] of texts) {
    const here = mutants.map((mutant, id) => ({ ...mutant, id })).filter((mutant) => mutant.file === file);
    await writeFile(join(root, file), withProbes(text, here));
  }
  const noted = join(root, '.mutants-run');
  await writeFile(noted, '');
  const tests = await firstRun(root, noted, workers);
  for (const [file, text] of texts) await writeFile(join(root, file), text);

  /** @type {Map<string, ReadonlySet<number>>} */
  const runBy = new Map();
  for (const line of (await readFile(noted, 'utf8')).split('\n').filter((line) => line !== '')) {
    /** @type {{ test: string, run: readonly number[] }} */
    const { test, run } = JSON.parse(line);
    runBy.set(relative(root, test), new Set(run));
  }
  await rm(noted);
  return { tests, reach: mutants.map((_, id) => tests.filter(({ test }) => runBy.get(test)?.has(id))) };
}

/**
 * @param {string} root
 * @param {string} noted
 * @param {number} workers
 * @returns {Promise<readonly TestRun[]>}
 */
async function firstRun(root, noted, workers) {
  const child = fork(fileURLToPath(new URL('first-run.mjs', import.meta.url)), [root, String(workers)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ISOCHECK_MUTANTS_RUN: noted },
  });
  /** @type {readonly TestRun[]} */
  let tests = [];
  child.on('message', (/** @type {readonly TestRun[]} */ message) => {
    tests = message;
  });
  await once(child, 'exit');
  const failed = tests.filter(({ passed }) => !passed).map(({ test }) => test);
  if (tests.length === 0 || failed.length > 0) {
    throw new Error(`without a fault the tests must pass: ${failed.join(', ') || 'none was run'}`);
  }
  return tests;
}
