import type { Snapshot } from '../../snapshot/format.js';
import { writeSnapshot } from '../../snapshot/write.js';
import { printable } from '../../terminal/printable.js';
import type { TerminalFlags } from '../options/terminal-options.js';
import { tell } from '../process/streams.js';

/** Saves a snapshot, and tells where and what is in it unless that is not wanted. */
export function saveSnapshot(snapshot: Snapshot, file: string, { quiet }: TerminalFlags): void {
  writeSnapshot(snapshot, file);
  if (quiet !== true) tell(printable(`isocheck: wrote ${file}: ${contentOf(snapshot)}`));
}

/** `41 resources; 2 things could not be read`. */
export function contentOf({ resources, gaps }: Snapshot): string {
  const count = Object.keys(resources).length;
  const read = `${count} ${count === 1 ? 'resource' : 'resources'}`;
  if (gaps.length === 0) return read;
  return `${read}; ${gaps.length} ${gaps.length === 1 ? 'thing' : 'things'} could not be read`;
}
