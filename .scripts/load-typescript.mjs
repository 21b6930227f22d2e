import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './paths.mjs';

let count = 0;

/**
 * Imports a module written in TypeScript, which Node 20 cannot do by itself: it is bundled into a temporary file
 * first. Packages are not bundled.
 *
 * @param {string} path absolute, or relative to the project
 * @returns {Promise<Readonly<Record<string, unknown>>>} what the module exports
 */
export async function loadTypeScript(path) {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: [path],
    bundle: true,
    format: 'esm',
    packages: 'external',
    platform: 'node',
    target: 'node20',
    write: false,
  });
  // Inside the project, so that packages are found.
  const folder = join(ROOT, 'node_modules', '.cache', 'isocheck');
  await mkdir(folder, { recursive: true });
  count += 1;
  const file = join(folder, `${basename(path)}-${process.pid}-${count}.mjs`);
  await writeFile(file, result.outputFiles.map((output) => output.text).join(''));
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(file, { force: true });
  }
}
