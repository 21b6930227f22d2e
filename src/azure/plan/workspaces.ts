import { locksPath, subscriptionListPath } from '../../arm/list-paths.js';
import type { ReadName } from '../../arm/reads.js';
import { idKey, nameOf, subscriptionOf } from '../../arm/resource-id.js';
import { workspaceId } from '../../arm/workspace-reference.js';
import { derived } from '../../model/algebra/derived.js';
import { KEY_VAULT, REGISTRY, STORAGE_ACCOUNT, WORKSPACE } from '../../model/arm-properties/index.js';
import type { Resource } from '../../model/bodies/resource.js';
import { hidesSelectedAddresses, hubOf } from '../../model/resources/workspace.js';
import type { ArmAnswer } from '../exchange/arm-answer.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { childrenRead, collectionRead, type Read, resourceRead } from '../exchange/read.js';
import { connectedEndpoints } from './connected-endpoints.js';
import { namedId } from './named-id.js';
import type { ScanScope } from './scope.js';

/** The list in which a workspace without a group is sought. */
function lookupRead(subscription: string): Read {
  return { name: 'workspace', form: 'lookup', path: subscriptionListPath(subscription, 'workspace') };
}

/** The ids of the items of a lookup that bear a name. */
export function idsNamed(name: string, lookup: ArmAnswer | undefined): readonly string[] {
  const ids = (lookup?.items ?? []).map(({ id }) => id);
  return ids.filter((id) => nameOf(id).toLowerCase() === name.toLowerCase());
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
  const body = known.resource(workspace);
  return (body === undefined ? null : namedId(hubOf(body))) ?? workspace;
}

/** What a workspace may depend on. */
const DEPENDENCIES = [
  {
    name: 'keyVault',
    id: WORKSPACE.keyVault,
    privateEndpoints: connectedEndpoints(KEY_VAULT.privateEndpointConnections),
  },
  {
    name: 'registry',
    id: WORKSPACE.containerRegistry,
    privateEndpoints: connectedEndpoints(REGISTRY.privateEndpointConnections),
  },
  {
    name: 'storageAccount',
    id: WORKSPACE.storageAccount,
    privateEndpoints: connectedEndpoints(STORAGE_ACCOUNT.privateEndpointConnections),
  },
] as const;

/** A vault, a registry or a storage account that a workspace names. */
export interface NamedDependency {
  readonly name: ReadName;
  readonly id: string;
  /** Which private endpoints are connected to it, by its body. */
  readonly privateEndpoints: (service: Resource) => readonly string[];
}

/** The vault, registry and storage account that a workspace names. Null or "" for the registry: none yet. */
export const dependencies = derived((workspace: Resource): readonly NamedDependency[] =>
  DEPENDENCIES.flatMap(({ name, id, privateEndpoints }) => {
    const named = namedId(workspace.read(id));
    return named === null ? [] : [{ name, id: named, privateEndpoints }];
  }),
);

/** The workspaces and their hubs, what lies below them beside endpoints and computes, and what they depend on. */
export function* workspaceReads(scope: ScanScope, known: KnownAnswers): Generator<Read> {
  for (const { group, subscription } of scope.workspaces) {
    if (group === undefined) yield lookupRead(subscription);
  }
  for (const id of ownerIds(scope, known)) {
    const body = known.resource(id);
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
    if (hidesSelectedAddresses(body)) yield resourceRead('workspacePreview', id);
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
