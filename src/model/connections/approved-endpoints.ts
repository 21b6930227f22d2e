import { sameId } from '../../arm/resource-id.js';
import { anyOf, concat, gapsOf, known, type Listing, selected, unread } from '../algebra/fact.js';
import type { Dependency } from '../resources/dependency.js';
import type { PrivateEndpoint } from '../resources/private-endpoint.js';
import { privateEndpointsLeadingTo } from './private-endpoints.js';

/** The private endpoints of a service that its side is known to have approved, with what may hide more of them. */
export function approvedEndpoints(dependency: Dependency): Listing<PrivateEndpoint> {
  const { items, gaps } = dependency.connections();
  const clients = items.filter((connection) => !connection.isEgress());
  const named = clients.map((connection) => connection.privateEndpoint());
  const values = named.flatMap((endpoint) => (endpoint.known ? [endpoint.value] : []));
  // Each private endpoint leaves a connection: where all of those lead to one that was read, there is no other.
  const isWhole = gaps.length === 0 && values.length === named.length;
  const all: Listing<PrivateEndpoint> = isWhole
    ? { items: values, gaps: [] }
    : concat([{ items: values, gaps }, privateEndpointsLeadingTo(dependency.model, dependency.id)]);
  const nameless = clients.filter((connection) => connection.privateEndpointId() === null);
  const [hidden, ...more] = [...gaps, ...nameless.flatMap((each) => gapsOf(each.privateEndpoint()))];
  return selected({ items: [...new Set(all.items)], gaps: all.gaps }, (endpoint) => {
    // One that was deleted and made again under its name has left a Disconnected connection behind.
    const own = clients.filter((connection) => sameId(connection.privateEndpointId() ?? '', endpoint.id));
    if (own.length > 0) return anyOf(own.map((connection) => connection.isApproved()));
    // What it says of itself is no approval: the service's side may have refused it.
    return hidden === undefined ? known(false) : unread(hidden, ...more);
  });
}
