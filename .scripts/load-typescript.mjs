import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
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
  const rolled = await rolldown({
    cwd: ROOT,
    input: path,
    external: /^[^./]/,
    platform: 'node',
    transform: { target: 'node20' },
  });
  const { output } = await rolled.generate({ format: 'es', codeSplitting: false });
  await rolled.close();
  // Inside the project, so that packages are found.
  const folder = join(ROOT, 'node_modules', '.cache', 'isocheck');
  await mkdir(folder, { recursive: true });
  count += 1;
  const file = join(folder, `${basename(path)}-${process.pid}-${count}.mjs`);
  await writeFile(file, output[0].code);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(file, { force: true });
  }
}
