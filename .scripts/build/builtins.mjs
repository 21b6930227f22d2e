import { isBuiltin } from 'node:module';

/** Marks a module that stands for one of Node's own; no file has such a name. */
const PREFIX = '\0builtin:';

/**
 * Takes Node's own modules from the process: for an import Node copies every export, which starts what is behind
 * each getter of `process` and `fs`, and bundled CommonJS has no `require`.
 *
 * @returns {import('rolldown').Plugin}
 */
export function builtins() {
  return {
    name: 'builtins',
    resolveId(id, importer, { kind }) {
      // rolldown's own part asks for one that nothing needs in the end.
      if (!isBuiltin(id) || importer === undefined || importer.startsWith('\0rolldown')) return undefined;
      // One for each importer: a shared one would need a file of its own, or bring along what another importer needs.
      return `${PREFIX}${id}\0${kind}\0${importer}`;
    },
    load(id) {
      if (!id.startsWith(PREFIX)) return undefined;
      const [name = '', kind] = id.slice(PREFIX.length).split('\0');
      if (kind === 'require-call') return `module.exports = ${commonJsValue(name)};`;
      return { code: exportsOf(name), moduleSideEffects: false };
    },
  };
}

/** @param {string} id of a module, which may stand for one of Node's own; then its name is returned */
export function builtinName(id) {
  return id.startsWith(PREFIX)
    ? id
        .slice(PREFIX.length)
        .split('\0')[0]
        ?.replace(/^node:/, '')
    : undefined;
}

/** @param {string} name */
function commonJsValue(name) {
  const module = `process.getBuiltinModule(${JSON.stringify(name)})`;
  // Commander starts programs with it, which isocheck has none of, and it takes an eighth of Node's own start.
  const isDeferred = /^(?:node:)?child_process$/.test(name);
  return isDeferred ? `new Proxy({}, { get: (_, name) => ${module}[name] })` : module;
}

/**
 * Each export by itself, so that those that nobody uses are left out.
 *
 * @param {string} name
 */
function exportsOf(name) {
  const names = Object.keys(process.getBuiltinModule(name) ?? {}).filter((each) =>
    /^[A-Za-z]\w*$/.test(each),
  );
  return [
    `const builtin = process.getBuiltinModule(${JSON.stringify(name)});`,
    'const get = (name) => builtin[name];',
    'export default builtin;',
    ...names.map(
      (each) => `const _${each} = /* @__PURE__ */ get('${each}'); export { _${each} as ${each} };`,
    ),
  ].join('\n');
}
