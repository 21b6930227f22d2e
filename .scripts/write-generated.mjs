import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

/**
 * Writes a generated source file, in the form that the linter asks for.
 *
 * @param {string} path relative to the project
 * @param {string} text
 */
export async function writeGenerated(path, text) {
  const formatted = execFileSync(process.execPath, [BIOME, 'check', '--write', `--stdin-file-path=${path}`], {
    cwd: ROOT,
    input: text,
    encoding: 'utf8',
  });
  await writeFile(join(ROOT, path), formatted);
}
