import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../../errors.js';
import { writeFailure } from '../../files/write-failure.js';

/**
 * Sees, before anything is done for it, that a file can be written.
 * @param where what asks for the file, e.g. `--save-snapshot`
 * @throws UsageError when its folder is not there or may not be written, or when it is a folder itself
 */
export function checkWritable(file: string, where: string): void {
  if (file === '') throw new UsageError(`${where}: expected the name of a file, found ""`);
  try {
    const state = statSync(file, { throwIfNoEntry: false });
    if (state?.isDirectory() === true) throw unwritable(file, where, 'it is a folder');
    // What is there and no regular file (a pipe, /dev/null) is written into; a file is put into its folder.
    if (state !== undefined && !state.isFile()) accessSync(file, constants.W_OK);
    else accessSync(dirname(resolve(file)), constants.W_OK);
  } catch (error) {
    throw error instanceof UsageError ? error : unwritable(file, where, writeFailure(error));
  }
}

/** The error of a file that cannot be written. */
export function unwritable(file: string, where: string, reason: string): UsageError {
  return new UsageError(`${where}: ${file} cannot be written: ${reason}`);
}
