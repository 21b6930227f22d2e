import { READS } from '../../arm/reads.js';
import { idKey, nameOf, parentOf, sameId } from '../../arm/resource-id.js';
import type { JsonObject } from '../../json.js';
import { both, chain, type Fact, known, map, unread } from '../algebra/fact.js';
import { SUBNET, VIRTUAL_NETWORK } from '../arm-properties/index.js';
import { NamedResource } from '../bodies/named-resource.js';
import type { Resource } from '../bodies/resource.js';
import { once } from '../bodies/snapshot-index.js';
import { NetworkSecurityGroup } from '../network/network-security-group.js';
import type { VirtualNetwork } from './virtual-network.js';

/** A subnet: a part of its virtual network's body. */
export class Subnet extends NamedResource {
  readonly type = 'subnet';
  readonly network: VirtualNetwork;

  constructor(network: VirtualNetwork, id: string) {
    super(id, subnetOf(network, id));
    this.network = network;
  }

  /** Its address ranges in CIDR notation, at least one: a subnet without any does not exist. */
  readonly addressPrefixes = once(
    (): Fact<readonly string[]> =>
      chain(this.resource, (resource) =>
        chain(
          both(resource.read(SUBNET.addressPrefix), resource.read(SUBNET.addressPrefixes)),
          ([one, several]) => {
            if (several.length > 0) return known(several);
            return one === null
              ? unread(resource.gap('unsupported', `${SUBNET.addressPrefix.path} is absent`))
              : known([one]);
          },
        ),
      ),
  );

  /** Which network policies act on the private endpoints in it. */
  readonly privateEndpointNetworkPolicies = once(() =>
    chain(this.resource, (resource) => resource.read(SUBNET.privateEndpointNetworkPolicies)),
  );

  /** The network security group that guards it; null for none. */
  readonly securityGroup = once(
    (): Fact<NetworkSecurityGroup | null> =>
      chain(this.resource, (resource) =>
        map(resource.read(SUBNET.networkSecurityGroupId), (id) =>
          id === null ? null : new NetworkSecurityGroup(this.network.model, id),
        ),
      ),
  );
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
