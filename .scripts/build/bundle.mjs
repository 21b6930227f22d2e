import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../paths.mjs';
import { joinChunks } from './join-chunks.mjs';

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
    bundler.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => {
      const module = `process.getBuiltinModule(${JSON.stringify(path)})`;
      // Commander starts programs with it, which isocheck has none of, and it takes an eighth of Node's own start.
      const isDeferred = /^(?:node:)?child_process$/.test(path);
      const value = isDeferred ? `new Proxy({}, { get: (_, name) => ${module}[name] })` : module;
      return { contents: `module.exports = ${value};` };
    });
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
 * @returns {Promise<import('./join-chunks.mjs').BundledFile[]>}
 */
export async function bundle(folder, version) {
  const { metafile, outputFiles, warnings } = await build({
    absWorkingDir: ROOT,
    entryPoints: { isocheck: 'src/cli/main.ts', index: 'src/index.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    // Node shows the whole line of an error that nobody caught.
    lineLimit: 200,
    // The licences are in the third-party notices.
    legalComments: 'none',
    metafile: true,
    plugins: [builtinsOfCommonJs, versionOfManifest(version)],
    logLevel: 'warning',
    write: false,
  });
  // A warning is a fault that shows only when the code runs.
  if (warnings.length > 0) throw new Error('esbuild warned: see above');
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const files = Object.entries(metafile.outputs).map(([path, output]) => ({
    name: basename(path),
    text: texts.get(basename(path)) ?? '',
    inputs: Object.entries(output.inputs).flatMap(([input, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [input] : [],
    ),
    imports: output.imports.map((each) => ({
      name: each.external === true ? each.path : basename(each.path),
      kind: each.kind,
    })),
  }));
  return joinChunks(folder, files);
}
