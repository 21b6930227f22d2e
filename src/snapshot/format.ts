import * as v from 'valibot';
import { CLOUD_NAMES, type CloudName } from '../arm/clouds.js';
import { isJsonObject, type JsonObject } from '../json.js';

/** The version of the snapshot format that this build writes, and the newest one it reads. */
export const SNAPSHOT_SCHEMA_VERSION = 1;

/**
 * Why something could not be read.
 * - `forbidden`: ARM answered 401 or 403.
 * - `not-found`: ARM answered 404. Since ARM also hides what one may not see behind 404, this proves nothing.
 * - `throttled`: still 429 after the retries.
 * - `timeout`: no answer in time, or the connection was dropped.
 * - `unsupported`: the api-version that answered does not know the field, or the value is one isocheck does not know.
 * - `not-collected`: nobody asked.
 * - `error`: anything else (5xx, a truncated or unreadable answer, a wrong type in a body).
 */
export const GAP_REASONS = [
  'forbidden',
  'not-found',
  'throttled',
  'timeout',
  'unsupported',
  'not-collected',
  'error',
] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** One body as ARM sent it, with the api-version that was asked. */
export interface SnapshotResource {
  apiVersion: string;
  body: JsonObject;
  /** The same resource in other api-versions, keyed by them: read where one version lacks a field. */
  otherVersions?: Record<string, JsonObject> | undefined;
  [name: string]: unknown;
}

/**
 * One list as ARM answered it. `members` are the ids of its items, as ARM spelled them; their bodies are in
 * `resources`. A list whose items are not the resources' own bodies (the generic resource list, which alone
 * tells creation times) keeps the items in `summaries`, by lower-cased id, and leaves `resources` alone.
 */
export interface SnapshotCollection {
  apiVersion: string;
  complete: boolean;
  members: string[];
  summaries?: Record<string, JsonObject> | undefined;
  [name: string]: unknown;
}

/** Something that could not be read. */
export interface Gap {
  /** Lower-cased resource id or collection path. */
  scope: string;
  /** The read permission that was missing or the operation that failed: `Microsoft.KeyVault/vaults/read`. */
  operation: string;
  reason: GapReason;
  detail: string;
  [name: string]: unknown;
}

/**
 * The snapshot: what ARM said, untouched. Keys of `resources` and `collections` and every gap's scope are lower
 * case. A collection's key is its path below the ARM host, e.g. `/subscriptions/…/workspaces/mlw/onlineendpoints`;
 * of the query nothing but a `$filter` that makes it another list (role assignments of one principal) is part of it.
 *
 * Written out and not inferred from the schema: these types are part of the library's, whose user does not have
 * the package that the schema is made with.
 */
export interface Snapshot {
  schemaVersion: typeof SNAPSHOT_SCHEMA_VERSION;
  /** When the reading began, ISO 8601. Rules take it for "now". */
  takenAt: string;
  cloud: CloudName;
  tool: { name: string; version: string; [name: string]: unknown };
  /** Ids of the workspaces that the snapshot was taken of, as ARM spelled them. */
  workspaces: string[];
  resources: Record<string, SnapshotResource>;
  collections: Record<string, SnapshotCollection>;
  gaps: Gap[];
  /** What was learned from elsewhere than ARM. */
  evidence: JsonObject;
  [name: string]: unknown;
}

const json = v.custom<JsonObject>(isJsonObject, 'expected an object');

const text = v.string('expected a string');

const time = v.pipe(
  text,
  v.isoTimestamp('expected an ISO 8601 time'),
  v.check((value) => !Number.isNaN(Date.parse(value)), 'expected an ISO 8601 time'),
);

const resourceSchema = v.looseObject({
  apiVersion: text,
  body: json,
  otherVersions: v.optional(v.record(text, json)),
});

const collectionSchema = v.looseObject({
  apiVersion: text,
  complete: v.boolean('expected true or false'),
  members: v.array(text, 'expected an array'),
  summaries: v.optional(v.record(text, json)),
});

const gapSchema = v.looseObject({
  scope: text,
  operation: text,
  reason: v.picklist(GAP_REASONS, `expected one of ${GAP_REASONS.join(', ')}`),
  detail: text,
});

/** Reads a {@link Snapshot}. What it does not know is kept. */
export const snapshotSchema = v.looseObject({
  schemaVersion: v.literal(SNAPSHOT_SCHEMA_VERSION, `expected ${SNAPSHOT_SCHEMA_VERSION}`),
  takenAt: time,
  cloud: v.picklist(CLOUD_NAMES, `expected one of ${CLOUD_NAMES.join(', ')}`),
  tool: v.looseObject({ name: text, version: text }),
  workspaces: v.array(text, 'expected an array'),
  resources: v.record(text, resourceSchema),
  collections: v.record(text, collectionSchema),
  gaps: v.array(gapSchema, 'expected an array'),
  evidence: v.optional(json, {}),
}) satisfies v.GenericSchema<unknown, Snapshot>;
