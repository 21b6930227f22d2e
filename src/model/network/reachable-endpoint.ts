import { anyIn, chain, type Fact } from '../algebra/fact.js';
import { privateEndpointsLeadingTo } from '../connections/private-endpoints.js';
import type { VirtualNetwork } from '../resources/virtual-network.js';

/** Whether a virtual network holds a private endpoint of a service, or is peered with one that does. */
export function reachesEndpointOf(network: VirtualNetwork, serviceId: string): Fact<boolean> {
  return anyIn(privateEndpointsLeadingTo(network.model, serviceId), (endpoint) =>
    chain(endpoint.virtualNetwork(), (other) => network.reaches(other)),
  );
}
