import { nameOf, sameId } from '../../arm/resource-id.js';
import { UsageError } from '../../errors.js';
import type { Snapshot } from '../../snapshot/format.js';
import { writeSnapshot } from '../../snapshot/write.js';
import { printable } from '../../terminal/printable.js';
import { alternatives, didYouMean } from '../options/did-you-mean.js';
import type { TerminalFlags } from '../options/options.js';
import { tell } from '../process/streams.js';

/**
 * Leaves of a snapshot's workspaces those that are named, by name or resource id.
 * @throws UsageError for one that it does not hold
 */
export function selectWorkspaces(snapshot: Snapshot, wanted: readonly string[]): Snapshot {
  const { workspaces } = snapshot;
  const chosen = new Set(
    wanted.flatMap((text) => {
      const matching = workspaces.filter((id) => sameId(id, text) || sameId(nameOf(id), text));
      if (matching.length > 0) return matching;
      const names = workspaces.map(nameOf);
      throw new UsageError(`--workspace: the snapshot holds no workspace "${text}"`, [
        ...didYouMean(text, names),
        names.length === 0
          ? 'it holds none at all'
          : `it holds ${alternatives(names).replace(' or ', ' and ')}`,
      ]);
    }),
  );
  return { ...snapshot, workspaces: workspaces.filter((id) => chosen.has(id)) };
}

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
