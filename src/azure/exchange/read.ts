import {
  type ChildRead,
  childrenPath,
  type SubscriptionRead,
  subscriptionListPath,
} from '../../arm/list-paths.js';
import { READS, type ReadName } from '../../arm/reads.js';
import { idKey } from '../../arm/resource-id.js';

/**
 * What kind of answer a read brings:
 * - `resource`: one body;
 * - `collection`: a list of bodies;
 * - `summaries`: a list of something less than the resources' own bodies;
 * - `lookup`: a list of bodies in which one is sought; the others are nobody's business;
 * - `query`: a Resource Graph query for ids.
 */
type ReadForm = 'resource' | 'collection' | 'summaries' | 'lookup' | 'query';

/**
 * One thing to ask ARM for. Of the rooms of the collector this one is the lowest: what is asked and what was answered.
 * `connect` makes the calls and knows no plan, `plan` tells what to ask and makes no call, and what stands beside them
 * (`walk`, `compose`, `scan-failure`, `collect`) brings the two together.
 */
export interface Read {
  readonly name: ReadName;
  readonly form: ReadForm;
  /**
   * Resource id or collection path, below the ARM host; names as ARM or the user spelled them. No query but the
   * `?$filter=…` of a list that is another one for each filter, unencoded.
   */
  readonly path: string;
}

/** The body of one resource. */
export function resourceRead(name: ReadName, id: string): Read {
  return { name, form: 'resource', path: id };
}

/** All resources of a list. */
export function collectionRead(name: ReadName, path: string): Read {
  return { name, form: 'collection', path };
}

/** The list of what lies below a resource. */
export function childrenRead(name: ChildRead, parent: string): Read {
  return collectionRead(name, childrenPath(parent, name));
}

/** The list of a subscription's resources of one type. */
export function subscriptionListRead(name: SubscriptionRead, subscription: string): Read {
  return collectionRead(name, subscriptionListPath(subscription, name));
}

/** Two reads of one key are the same call. */
export function readKey(read: Read): string {
  return `${read.name} ${idKey(read.path)}`;
}

/** Where a gap of the read is filed: the lower-cased id or collection path. */
export function scopeOf(read: Read): string {
  return idKey(read.path);
}

/** The action that the read takes. */
export function operationOf(read: Read): string {
  return READS[read.name].operation;
}
