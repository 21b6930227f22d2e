import type { JsonObject } from '../../json.js';
import type { Failure } from './failure.js';
import type { Read } from './read.js';

/** One item that ARM answered: an id with its body, or the id alone where the answer tells no more. */
export interface Item {
  readonly id: string;
  readonly body?: JsonObject;
}

/** What came of a read. */
export interface ArmAnswer {
  readonly read: Read;
  /** The version that answered, or the last that was tried. */
  readonly apiVersion: string;
  /** What was seen, which with a failure may be the beginning of a list. */
  readonly items: readonly Item[];
  readonly failure?: Failure;
}
