import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { ROOT } from '../paths.mjs';
import { builtins } from './builtins.mjs';
import { chunkGroups } from './chunk-groups.mjs';
import { deferred } from './deferred.mjs';
import { breakLines } from './line-breaks.mjs';

/**
 * A file of `dist`.
 *
 * @typedef {object} BundledFile
 * @property {string} path relative to `dist`
 * @property {string[]} inputs the sources and packages in it, relative to the project
 */

/**
 * Of the package's manifest only the version goes into the bundle.
 *
 * @param {string} version
 * @returns {import('rolldown').Plugin}
 */
const versionOfManifest = (version) => ({
  name: 'version-of-manifest',
  load: (id) => (id === join(ROOT, 'package.json') ? JSON.stringify({ version }) : undefined),
});

/**
 * Bundles the command and the library into `folder`. What both or several parts need, and what is imported only
 * when it is used, lies in chunks of its own.
 *
 * @param {string} folder
 * @param {string} version
 * @returns {Promise<BundledFile[]>}
 */
export async function bundle(folder, version) {
  const rolled = await rolldown({
    cwd: ROOT,
    input: { isocheck: 'src/cli/main.ts', index: 'src/index.ts' },
    platform: 'node',
    transform: { target: 'node20' },
    // Its first choice asks for its own files in a way that no bundler can follow.
    resolve: { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } },
    // tldts builds its index when it runs, which takes a tenth of a scan's time, and few workspaces need it.
    plugins: [builtins(), deferred('tldts'), versionOfManifest(version)],
    // Which file a module lies in is said below.
    checks: { ineffectiveDynamicImport: false },
    onLog(level, log) {
      // A warning is a fault that shows only when the code runs.
      if (level === 'warn') throw new Error(log.message);
    },
  });
  const { output } = await rolled.generate({
    format: 'es',
    minify: true,
    // The licences are in the third-party notices.
    comments: false,
    // One file more for every command, and nothing is left that would use it.
    polyfillRequire: false,
    chunkFileNames: 'chunks/[name]-[hash].js',
    codeSplitting: { groups: chunkGroups() },
  });
  await rolled.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  await mkdir(join(folder, 'chunks'));
  return Promise.all(
    chunks.map(async ({ fileName, code, modules }) => {
      await writeFile(join(folder, fileName), breakLines(code));
      return { path: fileName, inputs: inputsOf(modules) };
    }),
  );
}

/**
 * The files that are left something of.
 *
 * @param {Readonly<Record<string, import('rolldown').RenderedModule>>} modules
 */
function inputsOf(modules) {
  return Object.entries(modules).flatMap(([id, { renderedLength }]) =>
    id.startsWith('\0') || renderedLength === 0 ? [] : [relative(ROOT, id).replaceAll(sep, '/')],
  );
}
