import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../paths.mjs';

/**
 * Bundled CommonJS gets Node's own modules from the process. esbuild would leave a `require` there, which an ES
 * module does not have; a banner that makes one would be loaded by every chunk, also those that need none.
 *
 * @type {import('esbuild').Plugin}
 */
const builtinsOfCommonJs = {
  name: 'builtins-of-commonjs',
  setup(bundler) {
    bundler.onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'require-call' && isBuiltin(path) ? { path, namespace: 'builtin' } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

/**
 * Of the package's manifest only the version goes into the bundle.
 *
 * @param {string} version
 * @returns {import('esbuild').Plugin}
 */
const versionOfManifest = (version) => ({
  name: 'version-of-manifest',
  setup(bundler) {
    const manifest = join(ROOT, 'package.json');
    bundler.onLoad({ filter: /package\.json$/ }, ({ path }) =>
      path === manifest ? { contents: JSON.stringify({ version }), loader: 'json' } : undefined,
    );
  },
});

/**
 * Bundles the command and the library into `folder`. What both or several parts need, and what is imported only
 * when it is used, lies in chunks of its own.
 *
 * @param {string} folder
 * @param {string} version
 * @returns {Promise<import('esbuild').Metafile>} which inputs went into which outputs
 */
export async function bundle(folder, version) {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: { isocheck: 'src/cli/main.ts', index: 'src/index.ts' },
    outdir: folder,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    // The licences are in the third-party notices.
    legalComments: 'none',
    metafile: true,
    plugins: [builtinsOfCommonJs, versionOfManifest(version)],
    logLevel: 'warning',
  });
  if (result.warnings.length > 0) throw new Error('esbuild warned: see above');
  return result.metafile;
}
