import { writeWholeFile } from '../../files/whole-file.js';
import { writeFailure } from '../../files/write-failure.js';
import { unwritable } from './file-faults.js';

/**
 * Writes a file whole or not at all.
 * @param where what asks for the file, e.g. `--output`
 * @throws UsageError when it cannot be written; nothing half-written is left
 */
export function writeFileWhole(file: string, text: string, where: string): void {
  try {
    writeWholeFile(file, text);
  } catch (error) {
    throw unwritable(file, where, writeFailure(error));
  }
}
