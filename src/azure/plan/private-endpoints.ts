import { groupResourcesPath } from '../../arm/list-paths.js';
import { idKey, isResourceId, parentOf, parseResourceId, subscriptionOf } from '../../arm/resource-id.js';
import { derived } from '../../model/algebra/derived.js';
import { PRIVATE_ENDPOINT, WORKSPACE } from '../../model/arm-properties/index.js';
import type { Resource } from '../../model/bodies/resource.js';
import { linkedServices, networkInterfaceIds } from '../../model/resources/private-endpoint.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { childrenRead, type Read, resourceRead, subscriptionListRead } from '../exchange/read.js';
import { connectedEndpoint, connectedEndpoints } from './connected-endpoints.js';
import { namedId } from './named-id.js';
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
    const subnet = namedId(body.read(PRIVATE_ENDPOINT.subnetId));
    if (subnet !== null) yield resourceRead('virtualNetwork', parentOf(subnet));
    if (ofWorkspace || scope.reads === undefined || scope.reads.has('zoneLinks')) yield zoneGroupsRead(id);
    if (!ofWorkspace) continue;
    yield creationTimesRead(id);
    const networkInterfaces = networkInterfaceIds(body);
    for (const id of networkInterfaces.known ? networkInterfaces.value : []) {
      if (isResourceId(id)) yield resourceRead('networkInterface', id);
    }
  }
}

/** The private endpoints that matter to a scan, as far as they are known. */
export interface RelevantPrivateEndpoints {
  /** Those whose bodies were read, by id as ARM wrote it. */
  readonly found: ReadonlyMap<string, { readonly body: Resource; readonly ofWorkspace: boolean }>;
  /** Named by a connection, and in no list that was read. */
  readonly toAsk: readonly string[];
}

/** Finds the private endpoints that lead to the workspaces, their hubs and their dependencies. */
export function relevantPrivateEndpoints(scope: ScanScope, known: KnownAnswers): RelevantPrivateEndpoints {
  const owners = new Set(ownerIds(scope, known).map(idKey));
  const services = new Set(owners);
  const connected = new Map<string, { id: string; ofWorkspace: boolean }>();
  const connect = (ids: readonly string[], ofWorkspace: boolean): void => {
    for (const id of ids) {
      const before = connected.get(idKey(id));
      connected.set(idKey(id), { id, ofWorkspace: ofWorkspace || (before?.ofWorkspace ?? false) });
    }
  };
  for (const owner of ownerIds(scope, known)) {
    const body = known.resource(owner);
    if (body !== undefined) connect(connectedToWorkspace(body), true);
    connect(known.broughtBy(connectionsRead(owner)).flatMap(connectedEndpoint), true);
    for (const { id, privateEndpoints } of body === undefined ? [] : dependencies(body)) {
      services.add(idKey(id));
      const service = known.resource(id);
      if (service !== undefined) connect(privateEndpoints(service), false);
    }
  }

  const found = new Map<string, { body: Resource; ofWorkspace: boolean }>();
  const inLists = new Set<string>();
  const unsettled = new Set<string>();
  for (const subscription of subscriptionsOf(scope)) {
    const list = known.to(privateEndpointsRead(subscription));
    if (list === undefined) unsettled.add(subscription.toLowerCase());
    for (const body of known.broughtBy(privateEndpointsRead(subscription))) {
      const key = idKey(body.id);
      inLists.add(key);
      const ofWorkspace = connected.get(key)?.ofWorkspace ?? mayLeadTo(body, owners);
      if (connected.has(key) || mayLeadTo(body, services)) found.set(body.id, { body, ofWorkspace });
    }
  }

  const toAsk: string[] = [];
  for (const { id, ofWorkspace } of connected.values()) {
    if (inLists.has(idKey(id)) || unsettled.has(subscriptionOf(id)?.toLowerCase() ?? '')) continue;
    toAsk.push(id);
    const body = known.resource(id);
    if (body !== undefined) found.set(id, { body, ofWorkspace });
  }
  return { found, toAsk };
}

const connectedToWorkspace = connectedEndpoints(WORKSPACE.privateEndpointConnections);

/** Keys of the services that a private endpoint leads to; null where its body does not tell. */
const servicesOf = derived((privateEndpoint: Resource): readonly string[] | null => {
  const services = linkedServices(privateEndpoint);
  return services.known ? services.value.map(({ serviceId }) => idKey(serviceId)) : null;
});

/** Whether a private endpoint leads to one of the services, or may for all that is known. */
function mayLeadTo(privateEndpoint: Resource, services: ReadonlySet<string>): boolean {
  return servicesOf(privateEndpoint)?.some((service) => services.has(service)) ?? true;
}

/** The generic resource list of a private endpoint's group. */
function creationTimesRead(privateEndpoint: string): Read {
  const id = parseResourceId(privateEndpoint);
  const path = groupResourcesPath(id?.subscription ?? '', id?.group ?? '');
  return { name: 'creationTimes', form: 'summaries', path };
}
