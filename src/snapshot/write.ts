import { UsageError } from '../errors.js';
import { writeWholeFile } from '../files/whole-file.js';
import { writeFailure } from '../files/write-failure.js';
import type { Snapshot } from './format.js';

/** Nobody else may read a snapshot. */
const OWNER_ALONE = 0o600;

/**
 * Writes a snapshot to a file, whole or not at all, for its owner alone. A file of that name is replaced; a pipe or
 * device is written to as it is.
 * @throws UsageError that names the path when it cannot be written; nothing is left behind then
 */
export function writeSnapshot(snapshot: Snapshot, path: string): void {
  try {
    writeWholeFile(path, `${JSON.stringify(snapshot, null, 2)}\n`, OWNER_ALONE);
  } catch (error) {
    throw new UsageError(`${path} could not be written: ${writeFailure(error)}`, [
      'name a file in a folder that is there and that you may write to',
    ]);
  }
}
