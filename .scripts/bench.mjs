/**
 * Measures the built command and prints tables; nothing is asserted. `npm run bench`, or with arguments
 * `npm run bench -- --quick startup live`: `--quick` runs less, and names of parts run those alone.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluation } from './bench/evaluation.mjs';
import { imports } from './bench/imports.mjs';
import { live } from './bench/live.mjs';
import { startup } from './bench/startup.mjs';
import { DIST } from './paths.mjs';

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const wanted = words.filter((word) => word !== '--quick');

const folder = await mkdtemp(join(tmpdir(), 'isocheck-bench-'));
const dist = join(folder, 'dist');
/** @type {Readonly<Record<string, () => Promise<string>>>} */
const parts = {
  startup: () => startup({ dist, times: quick ? 5 : 20, story: 'faulty' }),
  imports: () => imports({ dist, times: quick ? 3 : 10 }),
  live: () =>
    live({
      folder,
      dist,
      times: quick ? 2 : 5,
      endpoints: quick ? [1, 20] : [1, 20, 200],
      latencies: [0, 100],
    }),
  evaluation: () =>
    evaluation({ folder, dist, times: quick ? 1 : 3, workspaces: quick ? [1, 100] : [1, 100, 1000] }),
};
const unknown = wanted.filter((name) => parts[name] === undefined);

try {
  if (unknown.length > 0) {
    throw new Error(`no part is named ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  }
  // Of its own: a build in between would change what is measured.
  await cp(DIST, dist, { recursive: true }).catch(() => {
    throw new Error('there is no dist: npm run build');
  });
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  print(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}; ${load()}`);
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) print(await part());
  }
  print(load());
} finally {
  await rm(folder, { recursive: true, force: true });
}

function load() {
  return `load ${(loadavg()[0] ?? 0).toFixed(1)} at ${new Date().toISOString()}`;
}

/** @param {string} text */
function print(text) {
  process.stdout.write(`${text}\n`);
}
