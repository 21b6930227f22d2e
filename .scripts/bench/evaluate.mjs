// A process of its own: reads and judges a snapshot, and tells how long each step took. Argument: snapshot file.
import { readFile } from 'node:fs/promises';
import { loadTypeScript } from '../load-typescript.mjs';

const [, , file = ''] = process.argv;
const { readSnapshot } = /** @type {typeof import('../../src/snapshot/read.ts')} */ (
  await loadTypeScript('src/snapshot/read.ts')
);
const { createReport } = /** @type {typeof import('../../src/report/create-report.ts')} */ (
  await loadTypeScript('src/report/create-report.ts')
);
const text = await readFile(file, 'utf8');
const started = performance.now();
const snapshot = await readSnapshot({ text, name: file });
const read = performance.now();
const before = process.cpuUsage();
const { findings } = createReport(snapshot, { source: file });
const ended = performance.now();
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    reading: read - started,
    evaluation: ended - read,
    processor: (user + system) / 1000,
    findings: findings.length,
  }),
);
