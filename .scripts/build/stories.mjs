import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';

/**
 * Copies the stories that the demo tells: the folders in `fixtures` that have a `story.json` beside their snapshot.
 * `stories.json` lists them in their order.
 *
 * @param {string} folder
 */
export async function stories(folder) {
  const fixtures = join(ROOT, 'fixtures');
  const target = join(folder, 'stories');
  await mkdir(target);
  const told = [];
  for (const name of await readdir(fixtures)) {
    if (!(await exists(join(fixtures, name, 'story.json')))) continue;
    const snapshot = JSON.parse(await readFile(join(fixtures, name, 'snapshot.json'), 'utf8'));
    await writeFile(join(target, `${name}.json`), JSON.stringify(snapshot));
    told.push({ name, ...JSON.parse(await readFile(join(fixtures, name, 'story.json'), 'utf8')) });
  }
  told.sort((one, other) => one.order - other.order);
  await writeFile(join(target, 'stories.json'), JSON.stringify(told));
}

/** @param {string} path */
async function exists(path) {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
