import type { Snapshot } from '../../src/snapshot/format.js';

/** A judgement, and what it looked at in the snapshot: keys of resources and of collections. */
export interface RecordedReads<T> {
  readonly judged: T;
  readonly resources: ReadonlySet<string>;
  readonly collections: ReadonlySet<string>;
}

/**
 * Records what a judgement looks at. The bodies and lists of the snapshot are watched and not the methods of the model,
 * so that nothing is read past the recording.
 * @param judge makes a model of its own of the snapshot that it is given: one that was asked before remembers
 */
export function recordReads<T>(snapshot: Snapshot, judge: (watched: Snapshot) => T): RecordedReads<T> {
  const resources = new Set<string>();
  const collections = new Set<string>();
  const judged = judge({
    ...snapshot,
    resources: watched(snapshot.resources, () => true, resources),
    // Whoever wants to know what a list holds asks whether it is complete. The members alone are gone through in the
    // search for every id that stands anywhere, which looks at each list there is.
    collections: watched(snapshot.collections, (property) => property !== 'members', collections),
  });
  return { judged, resources, collections };
}

function watched<T extends object>(
  byKey: Readonly<Record<string, T>>,
  isRead: (property: string | symbol) => boolean,
  read: Set<string>,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(byKey).map(([key, value]) => [
      key,
      new Proxy(value, {
        get: (target, property, receiver) => {
          if (isRead(property)) read.add(key);
          return Reflect.get(target, property, receiver);
        },
      }),
    ]),
  );
}
