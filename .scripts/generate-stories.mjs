// Writes the folders below fixtures/: of each story its snapshot, what it tells, and what of its reports is to be looked
// at; and how many checks of each came out how, in one file.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadTypeScript } from './load-typescript.mjs';
import { ROOT } from './paths.mjs';

const { STORIES } = /** @type {typeof import('../test/world/stories.ts')} */ (
  await loadTypeScript('test/world/stories.ts')
);
const { countsFile, storyFiles } = /** @type {typeof import('../test/stories/story-files.ts')} */ (
  await loadTypeScript('test/stories/story-files.ts')
);
const FIXTURES = join(ROOT, 'fixtures');

for (const name of Object.keys(STORIES)) {
  const folder = join(FIXTURES, name);
  const files = storyFiles(name);
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(folder)) if (!(file in files)) await rm(join(folder, file));
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
}
await writeFile(join(FIXTURES, 'counts.json'), countsFile());
