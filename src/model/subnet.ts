import type { JsonObject } from '../json.js';
import { READS } from '../snapshot/reads.js';
import { VIRTUAL_NETWORK } from './arm-properties.js';
import { chain, type Fact, known, unread } from './fact.js';
import { NamedResource } from './named-resource.js';
import type { Resource } from './resource.js';
import { idKey, nameOf, parentOf, sameId } from './resource-id.js';
import type { VirtualNetwork } from './virtual-network.js';

/** A subnet: a part of its virtual network's body. */
export class Subnet extends NamedResource {
  readonly type = 'subnet';
  readonly network: VirtualNetwork;

  constructor(network: VirtualNetwork, id: string) {
    super(id, subnetOf(network, id));
    this.network = network;
  }
}

/** Id of the virtual network of a subnet. */
export function networkIdOf(subnetId: string): string {
  return parentOf(subnetId);
}

function subnetOf(network: VirtualNetwork, id: string): Fact<Resource> {
  return chain(network.resource, (resource) =>
    chain(resource.read(VIRTUAL_NETWORK.subnets), (bodies): Fact<Resource> => {
      const body = bodies.find((each) => isSubnet(each, id));
      if (body !== undefined) return known(resource.part(id, body));
      return unread({
        scope: idKey(id),
        operation: READS.virtualNetwork.operation,
        reason: 'not-found',
        detail: `${VIRTUAL_NETWORK.subnets.path} of the virtual network does not hold ${nameOf(id)}`,
      });
    }),
  );
}

function isSubnet(body: JsonObject, id: string): boolean {
  const own = body['id'];
  return typeof own === 'string' && sameId(own, id);
}
