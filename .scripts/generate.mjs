/**
 * Writes the files that are made from the sources: runs every `generate-*.mjs` of this folder, in the order of
 * their names. With `--check`, fails when that changed anything.
 */
import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ROOT } from './paths.mjs';

const before = workTree();
const folder = new URL('.', import.meta.url);
for (const file of (await readdir(fileURLToPath(folder))).sort()) {
  if (/^generate-.*\.mjs$/.test(file)) await import(new URL(file, folder).href);
}
if (process.argv.includes('--check') && workTree() !== before) {
  process.stderr.write(
    `Generated files were stale. They have been written anew, commit them:\n${git('status', '--short')}`,
  );
  process.exitCode = 1;
}

/** What differs from the last commit: the check must not mind what a developer has not committed yet. */
function workTree() {
  return git('diff', 'HEAD') + git('ls-files', '--others', '--exclude-standard');
}

/**
 * @param {string[]} args
 * @returns {string}
 */
function git(...args) {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 30 });
}
