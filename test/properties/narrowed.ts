import { READS, type ReadName } from '../../src/arm/reads.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import { readOf } from './take-away.js';

/** What a scan sees that makes these reads alone. */
export function narrowed(snapshot: Snapshot, reads: ReadonlySet<ReadName>): Snapshot {
  const kept = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([key]) => reads.has(readOf(key))));
  const operations = new Set([...reads].map((read): string => READS[read].operation));
  return {
    ...snapshot,
    resources: Object.fromEntries(
      Object.entries(kept(snapshot.resources)).map(([key, { otherVersions, ...resource }]) => [
        key,
        reads.has('workspacePreview') && otherVersions !== undefined
          ? { ...resource, otherVersions }
          : resource,
      ]),
    ),
    collections: kept(snapshot.collections),
    gaps: snapshot.gaps.filter(({ operation }) => operations.has(operation)),
  };
}
