import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reasonOf, unwritable } from './file-faults.js';

/**
 * Writes a file as a whole: under a temporary name beside it, which is then renamed. In one go, so that no
 * interruption comes between. What is there and no regular file (a pipe, /dev/null) is written into.
 * @param where what asks for the file, e.g. `--output`
 * @throws UsageError when it cannot be written; nothing half-written is left
 */
export function writeFileWhole(file: string, text: string, where: string): void {
  try {
    const state = statSync(file, { throwIfNoEntry: false });
    if (state !== undefined && !state.isFile()) writeFileSync(file, text);
    else replace(state === undefined ? resolve(file) : realpathSync(file), text, state?.mode);
  } catch (error) {
    throw unwritable(file, where, reasonOf(error));
  }
}

function replace(file: string, text: string, mode: number | undefined): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx', ...(mode === undefined ? {} : { mode }) });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
