import { READS } from '../../arm/reads.js';
import { idKey, nameOf, parentOf, sameId } from '../../arm/resource-id.js';
import type { JsonObject } from '../../json.js';
import { derived, once, sharedById } from '../algebra/derived.js';
import { both, chain, type Fact, known, type Listing, listingOf, unread } from '../algebra/fact.js';
import { SUBNET, VIRTUAL_NETWORK } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import { NamedResource } from '../bodies/named-resource.js';
import type { Resource } from '../bodies/resource.js';
import { type VirtualNetwork, virtualNetworkAt } from './virtual-network.js';

/** A subnet: a part of its virtual network's body. */
export class Subnet extends NamedResource {
  readonly type = 'subnet';
  readonly network: VirtualNetwork;

  constructor(model: Model, id: string) {
    const network = virtualNetworkAt(model, parentOf(id));
    super(
      id,
      chain(network.resource, (resource) => subnetIn(resource, id)),
    );
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
}

/** The subnet of an id: one object, whoever asks. */
export const subnetAt = sharedById((model: Model, id: string) => new Subnet(model, id));

/** The body of a subnet, which is a part of its virtual network's. */
export function subnetIn(network: Resource, id: string): Fact<Resource> {
  return chain(network.read(VIRTUAL_NETWORK.subnets), (bodies): Fact<Resource> => {
    const body = bodies.find((each) => isSubnet(each, id));
    if (body !== undefined) return known(network.part(id, body));
    return unread({
      scope: idKey(id),
      operation: READS.virtualNetwork.operation,
      reason: 'not-found',
      detail: `${VIRTUAL_NETWORK.subnets.path} of the virtual network does not hold ${nameOf(id)}`,
    });
  });
}

function isSubnet(body: JsonObject, id: string): boolean {
  const own = body['id'];
  return typeof own === 'string' && sameId(own, id);
}

/** The subnets of a virtual network. */
export const subnetsOf = derived(
  (network: VirtualNetwork): Listing<Subnet> =>
    listingOf(network.resource, (resource) =>
      listingOf(resource.read(VIRTUAL_NETWORK.subnets), (bodies) => {
        const ids = bodies.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
        const nameless = resource.gap(
          'unsupported',
          `${VIRTUAL_NETWORK.subnets.path} holds one without an id`,
        );
        return {
          items: ids.map((id) => subnetAt(network.model, id)),
          gaps: ids.length < bodies.length ? [nameless] : [],
        };
      }),
    ),
);
