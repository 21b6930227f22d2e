import { CLOUDS, type Cloud } from '../../arm/clouds.js';
import type { Snapshot } from '../../snapshot/format.js';
import { SnapshotIndex } from './snapshot-index.js';

/**
 * The typed view over a snapshot: where its resources find their bodies, and what topics derive from all of them. It
 * never asks where a body came from.
 */
export class Model {
  readonly index: SnapshotIndex;
  readonly cloud: Cloud;
  /** The snapshot's time, ISO 8601: what rules take for now. */
  readonly takenAt: string;

  constructor(snapshot: Snapshot) {
    this.index = new SnapshotIndex(snapshot);
    this.cloud = CLOUDS[snapshot.cloud];
    this.takenAt = snapshot.takenAt;
  }
}
