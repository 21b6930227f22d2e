import { parseArmPath } from '../arm/arm-path.js';
import { groupPath, ofType, subscriptionPath } from '../arm/path-builders.js';
import { idKey, isOfType, withoutLast } from '../arm/resource-id.js';
import { PRIVATE_DNS_ZONE_TYPE } from '../arm/resource-types.js';
import type { JsonObject } from '../json.js';
import type { Gap, Snapshot, SnapshotCollection, SnapshotResource } from '../snapshot/format.js';

/** A list of the snapshot, with the items that it carries in place of the resources' own bodies. */
export interface IndexedCollection {
  readonly collection: SnapshotCollection;
  /** By lower-cased id. */
  readonly summaries: ReadonlyMap<string, JsonObject>;
}

/**
 * A snapshot indexed once, so that no request walks it: everything is found by lower-cased path. Maps alone, so
 * that no name from a snapshot can meet a property of JavaScript's own.
 */
export interface SnapshotTree {
  readonly resources: ReadonlyMap<string, SnapshotResource>;
  readonly collections: ReadonlyMap<string, IndexedCollection>;
  /** The first gap of each scope. */
  readonly gaps: ReadonlyMap<string, Gap>;
  /** The resources that a list would hold, by the path of the list; of a top-level type also below its subscription. */
  readonly resourcesByList: ReadonlyMap<string, readonly SnapshotResource[]>;
  /** The first gap of a resource that a list would hold, by the path of the list. A 404 is none: ARM lists it not. */
  readonly gapsByList: ReadonlyMap<string, Gap>;
  /** Ids of all private DNS zones, as ARM spelled them. */
  readonly privateDnsZones: readonly string[];
  /** Paths of the subscriptions and resource groups in which anything lies, with the spelling of their names. */
  readonly containers: ReadonlyMap<string, string>;
}

/** Indexes a snapshot. Its bodies are kept by reference. */
export function indexSnapshot(snapshot: Snapshot): SnapshotTree {
  const resources = new Map<string, SnapshotResource>();
  const collections = new Map<string, IndexedCollection>();
  const gaps = new Map<string, Gap>();
  const resourcesByList = new Map<string, SnapshotResource[]>();
  const gapsByList = new Map<string, Gap>();
  const privateDnsZones: string[] = [];
  const containers = new Map<string, string>();

  for (const [id, resource] of Object.entries(snapshot.resources)) {
    const key = idKey(id);
    const spelled = spelledId(resource.body, key);
    resources.set(key, resource);
    addContainers(containers, spelled);
    if (isOfType(key, PRIVATE_DNS_ZONE_TYPE)) privateDnsZones.push(spelled);
    for (const list of listsOf(key)) {
      const known = resourcesByList.get(list);
      if (known === undefined) resourcesByList.set(list, [resource]);
      else known.push(resource);
    }
  }
  for (const [path, collection] of Object.entries(snapshot.collections)) {
    const summaries = new Map<string, JsonObject>();
    for (const [id, item] of Object.entries(collection.summaries ?? {})) summaries.set(idKey(id), item);
    collections.set(idKey(path), { collection, summaries });
    addContainers(containers, path);
    for (const member of collection.members) addContainers(containers, member);
  }
  for (const gap of snapshot.gaps) {
    const key = idKey(gap.scope);
    if (!gaps.has(key)) gaps.set(key, gap);
    if (gap.reason === 'not-found') continue;
    addContainers(containers, gap.scope);
    if (!isResource(key)) continue;
    for (const list of listsOf(key)) if (!gapsByList.has(list)) gapsByList.set(list, gap);
  }
  return { resources, collections, gaps, resourcesByList, gapsByList, privateDnsZones, containers };
}

/** The body that answers an api-version: that version's own where the snapshot holds it, else the main one. */
export function bodyFor(resource: SnapshotResource, apiVersion: string): JsonObject {
  return ownVersion(resource, apiVersion) ?? resource.body;
}

/** Tells whether the snapshot holds the resource in this very api-version. */
export function holdsVersion(resource: SnapshotResource, apiVersion: string): boolean {
  return resource.apiVersion === apiVersion || ownVersion(resource, apiVersion) !== undefined;
}

function ownVersion({ otherVersions }: SnapshotResource, apiVersion: string): JsonObject | undefined {
  return otherVersions !== undefined && Object.hasOwn(otherVersions, apiVersion)
    ? otherVersions[apiVersion]
    : undefined;
}

/** The lists that hold a resource: its parent's, and for a top-level type also the subscription's. */
function listsOf(key: string): readonly string[] {
  const { subscription, group, namespace, rest } = parseArmPath(key);
  const own = withoutLast(key);
  return subscription !== null && group !== null && namespace !== null && rest.length === 2
    ? [own, ofType(subscriptionPath(subscription), `${namespace}/${rest[0] ?? ''}`)]
    : [own];
}

function isResource(key: string): boolean {
  const { namespace, rest } = parseArmPath(key);
  return namespace !== null && rest.length > 0 && rest.length % 2 === 0;
}

function spelledId(body: JsonObject, key: string): string {
  const id = body['id'];
  return typeof id === 'string' && idKey(id) === key ? id : key;
}

function addContainers(containers: Map<string, string>, path: string): void {
  const { subscription, group } = parseArmPath(path);
  if (subscription === null) return;
  const above = idKey(subscriptionPath(subscription));
  if (!containers.has(above)) containers.set(above, subscription);
  if (group === null) return;
  const key = idKey(groupPath(subscription, group));
  if (!containers.has(key)) containers.set(key, group);
}
