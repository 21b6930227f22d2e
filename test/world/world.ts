import type { CloudName } from '../../src/arm/clouds.js';
import { at as valueAt } from '../../src/arm/property.js';
import { READS, type ReadName } from '../../src/arm/reads.js';
import { isJsonObject, type Json, type JsonObject } from '../../src/json.js';
import type { Gap, GapReason, Snapshot } from '../../src/snapshot/format.js';

type Body = { [name: string]: Json };

/**
 * A made-up estate that can be changed step by step and then taken a snapshot of. The bodies are written after
 * ARM's REST reference and after answers recorded from the service; none is copied from a recording.
 */
export class World {
  cloud: CloudName = 'AzureCloud';
  takenAt = '2026-11-20T09:30:00.000Z';
  workspaces: string[] = [];
  readonly #resources = new Map<
    string,
    { apiVersion: string; body: Body; otherVersions?: Record<string, Body> }
  >();
  readonly #collections = new Map<
    string,
    { apiVersion: string; complete: boolean; members: string[]; summaries?: Record<string, Body> }
  >();
  #gaps: Gap[] = [];

  /** Adds a resource; with `list`, also to that collection. */
  add(read: ReadName, body: Body & { id: string }, list?: string): this {
    this.#resources.set(body.id.toLowerCase(), { apiVersion: READS[read].apiVersion, body });
    if (list !== undefined) this.list(read, list, body.id);
    return this;
  }

  /** Adds members to a collection, which is there from then on, if only empty. */
  list(read: ReadName, path: string, ...members: string[]): this {
    const key = path.toLowerCase();
    const collection = this.#collections.get(key) ?? {
      apiVersion: READS[read].apiVersion,
      complete: true,
      members: [],
    };
    collection.members.push(...members);
    this.#collections.set(key, collection);
    return this;
  }

  /** Adds an item of the generic resource list, which is not the resource's own body. */
  summarize(path: string, item: Body & { id: string }): this {
    this.list('creationTimes', path, item.id);
    const collection = this.#collections.get(path.toLowerCase());
    if (collection !== undefined) {
      collection.summaries = { ...collection.summaries, [item.id.toLowerCase()]: item };
    }
    return this;
  }

  /** Sets a property of a resource's body by its dotted path. */
  set(id: string, path: string, value: Json): this {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    let at: Body = this.body(id);
    for (const step of steps) {
      const next = at[step];
      const inner: Body = isJsonObject(next) ? { ...next } : {};
      at[step] = inner;
      at = inner;
    }
    at[last] = value;
    return this;
  }

  /** Adds an item to an array of a resource's body, which is there from then on. */
  push(id: string, path: string, item: Json): this {
    const present = valueAt(this.body(id), path);
    return this.set(id, path, [...(Array.isArray(present) ? present : []), item]);
  }

  /** Takes a property out of a resource's body, as ARM leaves one out. */
  unset(id: string, path: string): this {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    let at: Json | undefined = this.body(id);
    for (const step of steps) at = isJsonObject(at) ? at[step] : undefined;
    if (typeof at === 'object' && at !== null) Reflect.deleteProperty(at, last);
    return this;
  }

  /** Says that a resource's body came from another api-version. */
  version(id: string, apiVersion: string): this {
    this.#resource(id).apiVersion = apiVersion;
    return this;
  }

  /** Adds the same resource as another api-version answers it: the body as it is now, with more properties. */
  otherVersion(id: string, apiVersion: string, properties: Body): this {
    const resource = this.#resource(id);
    const { properties: own } = resource.body;
    const body = { ...resource.body, properties: { ...(isJsonObject(own) ? own : {}), ...properties } };
    resource.otherVersions = { ...resource.otherVersions, [apiVersion]: structuredClone(body) };
    return this;
  }

  /** The body of a resource, to be read or changed. */
  body(id: string): Body {
    return this.#resource(id).body;
  }

  /** Whether the world holds a resource. */
  has(id: string): boolean {
    return this.#resources.has(id.toLowerCase());
  }

  /** Takes a resource or a collection out, as if it did not exist: no gap, and in no list. */
  remove(idOrPath: string): this {
    const key = idOrPath.toLowerCase();
    const isResource = this.#resources.delete(key);
    const isCollection = this.#collections.delete(key);
    // A list is a member of no other one.
    if (isCollection && !isResource) return this;
    for (const collection of this.#collections.values()) {
      collection.members = collection.members.filter((member) => member.toLowerCase() !== key);
    }
    return this;
  }

  /** Puts a gap in the place of a resource or a collection. */
  gap(
    read: ReadName,
    scope: string,
    reason: GapReason = 'forbidden',
    detail = '403 AuthorizationFailed',
  ): this {
    const key = scope.toLowerCase();
    this.#resources.delete(key);
    this.#collections.delete(key);
    this.#gaps.push({ scope: key, operation: READS[read].operation, reason, detail });
    return this;
  }

  /** Says that a later page of a list failed: the members of the earlier ones stay. */
  incomplete(read: ReadName, path: string): this {
    const key = path.toLowerCase();
    const collection = this.#collections.get(key);
    if (collection === undefined) throw new Error(`the world holds no list ${path}`);
    collection.complete = false;
    this.#gaps.push({
      scope: key,
      operation: READS[read].operation,
      reason: 'throttled',
      detail: '429 TooManyRequests',
    });
    return this;
  }

  /** The snapshot of the estate as it is now; later changes do not reach it. */
  snapshot(): Snapshot {
    return structuredClone({
      schemaVersion: 1 as const,
      takenAt: this.takenAt,
      cloud: this.cloud,
      tool: { name: 'isocheck', version: '0.0.0' },
      workspaces: this.workspaces,
      resources: Object.fromEntries(this.#resources),
      collections: Object.fromEntries(this.#collections),
      gaps: this.#gaps,
      evidence: {} satisfies JsonObject,
    });
  }

  #resource(id: string) {
    const resource = this.#resources.get(id.toLowerCase());
    if (resource === undefined) throw new Error(`the world holds no ${id}`);
    return resource;
  }
}
