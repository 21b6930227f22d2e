/** Marks a module that stands for a package; no file has such a name. */
const PREFIX = '\0deferred:';

/**
 * Lets a package run when one of its functions is first called, and not with all that imports it.
 *
 * @param {string} name of the package
 * @returns {import('rolldown').Plugin}
 */
export function deferred(name) {
  let isImported = false;
  return {
    name: 'deferred',
    resolveId(id, _importer, { kind }) {
      if (id !== name || kind !== 'import-statement') return undefined;
      isImported = true;
      return `${PREFIX}${name}`;
    },
    async load(id) {
      if (id !== `${PREFIX}${name}`) return undefined;
      const functions = Object.entries(await import(name)).filter(([, value]) => typeof value === 'function');
      // What is required runs where that is said, what is imported before all else.
      return functions
        .map(([each]) => `export const ${each} = (...given) => require('${name}').${each}(...given);`)
        .join('\n');
    },
    buildEnd(error) {
      if (error === undefined && !isImported) this.error(`Nothing imports ${name}.`);
    },
  };
}
