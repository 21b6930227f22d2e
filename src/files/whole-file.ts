import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: under a temporary name beside it, which is then renamed. A file of that name is
 * replaced, a link stays a link, and a pipe or device is written to as it is. Nothing else runs meanwhile, so that
 * an interruption finds the file either old or new.
 * @param mode who may read and write it; as before, or as the system has it, unless given
 * @throws the file system's own error when it cannot be written; nothing is left behind then
 */
export function writeWholeFile(path: string, text: string, mode?: number): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there !== undefined && !there.isFile()) {
    writeFileSync(path, text);
    return;
  }
  const target = there === undefined ? path : realpathSync(path);
  // The global one: importing node:crypto would take a tenth of Node's own start from every command.
  const temporary = join(dirname(target), `.${basename(target)}.${crypto.randomUUID()}.tmp`);
  const permissions = mode ?? there?.mode;
  try {
    writeFileSync(temporary, text, {
      flag: 'wx',
      ...(permissions === undefined ? {} : { mode: permissions }),
    });
    renameSync(temporary, target);
  } catch (error) {
    remove(temporary);
    throw error;
  }
}

/** A failure here would hide the one that is to be told: newer versions of Node throw for a folder that is none. */
function remove(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // Where nothing could be written, nothing is there.
  }
}
