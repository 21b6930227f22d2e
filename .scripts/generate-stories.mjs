// Writes the folders below fixtures/: of each story its snapshot, what it tells, and the reports it must give.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadTypeScript } from './load-typescript.mjs';
import { ROOT } from './paths.mjs';

const { STORIES } = await loadTypeScript('test/world/stories.ts');
const { storyFiles } = await loadTypeScript('test/stories/story-files.ts');
if (typeof storyFiles !== 'function') throw new Error('story-files.ts exports no storyFiles');
for (const name of Object.keys(STORIES ?? {})) {
  const folder = join(ROOT, 'fixtures', name);
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(storyFiles(name))) await writeFile(join(folder, file), text);
}
