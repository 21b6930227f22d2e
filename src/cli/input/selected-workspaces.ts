import { nameOf, sameId } from '../../arm/resource-id.js';
import { UsageError } from '../../errors.js';
import type { Snapshot } from '../../snapshot/format.js';
import { alternatives, didYouMean } from '../options/did-you-mean.js';

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
