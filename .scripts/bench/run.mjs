import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const USAGE = fileURLToPath(new URL('usage.cjs', import.meta.url));

/**
 * @typedef {object} Took
 * @property {number} milliseconds from the start of the process to its end
 * @property {number} cpu milliseconds of processor time: what else the machine does hardly shows in it
 * @property {number} peak the most memory that it held, in bytes
 *
 * @typedef {Took & { output: string, errors: string }} Ran
 */

/**
 * Runs Node once and waits for its end.
 *
 * @param {readonly string[]} args
 * @param {{ env?: Readonly<Record<string, string>>, exitCodes?: readonly number[] }} [options]
 * @returns {Promise<Ran>}
 * @throws {Error} when it ends with another exit code than those expected (0): then nothing was measured
 */
export async function run(args, { env = {}, exitCodes = [0] } = {}) {
  const usageFile = join(tmpdir(), `isocheck-bench-${process.pid}-${Math.random().toString(36).slice(2)}`);
  const started = performance.now();
  const child = spawn(process.execPath, ['--require', USAGE, ...args], {
    env: { ...process.env, ...env, BENCH_USAGE_FILE: usageFile, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of /** @type {const} */ (['stdout', 'stderr'])) {
    child[name].setEncoding('utf8').on('data', (chunk) => {
      texts[name] += chunk;
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const milliseconds = performance.now() - started;
  if (!exitCodes.includes(code)) {
    throw new Error(`node ${args.join(' ')} ended with ${code}:\n${texts.stderr.slice(-2000)}`);
  }
  const { peak, cpu } = JSON.parse(await readFile(usageFile, 'utf8'));
  await rm(usageFile);
  return { milliseconds, cpu, peak, output: texts.stdout, errors: texts.stderr };
}

/**
 * @typedef {object} Measured
 * @property {number} median milliseconds
 * @property {number} min milliseconds
 * @property {number} cpu milliseconds of processor time, median
 * @property {number} peak bytes, of the run that took most
 */

/**
 * Measures several things in turns, so that whatever else the machine does falls on all of them alike.
 *
 * @param {Readonly<Record<string, () => Promise<Took>>>} subjects
 * @param {number} times
 * @returns {Promise<Readonly<Record<string, Measured>>>}
 */
export async function measureInTurns(subjects, times) {
  /** @type {Record<string, Took[]>} */
  const results = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (let turn = 0; turn < times; turn += 1) {
    for (const [name, subject] of Object.entries(subjects)) results[name]?.push(await subject());
  }
  return Object.fromEntries(Object.entries(results).map(([name, runs]) => [name, summarize(runs)]));
}

/**
 * @param {readonly Took[]} runs
 * @returns {Measured}
 */
function summarize(runs) {
  const times = runs.map((each) => each.milliseconds);
  return {
    median: medianOf(times),
    min: Math.min(...times),
    cpu: medianOf(runs.map((each) => each.cpu)),
    peak: Math.max(...runs.map((each) => each.peak)),
  };
}

/**
 * @param {readonly number[]} values
 * @returns {number}
 */
export function medianOf(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
