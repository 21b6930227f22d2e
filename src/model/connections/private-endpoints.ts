import { idKey } from '../../arm/resource-id.js';
import { PRIVATE_ENDPOINT_TYPE } from '../../arm/resource-types.js';
import type { Gap } from '../../snapshot/format.js';
import { derived, shared } from '../algebra/derived.js';
import { gapsOf, type Listing } from '../algebra/fact.js';
import type { Model } from '../bodies/model.js';
import {
  type PrivateEndpoint,
  privateEndpointAt,
  privateEndpointsBeside,
} from '../resources/private-endpoint.js';
import type { Workspace } from '../resources/workspace.js';

/** The private endpoints that the snapshot speaks of, by the services that they lead to. */
const privateEndpointsByService = derived((model: Model) => {
  const byService = new Map<string, PrivateEndpoint[]>();
  const gaps: Gap[] = [];
  const listed = new Set<string>();
  for (const list of model.index.listsBySubscription('privateEndpoint').values()) {
    for (const id of list.items) listed.add(idKey(id));
  }
  for (const id of model.index.idsMentioned(PRIVATE_ENDPOINT_TYPE)) {
    const endpoint = privateEndpointAt(model, id);
    const services = endpoint.services();
    // One that no list holds may be Microsoft's, and nobody's to read.
    if (!services.known && (endpoint.resource.known || listed.has(idKey(id)))) gaps.push(...services.gaps);
    for (const { serviceId } of services.known ? services.value : []) {
      const endpoints = shared(byService, serviceId, (): PrivateEndpoint[] => []);
      if (!endpoints.includes(endpoint)) endpoints.push(endpoint);
    }
  }
  return { byService, gaps };
});

/**
 * The private endpoints of the user's own that lead to a service, by whatever sub-resource. What may hide more of
 * them: the list of the service's subscription, and listed ones whose bodies were not read.
 */
export function privateEndpointsLeadingTo(model: Model, serviceId: string): Listing<PrivateEndpoint> {
  const { byService, gaps } = privateEndpointsByService(model);
  const beside = privateEndpointsBeside(model, serviceId);
  return { items: byService.get(idKey(serviceId)) ?? [], gaps: [...beside.gaps, ...gaps] };
}

/**
 * The private endpoints that lead to it, by whatever sub-resource, and that its connections name. Each leaves a
 * connection here, so that without one there is none, whatever list was not read.
 */
export const privateEndpointsOf = derived((workspace: Workspace): Listing<PrivateEndpoint> => {
  const connections = workspace.inboundConnections();
  const { items, gaps } = privateEndpointsLeadingTo(workspace.model, workspace.id);
  const named = connections.items.flatMap((connection) => {
    const endpoint = connection.privateEndpoint();
    return endpoint.known ? [endpoint.value] : [];
  });
  const isConnected = connections.items.length > 0 || connections.gaps.length > 0;
  const unattributable = connections.items.flatMap((connection) => gapsOf(connection.attribution()));
  return {
    items: [...new Set([...items, ...named])],
    gaps: isConnected ? [...connections.gaps, ...unattributable, ...gaps] : [],
  };
});
