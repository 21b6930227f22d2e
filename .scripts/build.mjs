/**
 * Builds the package into `dist`. With `--if-changed`, only when `dist` is not of the present sources.
 */
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { bundle } from './build/bundle.mjs';
import { notices } from './build/notices.mjs';
import { schemas } from './build/schemas.mjs';
import { digestOfSources } from './build/sources.mjs';
import { stories } from './build/stories.mjs';
import { types } from './build/types.mjs';
import { BUILD_RECORD, DIST, ROOT } from './paths.mjs';

const sources = await digestOfSources();
if (!process.argv.includes('--if-changed') || (await digestOfBuild()) !== sources) await build();

/** @returns {Promise<string | undefined>} the digest of the sources that `dist` was built from */
async function digestOfBuild() {
  try {
    return JSON.parse(await readFile(BUILD_RECORD, 'utf8')).sources;
  } catch {
    return undefined;
  }
}

async function build() {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  // Beside dist and put into its place when it is whole: a build that fails leaves the last one as it was.
  const folder = join(ROOT, `dist-${process.pid}`);
  await mkdir(folder);
  try {
    const files = await bundle(folder, version);
    await notices(folder, files);
    await types(folder);
    await schemas(folder);
    await stories(folder);
    await chmod(join(folder, 'isocheck.js'), 0o755);
    await writeFile(join(folder, basename(BUILD_RECORD)), JSON.stringify({ sources, files }));
    await rm(DIST, { recursive: true, force: true });
    await rename(folder, DIST);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
