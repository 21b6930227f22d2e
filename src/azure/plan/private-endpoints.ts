import { EGRESS_DESCRIPTION } from '../../arm/egress-description.js';
import { groupResourcesPath } from '../../arm/list-paths.js';
import { idKey, parentOf, parseResourceId, subscriptionOf } from '../../arm/resource-id.js';
import type { JsonObject } from '../../json.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { childrenRead, type Read, resourceRead, subscriptionListRead } from '../exchange/read.js';
import { idAt, objectsAt, textAt } from './body.js';
import { type ScanScope, subscriptionsOf } from './scope.js';
import { connectionsRead, dependencies, ownerIds } from './workspaces.js';

/** The list of a subscription's private endpoints. */
function privateEndpointsRead(subscription: string): Read {
  return subscriptionListRead('privateEndpoint', subscription);
}

/** The DNS zone groups of a private endpoint. */
export function zoneGroupsRead(privateEndpoint: string): Read {
  return childrenRead('zoneGroups', privateEndpoint);
}

/**
 * The private endpoints of the workspaces, their hubs and their dependencies, and what hangs on them: networks, zone
 * groups, and of those of the workspaces the interfaces and the time when they were made. Of a dependency nobody asks
 * for addresses, and for zones only who follows them to their links.
 */
export function* privateEndpointReads(scope: ScanScope, relevant: RelevantPrivateEndpoints): Generator<Read> {
  for (const subscription of subscriptionsOf(scope)) yield privateEndpointsRead(subscription);
  for (const id of relevant.toAsk) yield resourceRead('privateEndpoint', id);
  for (const [id, { body, ofWorkspace }] of relevant.found) {
    const subnet = idAt(body, 'properties', 'subnet', 'id');
    if (subnet !== undefined) yield resourceRead('virtualNetwork', parentOf(subnet));
    if (ofWorkspace || scope.reads === undefined || scope.reads.has('zoneLinks')) yield zoneGroupsRead(id);
    if (!ofWorkspace) continue;
    yield creationTimesRead(id);
    for (const reference of objectsAt(body, 'properties', 'networkInterfaces')) {
      const networkInterface = idAt(reference, 'id');
      if (networkInterface !== undefined) yield resourceRead('networkInterface', networkInterface);
    }
  }
}

/** The private endpoints that matter to a scan, as far as they are known. */
export interface RelevantPrivateEndpoints {
  /** Those whose bodies were read, by id as ARM wrote it. */
  readonly found: ReadonlyMap<string, { readonly body: JsonObject; readonly ofWorkspace: boolean }>;
  /** Named by a connection, and in no list that was read. */
  readonly toAsk: readonly string[];
}

/** Finds the private endpoints that lead to the workspaces, their hubs and their dependencies. */
export function relevantPrivateEndpoints(scope: ScanScope, known: KnownAnswers): RelevantPrivateEndpoints {
  const owners = new Set(ownerIds(scope, known).map(idKey));
  const services = new Set(owners);
  const connected = new Map<string, { id: string; ofWorkspace: boolean }>();
  const connect = (connections: readonly JsonObject[], ofWorkspace: boolean): void => {
    for (const id of connections.flatMap(privateEndpointOf)) {
      const before = connected.get(idKey(id));
      connected.set(idKey(id), { id, ofWorkspace: ofWorkspace || (before?.ofWorkspace ?? false) });
    }
  };
  for (const owner of ownerIds(scope, known)) {
    const body = known.body(owner) ?? {};
    const listed = known.to(connectionsRead(owner))?.items ?? [];
    connect(objectsAt(body, 'properties', 'privateEndpointConnections'), true);
    connect(
      listed.map((item) => item.body ?? {}),
      true,
    );
    for (const { id } of dependencies(body)) {
      services.add(idKey(id));
      connect(objectsAt(known.body(id) ?? {}, 'properties', 'privateEndpointConnections'), false);
    }
  }

  const found = new Map<string, { body: JsonObject; ofWorkspace: boolean }>();
  const inLists = new Set<string>();
  const unsettled = new Set<string>();
  for (const subscription of subscriptionsOf(scope)) {
    const list = known.to(privateEndpointsRead(subscription));
    if (list === undefined) unsettled.add(subscription.toLowerCase());
    for (const { id, body } of list?.items ?? []) {
      inLists.add(idKey(id));
      const named = servicesOf(body ?? {});
      const ofWorkspace =
        connected.get(idKey(id))?.ofWorkspace ?? named.some((service) => owners.has(service));
      if (connected.has(idKey(id)) || named.some((service) => services.has(service))) {
        found.set(id, { body: body ?? {}, ofWorkspace });
      }
    }
  }

  const toAsk: string[] = [];
  for (const { id, ofWorkspace } of connected.values()) {
    if (inLists.has(idKey(id)) || unsettled.has(subscriptionOf(id)?.toLowerCase() ?? '')) continue;
    toAsk.push(id);
    const body = known.body(id);
    if (body !== undefined) found.set(id, { body, ofWorkspace });
  }
  return { found, toAsk };
}

/**
 * The private endpoint of a connection, unless Microsoft made it for a deployment's way out: that one lies in a
 * subscription of Microsoft's, where nobody may read it.
 */
function privateEndpointOf(connection: JsonObject): readonly string[] {
  const description = textAt(connection, 'properties', 'privateLinkServiceConnectionState', 'description');
  const id = idAt(connection, 'properties', 'privateEndpoint', 'id');
  return description === EGRESS_DESCRIPTION || id === undefined ? [] : [id];
}

/** Lower-cased ids of the services that a private endpoint leads to. */
function servicesOf(privateEndpoint: JsonObject): readonly string[] {
  return ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections']
    .flatMap((list) => objectsAt(privateEndpoint, 'properties', list))
    .flatMap((connection) => textAt(connection, 'properties', 'privateLinkServiceId') ?? [])
    .map(idKey);
}

/** The generic resource list of a private endpoint's group. */
function creationTimesRead(privateEndpoint: string): Read {
  const id = parseResourceId(privateEndpoint);
  const path = groupResourcesPath(id?.subscription ?? '', id?.group ?? '');
  return { name: 'creationTimes', form: 'summaries', path };
}
