import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadTypeScript } from '../load-typescript.mjs';

const DEPLOYMENTS = /** @type {const} */ ({ blue: 'Disabled', green: 'Disabled' });

/**
 * Writes a snapshot of sound private workspaces, each with its own network, zones and dependencies, and two
 * deployments behind each of its endpoints.
 *
 * @param {string} folder
 * @param {{ workspaces: number, endpoints: number }} size
 * @returns {Promise<{ file: string, bytes: number, workspaces: readonly string[] }>} the workspaces by id
 */
export async function writeWorld(folder, { workspaces, endpoints }) {
  const [{ Estate, World, namesOf }, { addDependencyEndpoints }, { completeWorld }] = await loadWorlds();
  const world = new World();
  let last;
  for (let number = 0; number < workspaces; number += 1) {
    const suffix = `bench${number}`;
    const guid = `5d0b9c1e-7f2a-4c3b-9d4e-${number.toString(16).padStart(12, '0')}`;
    last = new Estate(suffix, {}, world, namesOf(suffix, { guid }));
    for (let each = 0; each < endpoints; each += 1)
      last.endpoint(`endpoint-${each}`, 'Disabled', DEPLOYMENTS);
    addDependencyEndpoints(last);
  }
  if (last !== undefined) completeWorld(last);
  const snapshot = world.snapshot();
  const text = JSON.stringify(snapshot);
  const file = join(folder, `world-${workspaces}-${endpoints}.json`);
  await writeFile(file, text);
  return { file, bytes: Buffer.byteLength(text), workspaces: snapshot.workspaces };
}

/**
 * @returns {Promise<[
 *   typeof import('../../test/world/estate.ts') & typeof import('../../test/world/world.ts') & typeof import('../../test/world/names.ts'),
 *   typeof import('../../test/world/dependency-endpoints.ts'),
 *   typeof import('../../test/world/stories/complete.ts'),
 * ]>}
 */
async function loadWorlds() {
  const modules = await Promise.all(
    ['estate', 'world', 'names', 'dependency-endpoints', 'stories/complete'].map((name) =>
      loadTypeScript(`test/world/${name}.ts`),
    ),
  );
  const [estate, world, names, dependencies, complete] = /** @type {any[]} */ (modules);
  return [{ ...estate, ...world, ...names }, dependencies, complete];
}
