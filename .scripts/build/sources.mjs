import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';

const FILES = ['package.json', 'package-lock.json', 'tsconfig.json'];
const FOLDERS = ['.scripts', 'fixtures', 'src'];

/**
 * A digest of everything that the build reads, so that it can tell whether `dist` is of these sources.
 *
 * @returns {Promise<string>}
 */
export async function digestOfSources() {
  const files = [...FILES];
  for (const folder of FOLDERS) {
    for (const entry of await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) files.push(join(entry.parentPath, entry.name).slice(ROOT.length));
    }
  }
  const digest = createHash('sha256');
  for (const file of files.sort())
    digest
      .update(`${file}\0`)
      .update(await readFile(join(ROOT, file)))
      .update('\0');
  return digest.digest('hex');
}
