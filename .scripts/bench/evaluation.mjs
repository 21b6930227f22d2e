import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureInTurns, medianOf, run } from './run.mjs';
import { goal, megabytes, table, time } from './table.mjs';
import { writeWorld } from './worlds.mjs';

const SCRIPT = fileURLToPath(new URL('evaluate.mjs', import.meta.url));
const ENDPOINTS = 20;

/** For 1,000 workspaces; fewer are to take no more than their share. */
const GOAL = 5000;

/**
 * Judging many workspaces of one snapshot.
 *
 * @param {{ folder: string, dist: string, times: number, workspaces: readonly number[] }} options
 * @returns {Promise<string>}
 */
export async function evaluation({ folder, dist, times, workspaces }) {
  const rows = [];
  for (const count of workspaces) {
    const { file, bytes } = await writeWorld(folder, { workspaces: count, endpoints: ENDPOINTS });
    /** @type {number[]} */
    const readings = [];
    let findings = 0;
    const measured = await measureInTurns(
      {
        evaluation: async () => {
          const { output, peak } = await run([SCRIPT, dist, file]);
          const told = JSON.parse(output);
          readings.push(told.reading);
          findings = told.findings;
          return { milliseconds: told.evaluation, cpu: told.processor, peak };
        },
        command: () => run([join(dist, 'isocheck.js'), 'scan', '--snapshot', file, '--quiet']),
      },
      times,
    );
    const { median, min, cpu, peak } = measured['evaluation'] ?? { median: 0, min: 0, cpu: 0, peak: 0 };
    const command = measured['command'];
    rows.push([
      count.toLocaleString('en'),
      megabytes(bytes),
      findings.toLocaleString('en'),
      time(medianOf(readings)),
      time(median),
      time(min),
      time(cpu),
      `${(median / count).toFixed(2)} ms`,
      megabytes(peak),
      count === 1000 ? goal(median <= GOAL) : '',
      `${time(command?.median ?? 0)}, ${megabytes(command?.peak ?? 0)}`,
    ]);
  }
  return table(
    `Evaluation of workspaces with ${ENDPOINTS} endpoints of 2 deployments: ${times} runs each (goal: linear, 1,000 within ${GOAL / 1000} s)`,
    [
      'workspaces',
      'snapshot',
      'outcomes',
      'reading',
      'evaluation',
      'min',
      'processor',
      'a workspace',
      'memory',
      'goal',
      'whole command',
    ],
    rows,
  );
}
