import { idKey } from '../arm/resource-id.js';
import type { JsonObject } from '../json.js';
import type { Gap, Snapshot, SnapshotCollection, SnapshotResource } from '../snapshot/format.js';
import { SNAPSHOT_SCHEMA_VERSION } from '../snapshot/format.js';
import type { ArmAnswer } from './exchange/arm-answer.js';
import type { Answers } from './exchange/known-answers.js';
import { operationOf, scopeOf } from './exchange/read.js';

/** What the snapshot says of itself. */
export interface Imprint {
  readonly takenAt: string;
  readonly cloud: Snapshot['cloud'];
  readonly toolVersion: string;
  /** Ids of the workspaces that were asked for. */
  readonly workspaces: readonly string[];
  /** Lower-cased ids that may be taken out of a lookup's list, which is full of other people's workspaces. */
  readonly sought: ReadonlySet<string>;
}

/** Puts the answers together to a snapshot, in an order that does not depend on which came first. */
export function composeSnapshot(answers: Answers, imprint: Imprint): Snapshot {
  const resources = new Map<string, SnapshotResource>();
  const others = new Map<string, Record<string, JsonObject>>();
  const collections = new Map<string, SnapshotCollection>();
  const gaps: Gap[] = [];
  for (const answer of answers.values()) {
    const { read, apiVersion, items, failure } = answer;
    if (failure !== undefined) gaps.push(gapOf(answer));
    if (read.name === 'workspacePreview') {
      for (const { body } of items) if (body !== undefined) others.set(scopeOf(read), { [apiVersion]: body });
      continue;
    }
    const list = collectionOf(answer);
    if (list !== null) collections.set(scopeOf(read), list);
    if (read.form === 'summaries') continue;
    for (const { id, body } of items) {
      if (body === undefined || (read.form === 'lookup' && !imprint.sought.has(idKey(id)))) continue;
      resources.set(idKey(id), { apiVersion, body });
    }
  }
  for (const [id, otherVersions] of others) {
    const resource = resources.get(id);
    if (resource !== undefined) resources.set(id, { ...resource, otherVersions });
  }
  return {
    schemaVersion: SNAPSHOT_SCHEMA_VERSION,
    takenAt: imprint.takenAt,
    cloud: imprint.cloud,
    tool: { name: 'isocheck', version: imprint.toolVersion },
    workspaces: [...imprint.workspaces],
    resources: sorted(resources),
    collections: sorted(collections),
    gaps: gaps.sort((a, b) => compare(`${a.scope} ${a.operation}`, `${b.scope} ${b.operation}`)),
    evidence: {},
  };
}

/** A list whose first page already failed is a gap alone. */
function collectionOf({ read, apiVersion, items, failure }: ArmAnswer): SnapshotCollection | null {
  if (read.form === 'resource' || read.form === 'lookup') return null;
  if (failure !== undefined && items.length === 0) return null;
  const members = items.map(({ id }) => id);
  const list = { apiVersion, complete: failure === undefined, members };
  if (read.form !== 'summaries') return list;
  return { ...list, summaries: Object.fromEntries(items.map(({ id, body }) => [idKey(id), body ?? {}])) };
}

function gapOf({ read, apiVersion, failure }: ArmAnswer): Gap {
  const detail = failure?.detail ?? '';
  return {
    scope: scopeOf(read),
    operation: operationOf(read),
    reason: failure?.reason ?? 'error',
    detail: read.name === 'workspacePreview' ? `api-version ${apiVersion}: ${detail}` : detail,
  };
}

function sorted<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([a], [b]) => compare(a, b)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
