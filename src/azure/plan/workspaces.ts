import type { JsonObject } from '../../json.js';
import { parseAssetReference } from '../../model/asset-reference.js';
import { idKey } from '../../model/resource-id.js';
import type { ReadName } from '../../snapshot/reads.js';
import type { Answer, Known } from '../answers.js';
import { collectionRead, type Read, resourceRead } from '../read.js';
import { workspaceId } from '../workspace-reference.js';
import { idAt, isResourceId, textAt, valueAt } from './body.js';
import type { ScanScope } from './scope.js';

/** The list in which a workspace without a group is sought. */
function lookupRead(subscription: string): Read {
  const path = `/subscriptions/${subscription}/providers/Microsoft.MachineLearningServices/workspaces`;
  return { name: 'workspace', form: 'lookup', path };
}

/** The ids of the items of a lookup that bear a name. */
export function idsNamed(name: string, lookup: Answer | undefined): readonly string[] {
  const named = (lookup?.items ?? []).filter(({ body }) => isNamed(body, name));
  return named.map(({ id }) => id);
}

/** The ids of the workspaces of the scan, as far as they are known, each once. */
export function workspaceIds(scope: ScanScope, known: Known): readonly string[] {
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
export function ownerIds(scope: ScanScope, known: Known): readonly string[] {
  const ids = new Map<string, string>();
  for (const id of workspaceIds(scope, known)) {
    ids.set(idKey(id), id);
    const hub = idAt(known.body(id) ?? {}, 'properties', 'hubResourceId');
    if (hub !== undefined && !ids.has(idKey(hub))) ids.set(idKey(hub), hub);
  }
  return [...ids.values()];
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

/** The workspace's own reads, those of its hub, and those of its endpoints and what they deploy. */
export function* workspaceReads(scope: ScanScope, known: Known): Generator<Read> {
  for (const { group, subscription } of scope.workspaces) {
    if (group === undefined) yield lookupRead(subscription);
  }
  for (const id of ownerIds(scope, known)) {
    const body = known.body(id);
    // A workspace that was looked up has its body from that list.
    if (body === undefined) yield resourceRead('workspace', id);
    yield connectionsRead(id);
    yield collectionRead('outboundRules', `${id}/outboundRules`);
    if (body === undefined) continue;
    for (const { name, id: dependency } of dependencies(body)) yield resourceRead(name, dependency);
    if (hidesAddresses(body)) yield resourceRead('workspacePreview', id);
  }
  for (const id of workspaceIds(scope, known)) yield* endpointReads(id, known);
}

/** The list of a workspace's private endpoint connections. */
export function connectionsRead(workspace: string): Read {
  return collectionRead('workspaceConnections', `${workspace}/privateEndpointConnections`);
}

function* endpointReads(workspace: string, known: Known): Generator<Read> {
  const endpoints = collectionRead('endpoints', `${workspace}/onlineEndpoints`);
  yield endpoints;
  const guid = textAt(known.body(workspace) ?? {}, 'properties', 'workspaceId');
  for (const endpoint of known.to(endpoints)?.items ?? []) {
    const deployments = collectionRead('deployments', `${endpoint.id}/deployments`);
    yield deployments;
    for (const { body } of known.to(deployments)?.items ?? []) {
      if (body !== undefined) yield* assetReads(workspace, guid, body);
    }
  }
}

/**
 * The environment of a deployment, or its model where it has no environment of its own. Assets of a registry
 * (`azureml://…`) are not below the workspace and are not asked for, and neither are labels: what `latest` meant
 * when the deployment was made, nobody can tell.
 */
function* assetReads(workspace: string, guid: string | undefined, deployment: JsonObject): Generator<Read> {
  const environment = textAt(deployment, 'properties', 'environmentId');
  const model = textAt(deployment, 'properties', 'model');
  const [name, kind, id] =
    environment === undefined
      ? (['model', 'models', model] as const)
      : (['environment', 'environments', environment] as const);
  if (id === undefined) return;
  const asset = parseAssetReference(kind, id, { id: workspace, guid: guid ?? null })?.versionId ?? null;
  if (asset !== null && isResourceId(asset)) yield resourceRead(name, asset);
}

/** Whether "selected addresses only" may hide behind a plain "Enabled": no stable version tells it for sure. */
function hidesAddresses(workspace: JsonObject): boolean {
  const access = textAt(workspace, 'properties', 'publicNetworkAccess') ?? 'Enabled';
  return (
    access.toLowerCase() === 'enabled' &&
    valueAt(workspace, 'properties', 'ipAllowlist') === undefined &&
    valueAt(workspace, 'properties', 'networkAcls') === undefined
  );
}

function isNamed(body: JsonObject | undefined, name: string): boolean {
  return textAt(body ?? {}, 'name')?.toLowerCase() === name.toLowerCase();
}
