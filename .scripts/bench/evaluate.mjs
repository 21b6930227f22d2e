// A process of its own: reads and judges a snapshot with the built library, and tells how long each step took.
// Arguments: the folder of the build, the snapshot file.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , dist = '', file = ''] = process.argv;
const { createReport, readSnapshot } = /** @type {typeof import('../../src/index.ts')} */ (
  await import(pathToFileURL(join(dist, 'index.js')).href)
);
const started = performance.now();
const snapshot = await readSnapshot({ file });
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
