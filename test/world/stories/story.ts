import type { Requirements } from '../../../src/findings/report.js';
import type { World } from '../world.js';

/** A made-up estate with what it is to show: one folder below `fixtures`, one demo. */
export interface Story {
  readonly title: string;
  /** One or two sentences. */
  readonly description: string;
  /** Its place in the list of stories. */
  readonly order: number;
  /** The one that is told when none is named. */
  readonly default?: true;
  readonly required: Requirements;
  readonly exitCode: 0 | 1 | 3;
  readonly world: () => World;
}
