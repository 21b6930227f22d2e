import { randomBytes } from 'node:crypto';
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../errors.js';
import type { Snapshot } from './format.js';

/**
 * Writes a snapshot to a file, whole or not at all: to a temporary name beside it, which nobody else may read, and
 * then under its own. A file of that name is replaced; a pipe or device is written to as it is. Nothing else runs
 * meanwhile, so that an interruption finds the file either old or new.
 * @throws UsageError that names the path when it cannot be written; nothing is left behind then
 */
export function writeSnapshot(snapshot: Snapshot, path: string): void {
  const text = `${JSON.stringify(snapshot, null, 2)}\n`;
  let temporary: string | undefined;
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there !== undefined && !there.isFile()) {
      writeFileSync(path, text);
      return;
    }
    // A link stays a link.
    const target = there === undefined ? path : realpathSync(path);
    temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    writeFileSync(temporary, text, { flag: 'wx', mode: 0o600 });
    renameSync(temporary, target);
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw new UsageError(`${path} could not be written: ${reasonOf(error)}`, [
      'name a file in a folder that is there and that you may write to',
    ]);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOENT: 'its folder does not exist',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'its folder is a file',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code === '' ? 'unknown reason' : code);
}
