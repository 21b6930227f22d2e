import {
  type ChildRead,
  childrenPath,
  listedType,
  type SubscriptionRead,
  subscriptionListPath,
} from '../../arm/list-paths.js';
import { READS, type ReadName } from '../../arm/reads.js';
import { idKey, idOfType, subscriptionListed, subscriptionOf } from '../../arm/resource-id.js';
import { PRIVATE_ENDPOINT_TYPE } from '../../arm/resource-types.js';
import type { JsonObject } from '../../json.js';
import type { Gap, Snapshot } from '../../snapshot/format.js';
import { once } from '../algebra/derived.js';
import { type Fact, known, type Listing, unread } from '../algebra/fact.js';
import { Resource } from './resource.js';

/** A snapshot made ready to be asked: by id, by collection, and for the reason why something is not there. */
export class SnapshotIndex {
  readonly snapshot: Snapshot;
  readonly #resources = new Map<string, Snapshot['resources'][string]>();
  readonly #collections = new Map<string, Snapshot['collections'][string]>();
  readonly #gaps = new Map<string, Gap[]>();
  readonly #complete = new Map<string, Listing<string>>();

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
    fill(this.#resources, snapshot.resources);
    fill(this.#collections, snapshot.collections);
    for (const gap of snapshot.gaps) {
      const scope = idKey(gap.scope);
      const gaps = this.#gaps.get(scope);
      if (gaps === undefined) this.#gaps.set(scope, [gap]);
      else gaps.push(gap);
    }
  }

  /** The body of a resource, or the gap in its place: `not-collected` when nobody asked. */
  resource(id: string, read: ReadName): Fact<Resource> {
    const found = this.#resources.get(idKey(id));
    if (found !== undefined) return known(new Resource(id, READS[read].operation, found));
    const [gap, ...more] = this.gaps(id, read);
    return gap === undefined ? unread(notCollected(id, read)) : unread(gap, ...more);
  }

  /**
   * The ids of a list's members with what may be missing from them; a list nobody asked for is a gap. A member that
   * came twice, as happens where a list changes while its pages are read, is one.
   */
  collection(path: string, read: ReadName): Listing<string> {
    const key = idKey(path);
    // Every workspace of a subscription asks for the same lists.
    const made = this.#complete.get(key);
    if (made !== undefined) return made;
    const listing = this.#listingOf(key, read);
    if (listing.gaps.length === 0) this.#complete.set(key, listing);
    return listing;
  }

  /** The ids of what lies below a resource, as far as its list was read. */
  children(parent: string, read: ChildRead): Listing<string> {
    return this.collection(childrenPath(parent, read), read);
  }

  /** The ids of a subscription's resources of one type, as far as their list was read. */
  inSubscription(subscription: string, read: SubscriptionRead): Listing<string> {
    return this.collection(subscriptionListPath(subscription, read), read);
  }

  #listingOf(path: string, read: ReadName): Listing<string> {
    const list = this.#collections.get(path);
    const members = list?.members ?? [];
    const items = members.length < 2 ? members : [...new Map(members.map((id) => [idKey(id), id])).values()];
    if (list?.complete === true) return { items, gaps: [] };
    const gaps = this.gaps(path, read);
    return { items, gaps: gaps.length > 0 ? gaps : [notCollected(path, read)] };
  }

  /** The items of a list that does not carry the resources' own bodies, by lower-cased id. */
  summary(path: string, id: string): JsonObject | undefined {
    const summaries = this.#collections.get(idKey(path))?.summaries;
    return summaries !== undefined && Object.hasOwn(summaries, idKey(id)) ? summaries[idKey(id)] : undefined;
  }

  /** The gaps filed for a scope by a read. */
  gaps(scope: string, read: ReadName): readonly Gap[] {
    const { operation } = READS[read];
    return (this.#gaps.get(idKey(scope)) ?? []).filter((gap) => gap.operation === operation);
  }

  /**
   * Ids of all resources of one type of which the snapshot says anything: a body, a place in a list, something below
   * them, or a gap. Spelled as a list spells them, else in lower case.
   * @param type e.g. `Microsoft.Network/privateDnsZones`
   */
  idsMentioned(type: string): readonly string[] {
    const ids = new Map<string, string>();
    for (const scope of this.#scopes()) {
      const id = idOfType(scope, type);
      if (id !== null && !ids.has(idKey(id))) ids.set(idKey(id), id);
    }
    return [...ids.values()];
  }

  /** The lists of a subscription's resources of one type that were asked for, by subscription (lower case). */
  listsBySubscription(read: SubscriptionRead): ReadonlyMap<string, Listing<string>> {
    const type = listedType(read);
    const lists = new Map<string, Listing<string>>();
    for (const path of [...this.#collections.keys(), ...this.#gaps.keys()]) {
      const subscription = subscriptionListed(path, type);
      if (subscription !== null) lists.set(subscription, this.collection(path, read));
    }
    return lists;
  }

  /**
   * Tells whether the scan asked for anything in the subscription of an id beside private endpoints that it could
   * not read: then the subscription is the user's own, and not Microsoft's.
   */
  isOwnSubscription(id: string): boolean {
    const subscription = subscriptionOf(id)?.toLowerCase();
    return subscription !== undefined && this.#ownSubscriptions().has(subscription);
  }

  readonly #ownSubscriptions = once(() => {
    const subscriptions = new Set<string>();
    const addThatOf = (scope: string) => {
      const subscription = subscriptionOf(scope);
      if (subscription !== null) subscriptions.add(subscription.toLowerCase());
    };
    this.snapshot.workspaces.forEach(addThatOf);
    for (const asked of [this.#resources, this.#collections])
      for (const scope of asked.keys()) addThatOf(scope);
    for (const scope of this.#gaps.keys())
      if (idOfType(scope, PRIVATE_ENDPOINT_TYPE) === null) addThatOf(scope);
    return subscriptions;
  });

  readonly #scopes = once(() => [
    ...[...this.#collections.values()].flatMap((list) => list.members),
    ...this.#resources.keys(),
    ...this.#collections.keys(),
    ...this.#gaps.keys(),
  ]);
}

function fill<T>(index: Map<string, T>, byId: Readonly<Record<string, T>>): void {
  for (const id of Object.keys(byId)) {
    const value = byId[id];
    if (value !== undefined) index.set(idKey(id), value);
  }
}

/** The gap for what nobody asked ARM for. */
function notCollected(scope: string, read: ReadName): Gap {
  return {
    scope: idKey(scope),
    operation: READS[read].operation,
    reason: 'not-collected',
    detail: 'the snapshot does not hold it',
  };
}
