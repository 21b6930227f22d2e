import { locksPath, subscriptionListPath } from '../../arm/list-paths.js';
import type { ReadName } from '../../arm/reads.js';
import { idKey, subscriptionOf } from '../../arm/resource-id.js';
import { workspaceId } from '../../arm/workspace-reference.js';
import type { JsonObject } from '../../json.js';
import type { ArmAnswer } from '../exchange/arm-answer.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { childrenRead, collectionRead, type Read, resourceRead } from '../exchange/read.js';
import { idAt, textAt, valueAt } from './body.js';
import type { ScanScope } from './scope.js';

/** The list in which a workspace without a group is sought. */
function lookupRead(subscription: string): Read {
  return { name: 'workspace', form: 'lookup', path: subscriptionListPath(subscription, 'workspace') };
}

/** The ids of the items of a lookup that bear a name. */
export function idsNamed(name: string, lookup: ArmAnswer | undefined): readonly string[] {
  const named = (lookup?.items ?? []).filter(({ body }) => isNamed(body, name));
  return named.map(({ id }) => id);
}

/** The ids of the workspaces of the scan, as far as they are known, each once. */
export function workspaceIds(scope: ScanScope, known: KnownAnswers): readonly string[] {
  const ids = new Map<string, string>();
  for (const { subscription, group, name } of scope.workspaces) {
    const found =
      group === undefined
        ? idsNamed(name, known.to(lookupRead(subscription)))
        : [workspaceId(subscription, group, name)];
    for (const id of found) ids.set(idKey(id), id);
  }
  return [...ids.values()];
}

/** The workspaces of the scan and the hubs of those that are projects. */
export function ownerIds(scope: ScanScope, known: KnownAnswers): readonly string[] {
  const ids = new Map<string, string>();
  for (const id of workspaceIds(scope, known)) {
    ids.set(idKey(id), id);
    const owner = ownerOf(id, known);
    if (!ids.has(idKey(owner))) ids.set(idKey(owner), owner);
  }
  return [...ids.values()];
}

/** The workspace that network and dependencies belong to: a project's hub, as soon as it is known, else itself. */
export function ownerOf(workspace: string, known: KnownAnswers): string {
  return idAt(known.body(workspace) ?? {}, 'properties', 'hubResourceId') ?? workspace;
}

/** Whether a managed network is on, in whatever mode. */
export function hasManagedNetwork(workspace: JsonObject): boolean {
  const mode = textAt(workspace, 'properties', 'managedNetwork', 'isolationMode') ?? 'Disabled';
  return mode.toLowerCase() !== 'disabled';
}

/** The vault, registry and storage account that a workspace names. Null or "" for the registry: none yet. */
export function dependencies(
  workspace: JsonObject,
): readonly { readonly name: ReadName; readonly id: string }[] {
  const named = [
    { name: 'keyVault', id: idAt(workspace, 'properties', 'keyVault') },
    { name: 'registry', id: idAt(workspace, 'properties', 'containerRegistry') },
    { name: 'storageAccount', id: idAt(workspace, 'properties', 'storageAccount') },
  ] as const;
  return named.flatMap(({ name, id }) => (id === undefined ? [] : [{ name, id }]));
}

/** The workspaces and their hubs, what lies below them beside endpoints and computes, and what they depend on. */
export function* workspaceReads(scope: ScanScope, known: KnownAnswers): Generator<Read> {
  for (const { group, subscription } of scope.workspaces) {
    if (group === undefined) yield lookupRead(subscription);
  }
  for (const id of ownerIds(scope, known)) {
    const body = known.body(id);
    // A workspace that was looked up has its body from that list.
    if (body === undefined) yield resourceRead('workspace', id);
    yield connectionsRead(id);
    yield outboundRulesRead(id);
    yield childrenRead('datastores', id);
    yield childrenRead('batchEndpoints', id);
    const subscription = subscriptionOf(id);
    if (subscription !== null) yield collectionRead('locks', locksPath(subscription));
    if (body === undefined) continue;
    for (const { name, id: dependency } of dependencies(body)) yield resourceRead(name, dependency);
    if (hidesAddresses(body)) yield resourceRead('workspacePreview', id);
  }
}

/** The list of a workspace's private endpoint connections. */
export function connectionsRead(workspace: string): Read {
  return childrenRead('workspaceConnections', workspace);
}

/** The list of the outbound rules of a workspace's managed network. */
export function outboundRulesRead(workspace: string): Read {
  return childrenRead('outboundRules', workspace);
}

/**
 * Whether a list of selected addresses may be there unseen: no stable version tells it for sure. A list that was left on
 * a closed workspace still filters its open endpoints.
 */
function hidesAddresses(workspace: JsonObject): boolean {
  return (
    valueAt(workspace, 'properties', 'ipAllowlist') === undefined &&
    valueAt(workspace, 'properties', 'networkAcls') === undefined
  );
}

function isNamed(body: JsonObject | undefined, name: string): boolean {
  return textAt(body ?? {}, 'name')?.toLowerCase() === name.toLowerCase();
}
