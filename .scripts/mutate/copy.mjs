import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';

/**
 * Copies the project into a temporary folder: faults are put into the copy, never into the checkout.
 *
 * @returns {Promise<{ root: string, remove: () => Promise<void> }>}
 */
export async function copyProject() {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'isocheck-mutate-')));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const path of listed.split('\0').filter((path) => path !== '')) {
    // What is listed and was deleted since is not copied.
    await cp(join(ROOT, path), join(root, path)).catch(ignoreAbsent);
  }
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}

/** @param {NodeJS.ErrnoException} error */
function ignoreAbsent(error) {
  if (error.code !== 'ENOENT') throw error;
}
