import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { builtinName } from './builtins.mjs';

/** What only a command that asks Azure, or the server that stands for it, needs; and what is slow to load. */
const SDK = /node_modules[\\/](?:@azure|@azure-rest|@typespec|@peculiar)[\\/]/;
const SLOW_BUILTIN = /^(?:http|https|net|perf_hooks|tls)$/;

const COMMAND = join(ROOT, 'src/cli/main.ts');

/** What one command alone tells its reader, and grows with every rule; and what only a broken file needs. */
const RARE = ['src/catalogue/remedies.json', 'src/snapshot/json-fault.ts'].map((path) => join(ROOT, path));

/**
 * Which modules lie together: in `start` what every command needs, in `offline` what most commands need that stay
 * offline. The rest is left to the bundler, which makes a file of whatever two parts share: a scan of a snapshot
 * would load dozens.
 *
 * @returns {import('rolldown').CodeSplittingGroup[]} the first that has a module gets it
 */
export function chunkGroups() {
  /** @type {{ readonly start: ReadonlySet<string>, readonly offline: ReadonlySet<string> } | undefined} */
  let parts;
  return /** @type {const} */ (['start', 'offline']).map((part) => ({
    debugName: part,
    name(id, context) {
      parts ??= partsOf((each) => context.getModuleInfo(each));
      return parts[part].has(id) ? part : null;
    },
  }));
}

/** @typedef {(id: string) => import('rolldown').ModuleInfo | null} Graph what imports what */

/** @param {Graph} graph */
function partsOf(graph) {
  const start = loadedWith(graph, COMMAND);
  const offline = reached(
    graph,
    COMMAND,
    ['importedIds', 'dynamicallyImportedIds'],
    (id) => ![...loadedWith(graph, id)].some((each) => isSlow(each) || RARE.includes(each)),
  );
  // It runs the command, which the library must not: it stays in the file of the command alone.
  start.delete(COMMAND);
  offline.delete(COMMAND);
  return { start, offline };
}

/**
 * @param {Graph} graph
 * @param {string} id of a module
 * @returns {Set<string>} the modules that are loaded together with it, itself included
 */
function loadedWith(graph, id) {
  return reached(graph, id, ['importedIds'], () => true);
}

/**
 * @param {Graph} graph
 * @param {string} from
 * @param {readonly ('importedIds' | 'dynamicallyImportedIds')[]} kinds the kinds of import to follow
 * @param {(id: string) => boolean} isFollowed
 */
function reached(graph, from, kinds, isFollowed) {
  const found = new Set([from]);
  for (const id of found) {
    const module = graph(id);
    for (const imported of kinds.flatMap((kind) => module?.[kind] ?? [])) {
      if (!found.has(imported) && isFollowed(imported)) found.add(imported);
    }
  }
  return found;
}

/** @param {string} id of a module */
function isSlow(id) {
  return SDK.test(id) || SLOW_BUILTIN.test(builtinName(id) ?? '');
}
