import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../paths.mjs';
import { mutated } from './mutants.mjs';

/** @typedef {import('./mutants.mjs').Mutant} Mutant */

/**
 * The first so many mutants that the compiler lets through: the others need no test.
 *
 * @param {readonly Mutant[]} mutants
 * @param {number} count
 * @returns {readonly Mutant[]}
 */
export function compiling(mutants, count) {
  const refuses = startCompiler();
  /** @type {Mutant[]} */
  const accepted = [];
  for (let from = 0; from < mutants.length && accepted.length < count; from += count) {
    const chunk = mutants.slice(from, from + count);
    const refused = new Set(rounds(chunk).flatMap(refuses));
    accepted.push(...chunk.filter((mutant) => !refused.has(mutant)));
  }
  return accepted.slice(0, count);
}

/**
 * Divides mutants so that each round has one of a file: a round costs as much as a mutant.
 *
 * @param {readonly Mutant[]} mutants
 * @returns {readonly (readonly Mutant[])[]}
 */
function rounds(mutants) {
  /** @type {Mutant[][]} */
  const all = [];
  for (const mutant of mutants) {
    const free = all.find((round) => round.every(({ file }) => file !== mutant.file));
    if (free === undefined) all.push([mutant]);
    else free.push(mutant);
  }
  return all;
}

/** @returns {(round: readonly Mutant[]) => readonly Mutant[]} which mutants of a round the compiler refuses */
function startCompiler() {
  const path = join(ROOT, 'tsconfig.json');
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  /** @type {Map<string, string>} */
  let changed = new Map();
  let version = 0;
  /** @type {Map<string, number>} */
  const versions = new Map();
  const service = ts.createLanguageService(
    {
      // What is only left over in a mutant is no reason to refuse it.
      getCompilationSettings: () => ({
        ...options,
        noUnusedLocals: false,
        noUnusedParameters: false,
        allowUnreachableCode: true,
      }),
      getScriptFileNames: () => fileNames.filter((name) => name.startsWith(join(ROOT, 'src'))),
      getScriptVersion: (name) => String(versions.get(name) ?? 0),
      getScriptSnapshot: (name) => {
        const text = changed.get(name) ?? ts.sys.readFile(name);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => ROOT,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: ts.sys.fileExists,
      readFile: ts.sys.readFile,
      readDirectory: ts.sys.readDirectory,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
    },
    ts.createDocumentRegistry(),
  );
  return (round) => {
    version += 1;
    for (const name of changed.keys()) versions.set(name, version);
    changed = new Map(
      round.map((mutant) => {
        const name = join(ROOT, mutant.file);
        return [name, mutated(mutant, readFileSync(name, 'utf8'))];
      }),
    );
    for (const name of changed.keys()) versions.set(name, version);
    return round.filter((mutant) => {
      const name = join(ROOT, mutant.file);
      return service.getSyntacticDiagnostics(name).length + service.getSemanticDiagnostics(name).length > 0;
    });
  };
}
