import type { Property } from '../../arm/property.js';
import type { JsonObject } from '../../json.js';
import { derived } from '../../model/algebra/derived.js';
import { CONNECTION } from '../../model/arm-properties/index.js';
import type { Resource } from '../../model/bodies/resource.js';
import { connectionsIn, isEgress } from '../../model/resources/connection.js';
import { namedId } from './named-id.js';

/**
 * The private endpoint of a connection, unless Microsoft made it for a deployment's way out: that one lies in a
 * subscription of Microsoft's, where nobody may read it.
 */
export const connectedEndpoint = derived((connection: Resource): readonly string[] => {
  const id = isEgress(connection) ? null : namedId(connection.read(CONNECTION.privateEndpointId));
  return id === null ? [] : [id];
});

/** Makes what tells of a service's body which private endpoints are connected to it. */
export function connectedEndpoints(
  property: Property<readonly JsonObject[]>,
): (service: Resource) => readonly string[] {
  return derived((service) => {
    const connections = connectionsIn(service, property);
    return connections.known ? connections.value.flatMap(connectedEndpoint) : [];
  });
}
