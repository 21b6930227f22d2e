import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { measureInTurns, run } from './run.mjs';
import { goal, megabytes, ratio, table, time } from './table.mjs';

const GOAL = 1.5;

/**
 * What nobody should have to wait for, beside Node itself.
 *
 * @param {{ dist: string, times: number, story: string }} options `story` is the folder of a small snapshot below
 *   fixtures
 * @returns {Promise<string>}
 */
export async function startup({ dist, times, story }) {
  const command = join(dist, 'isocheck.js');
  const snapshot = join(ROOT, 'fixtures', story, 'snapshot.json');
  const replay = ['scan', '--snapshot', snapshot];
  /** @type {Readonly<Record<string, readonly string[]>>} */
  const commands = {
    '--version': ['--version'],
    '--help': ['--help'],
    'scan --help': ['scan', '--help'],
    rules: ['rules'],
    [`scan --snapshot (${story}), text`]: replay,
    [`scan --snapshot (${story}), JSON`]: [...replay, '--output', 'json'],
  };
  const floor = 'node -e 0';
  const measured = await measureInTurns(
    {
      [floor]: () => run(['-e', '0']),
      ...Object.fromEntries(
        Object.entries(commands).map(([name, args]) => [
          name,
          () => run([command, ...args], { exitCodes: [0, 1, 3] }),
        ]),
      ),
    },
    times,
  );
  const base = measured[floor] ?? { median: 0, cpu: 0 };
  return table(
    `Start and replay: ${times} runs each, in turns (goal: median within ${GOAL} times of node itself)`,
    ['', 'median', 'min', 'of node', 'processor', 'of node', 'memory', 'goal'],
    Object.entries(measured).map(([name, { median, min, cpu, peak }]) => [
      name,
      time(median),
      time(min),
      ratio(median / base.median),
      time(cpu),
      ratio(cpu / base.cpu),
      megabytes(peak),
      name === floor ? '' : goal(median <= GOAL * base.median),
    ]),
  );
}
