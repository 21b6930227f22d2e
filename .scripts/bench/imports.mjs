import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILD_RECORD, DIST, ROOT } from '../paths.mjs';
import { measureInTurns, run } from './run.mjs';
import { megabytes, table, time } from './table.mjs';

/**
 * What importing each Azure package costs, as npm installs it and as the chunks of the package carry it.
 *
 * @param {{ times: number }} options
 * @returns {Promise<string>}
 */
export async function imports({ times }) {
  const { outputs } = JSON.parse(await readFile(BUILD_RECORD, 'utf8'));
  const subjects = /** @type {Record<string, () => ReturnType<typeof run>>} */ ({
    nothing: () => run(['-e', '0']),
  });
  const packages = await azurePackages();
  const sizes = new Map();
  for (const name of packages) {
    const chunk = chunkOf(name, outputs);
    sizes.set(name, await sizeWithImports(chunk, outputs));
    subjects[`${name} raw`] = () => importing(name);
    subjects[`${name} chunk`] = () => importing(pathToFileURL(join(DIST, chunk)).href);
  }
  subjects['all raw'] = () => importing(...packages);
  const chunks = packages.map((name) => pathToFileURL(join(DIST, chunkOf(name, outputs))).href);
  subjects['all chunk'] = () => importing(...new Set(chunks));
  const measured = await measureInTurns(subjects, times);
  const floor = measured['nothing'] ?? { median: 0, peak: 0 };
  const rows = [...packages, 'all'].map((name) => {
    const raw = measured[`${name} raw`] ?? floor;
    const chunk = measured[`${name} chunk`] ?? floor;
    return [
      name,
      time(raw.median - floor.median),
      time(chunk.median - floor.median),
      megabytes(raw.peak - floor.peak),
      megabytes(chunk.peak - floor.peak),
      sizes.has(name) ? megabytes(sizes.get(name)) : '',
    ];
  });
  return table(
    `Import of the Azure packages: what it adds to node -e 0 (${time(floor.median)}), median of ${times}`,
    ['', 'installed', 'bundled', 'memory inst.', 'memory bund.', 'bundled size'],
    rows,
  );
}

/** @returns {Promise<string[]>} those that a live scan loads by themselves, and not as a part of another */
async function azurePackages() {
  const { devDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  return Object.keys(devDependencies).filter((name) => /^@azure\/(?:arm-|identity$)/.test(name));
}

/** @param {readonly string[]} specifiers */
function importing(...specifiers) {
  return run([
    '--input-type=module',
    '-e',
    specifiers.map((each) => `import ${JSON.stringify(each)};`).join(''),
  ]);
}

/** @typedef {import('esbuild').Metafile['outputs']} Outputs */

/**
 * @param {string} name of a package
 * @param {Outputs} outputs
 * @returns {string} the chunk that has most of it
 */
function chunkOf(name, outputs) {
  let found = { path: '', bytes: 0 };
  for (const [path, { inputs }] of Object.entries(outputs)) {
    const bytes = Object.entries(inputs)
      .filter(([input]) => input.includes(`node_modules/${name}/`))
      .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
    if (bytes > found.bytes) found = { path, bytes };
  }
  if (found.path === '') throw new Error(`${name} is in no chunk: is dist of the present sources?`);
  return found.path;
}

/**
 * @param {string} path
 * @param {Outputs} outputs
 * @returns {Promise<number>} bytes of a chunk and of all that it needs at once
 */
async function sizeWithImports(path, outputs) {
  const needed = new Set([path]);
  for (const each of needed) {
    for (const { kind, path: next } of outputs[each]?.imports ?? []) {
      if (kind === 'import-statement' && outputs[next] !== undefined) needed.add(next);
    }
  }
  const sizes = await Promise.all([...needed].map(async (each) => (await stat(join(DIST, each))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
