/** Set up in each test file of the first run: notes the places of which mutants the file runs. */
import { appendFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';

/** @type {Set<number>} */
const run = new Set();

Object.assign(globalThis, {
  mutantsRun: (/** @type {readonly number[]} */ ...ids) => {
    for (const id of ids) run.add(id);
  },
});

afterAll(() => {
  const line = JSON.stringify({ test: expect.getState().testPath, run: [...run] });
  appendFileSync(process.env['ISOCHECK_MUTANTS_RUN'] ?? '', `${line}\n`);
});
