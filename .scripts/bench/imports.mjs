import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILD_RECORD, ROOT } from '../paths.mjs';
import { measureInTurns, run } from './run.mjs';
import { megabytes, table, time } from './table.mjs';

/**
 * What importing each Azure package costs, as npm installs it and as the chunks of the package carry it.
 *
 * @param {{ dist: string, times: number }} options
 * @returns {Promise<string>}
 */
export async function imports({ dist, times }) {
  const { files } = JSON.parse(await readFile(join(dist, basename(BUILD_RECORD)), 'utf8'));
  const subjects = /** @type {Record<string, () => ReturnType<typeof run>>} */ ({
    nothing: () => run(['-e', '0']),
  });
  const packages = await azurePackages();
  const sizes = new Map();
  for (const name of packages) {
    const chunk = chunkOf(name, files);
    sizes.set(name, await sizeWithImports(join(dist, chunk)));
    subjects[`${name} raw`] = () => importing(name);
    subjects[`${name} chunk`] = () => importing(pathToFileURL(join(dist, chunk)).href);
  }
  subjects['all raw'] = () => importing(...packages);
  const chunks = packages.map((name) => pathToFileURL(join(dist, chunkOf(name, files))).href);
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

/** @typedef {readonly { path: string, inputs: readonly string[] }[]} Files */

/**
 * @param {string} name of a package
 * @param {Files} files
 * @returns {string} the file that has most of its modules
 */
function chunkOf(name, files) {
  let found = { path: '', modules: 0 };
  for (const { path, inputs } of files) {
    const modules = inputs.filter((input) => input.includes(`node_modules/${name}/`)).length;
    if (modules > found.modules) found = { path, modules };
  }
  if (found.path === '') throw new Error(`${name} is in no file: is dist of the present sources?`);
  return found.path;
}

/**
 * @param {string} path of a file
 * @returns {Promise<number>} bytes of it and of all that it needs at once
 */
async function sizeWithImports(path) {
  const needed = new Set([path]);
  let bytes = 0;
  for (const file of needed) {
    const text = await readFile(file, 'utf8');
    bytes += Buffer.byteLength(text);
    for (const [, next = ''] of text.matchAll(/(?:from|import) ?["'](\.[^"']+\.js)["']/g)) {
      needed.add(join(dirname(file), next));
    }
  }
  return bytes;
}
