import { isBuiltin } from 'node:module';
import { rollup } from 'rollup';

/**
 * A file as esbuild made it.
 *
 * @typedef {object} EsbuildFile
 * @property {string} name
 * @property {string} text
 * @property {readonly string[]} inputs the sources and packages in it, relative to the project
 * @property {readonly { name: string, kind: string }[]} imports other files and modules of Node
 */

/**
 * A file of `dist`.
 *
 * @typedef {object} BundledFile
 * @property {string} path relative to `dist`
 * @property {string[]} inputs the sources and packages in it, relative to the project
 */

const ENTRIES = ['isocheck.js', 'index.js'];

/** What only a command that asks Azure, or the server that stands for it, needs; and what is slow to load. */
const SDK = /node_modules\/(?:@azure|@azure-rest|@typespec|@peculiar)\//;
const SLOW_BUILTIN = /^(?:node:)?(?:http|https|net|perf_hooks|tls)$/;

/** What one command alone tells its reader, and that grows with every rule. */
const TOLD = 'src/catalogue/remedies.json';

/**
 * Joins esbuild's files into a few, and writes them: what every command needs, what most commands need that
 * stay offline, and the rest as it is. esbuild makes a file of whatever two parts share, and has no setting for it: a scan
 * of a snapshot loaded thirty, most of them of a few bytes.
 *
 * Node's own modules are taken from the process and not imported: for an import Node copies every export, which
 * starts what is behind each getter of `process` and `fs`. Both together took a sixth of such a scan's time.
 *
 * @param {string} folder
 * @param {readonly EsbuildFile[]} files
 * @returns {Promise<BundledFile[]>}
 */
export async function joinChunks(folder, files) {
  const byName = new Map(files.map((file) => [file.name, file]));
  const start = loadedWith(byName, 'isocheck.js');
  const quick = new Map(
    [...byName].filter(([name]) => ![...loadedWith(byName, name)].some((each) => isSlow(byName.get(each)))),
  );
  const offline = [...loadedWith(quick, 'isocheck.js', ['import-statement', 'dynamic-import'])].filter(
    (name) => byName.get(name)?.inputs.includes(TOLD) !== true,
  );

  const rolled = await rollup({
    input: ENTRIES,
    plugins: [filesOf(byName)],
    // esbuild has done it.
    treeshake: false,
    onwarn(warning) {
      throw new Error(warning.message);
    },
  });
  const { output } = await rolled.write({
    dir: folder,
    format: 'es',
    compact: true,
    chunkFileNames: 'chunks/[name]-[hash].js',
    manualChunks(id) {
      const name = id.split('\0').at(-1) ?? id;
      if (ENTRIES.includes(name)) return undefined;
      if (start.has(name)) return 'start';
      return offline.includes(name) ? 'offline' : undefined;
    },
  });
  await rolled.close();
  return output.flatMap((file) =>
    file.type === 'chunk'
      ? [{ path: file.fileName, inputs: file.moduleIds.flatMap((id) => byName.get(id)?.inputs ?? []) }]
      : [],
  );
}

/**
 * The files that are loaded together with one, itself included.
 *
 * @param {ReadonlyMap<string, EsbuildFile>} files
 * @param {string} from
 * @param {readonly string[]} kinds the kinds of import to follow
 * @returns {Set<string>} their names
 */
function loadedWith(files, from, kinds = ['import-statement']) {
  const loaded = new Set([from]);
  for (const name of loaded) {
    for (const imported of files.get(name)?.imports ?? []) {
      if (files.has(imported.name) && kinds.includes(imported.kind)) loaded.add(imported.name);
    }
  }
  return loaded;
}

/** @param {EsbuildFile | undefined} file */
function isSlow(file) {
  if (file === undefined) return false;
  return (
    file.inputs.some((input) => SDK.test(input)) || file.imports.some(({ name }) => SLOW_BUILTIN.test(name))
  );
}

/**
 * Gives rollup the files of esbuild by their names.
 *
 * @param {ReadonlyMap<string, EsbuildFile>} files
 * @returns {import('rollup').Plugin}
 */
function filesOf(files) {
  return {
    name: 'files-of-esbuild',
    resolveId(id, importer) {
      // One for each importer: a shared one would need a file of its own, or bring along what another importer needs.
      if (isBuiltin(id)) return { id: `\0${id}\0${importer}`, syntheticNamedExports: true };
      return id.replace(/^.*\//, '');
    },
    load(id) {
      const [, builtin] = id.split('\0');
      if (builtin === undefined) return files.get(id)?.text;
      return `export default process.getBuiltinModule(${JSON.stringify(builtin)});`;
    },
  };
}
