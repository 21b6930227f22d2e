import { groupResourcesPath } from '../../arm/list-paths.js';
import { isOfType, parentOf, parseResourceId, sameId, subscriptionOf } from '../../arm/resource-id.js';
import { WORKSPACE_TYPE } from '../../arm/resource-types.js';
import type { JsonObject } from '../../json.js';
import { addressIn } from '../addresses/ip-address.js';
import { once, sharedById } from '../algebra/derived.js';
import { all, anyOf, both, chain, type Fact, known, type Listing, map, unread } from '../algebra/fact.js';
import {
  CUSTOM_DNS_CONFIG,
  IP_CONFIGURATION,
  NETWORK_INTERFACE,
  PRIVATE_ENDPOINT,
  PRIVATE_LINK_CONNECTION,
  type ProvisioningState,
} from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import { NamedResource } from '../bodies/named-resource.js';
import type { Resource } from '../bodies/resource.js';
import { type Subnet, subnetAt } from './subnet.js';
import { type VirtualNetwork, virtualNetworkAt } from './virtual-network.js';

/** An address of a private endpoint and the names it stands for. */
export interface NamedAddress {
  readonly address: string;
  /** Lower case. */
  readonly names: readonly string[];
}

/** A service that a private endpoint leads to. */
export interface LinkedService {
  readonly serviceId: string;
  /** Sub-resources, as ARM wrote them: `amlworkspace`, `blob`, `vault`... */
  readonly groupIds: readonly string[];
  /** Whether the owner of the service had to approve it by hand. */
  readonly isManual: boolean;
}

/** What a private endpoint leads to: the service of each of its connections, with the sub-resources (group ids). */
export function linkedServices(privateEndpoint: Resource): Fact<readonly LinkedService[]> {
  return chain(
    both(
      privateEndpoint.read(PRIVATE_ENDPOINT.connections),
      privateEndpoint.read(PRIVATE_ENDPOINT.manualConnections),
    ),
    ([automatic, manual]) =>
      map(
        all([
          ...automatic.map((body) => linkedService(privateEndpoint, body, false)),
          ...manual.map((body) => linkedService(privateEndpoint, body, true)),
        ]),
        (services) => services.filter((service) => service !== null),
      ),
  );
}

/** Ids of the network interfaces of a private endpoint, at least one. */
export function networkInterfaceIds(privateEndpoint: Resource): Fact<readonly string[]> {
  return chain(privateEndpoint.read(PRIVATE_ENDPOINT.networkInterfaces), (interfaces) => {
    const ids = interfaces.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
    if (ids.length > 0) return known(ids);
    return unread(
      privateEndpoint.gap('unsupported', `${PRIVATE_ENDPOINT.networkInterfaces.path} names none`),
    );
  });
}

/** A private endpoint: an address in a virtual network that leads to a service. */
export class PrivateEndpoint extends NamedResource {
  readonly type = 'private-endpoint';
  readonly model: Model;

  constructor(model: Model, id: string) {
    super(id, model.index.resource(id, 'privateEndpoint'));
    this.model = model;
  }

  /** Whether it leads to a service by one of its sub-resources (group ids). */
  leadsTo(serviceId: string, groupId: string): Fact<boolean> {
    return chain(this.resource, (resource) =>
      chain(
        both(resource.read(PRIVATE_ENDPOINT.connections), resource.read(PRIVATE_ENDPOINT.manualConnections)),
        ([automatic, manual]) =>
          anyOf([...automatic, ...manual].map((body) => leads(resource, body, serviceId, groupId))),
      ),
    );
  }

  /** What it leads to: the service of each of its connections, with the sub-resources (group ids). */
  readonly services = once(() => chain(this.resource, linkedServices));

  /** Those of them that are workspaces. */
  readonly workspaces = once(
    (): Fact<readonly LinkedService[]> =>
      map(this.services(), (services) =>
        services.filter(({ serviceId }) => isOfType(serviceId, WORKSPACE_TYPE)),
      ),
  );

  readonly provisioningState = once(
    (): Fact<ProvisioningState> =>
      chain(this.resource, (resource) =>
        chain(resource.read(PRIVATE_ENDPOINT.provisioningState), (state) =>
          state === null
            ? unread(resource.gap('unsupported', `${PRIVATE_ENDPOINT.provisioningState.path} is absent`))
            : known(state),
        ),
      ),
  );

  /** Its subnet. */
  readonly subnet = once((): Fact<Subnet> => map(this.subnetId(), (id) => subnetAt(this.model, id)));

  /** The Azure region, which is its virtual network's. */
  readonly location = once(
    (): Fact<string | null> => chain(this.resource, (resource) => resource.read(PRIVATE_ENDPOINT.location)),
  );

  /** The id of its subnet. */
  readonly subnetId = once(
    (): Fact<string> =>
      chain(this.resource, (resource) =>
        chain(resource.read(PRIVATE_ENDPOINT.subnetId), (subnet) =>
          subnet === null
            ? unread(resource.gap('unsupported', `${PRIVATE_ENDPOINT.subnetId.path} is absent`))
            : known(subnet),
        ),
      ),
  );

  /** The virtual network of its subnet. */
  readonly virtualNetwork = once(
    (): Fact<VirtualNetwork> =>
      map(this.subnetId(), (subnet) => virtualNetworkAt(this.model, parentOf(subnet))),
  );

  /**
   * Its addresses with their names: from its network interfaces, or from `customDnsConfigs`, which ARM fills while
   * there is no zone group.
   */
  readonly addresses = once(
    (): Fact<readonly NamedAddress[]> =>
      chain(this.resource, (resource) =>
        chain(resource.read(PRIVATE_ENDPOINT.customDnsConfigs), (configs) => {
          if (configs.length > 0) return all(configs.flatMap((body) => customAddresses(resource, body)));
          return this.#interfaceAddresses();
        }),
      ),
  );

  /** Ids of its network interfaces, at least one. */
  readonly networkInterfaceIds = once(() => chain(this.resource, networkInterfaceIds));

  #interfaceAddresses(): Fact<readonly NamedAddress[]> {
    return chain(this.networkInterfaceIds(), (ids) => {
      const perInterface = ids.map((id) =>
        chain(this.model.index.resource(id, 'networkInterface'), (networkInterface) =>
          chain(networkInterface.read(NETWORK_INTERFACE.ipConfigurations), (configurations) =>
            all(configurations.map((body) => configuredAddress(networkInterface, body))),
          ),
        ),
      );
      return map(all(perInterface), (addresses) => addresses.flat().filter((each) => each !== null));
    });
  }

  /** When it was made, by the generic resource list of its group; null where the list does not tell. */
  readonly createdTime = once((): Fact<string | null> => {
    const id = parseResourceId(this.id);
    if (id === null) return known(null);
    const path = groupResourcesPath(id.subscription, id.group);
    const time = this.model.index.summary(path, this.id)?.['createdTime'];
    if (typeof time === 'string') return known(time);
    const listing = this.model.index.collection(path, 'creationTimes');
    const [gap, ...more] = listing.gaps;
    return gap === undefined ? known(null) : unread(gap, ...more);
  });
  /** Its private DNS zone groups. */
  readonly zoneGroups = once((): Listing<Resource> => {
    const listing = this.model.index.children(this.id, 'zoneGroups');
    const groups = listing.items.map((id) => this.model.index.resource(id, 'zoneGroups'));
    return {
      items: groups.flatMap((group) => (group.known ? [group.value] : [])),
      gaps: [...listing.gaps, ...groups.flatMap((group) => (group.known ? [] : group.gaps))],
    };
  });
}

/** The private endpoint of an id: one object, whoever asks. */
export const privateEndpointAt = sharedById((model: Model, id: string) => new PrivateEndpoint(model, id));

function linkedService(resource: Resource, body: JsonObject, isManual: boolean): Fact<LinkedService | null> {
  const connection = resource.part(resource.id, body);
  return map(
    both(
      connection.read(PRIVATE_LINK_CONNECTION.serviceId),
      connection.read(PRIVATE_LINK_CONNECTION.groupIds),
    ),
    ([serviceId, groupIds]) => (serviceId === null ? null : { serviceId, groupIds, isManual }),
  );
}

function leads(resource: Resource, body: JsonObject, serviceId: string, groupId: string): Fact<boolean> {
  const connection = resource.part(resource.id, body);
  return map(
    both(
      connection.read(PRIVATE_LINK_CONNECTION.serviceId),
      connection.read(PRIVATE_LINK_CONNECTION.groupIds),
    ),
    ([id, groups]) =>
      id !== null &&
      sameId(id, serviceId) &&
      groups.some((group) => group.toLowerCase() === groupId.toLowerCase()),
  );
}

function customAddresses(resource: Resource, body: JsonObject): Fact<NamedAddress>[] {
  const config = resource.part(resource.id, body);
  const facts = both(config.read(CUSTOM_DNS_CONFIG.fqdn), config.read(CUSTOM_DNS_CONFIG.ipAddresses));
  if (!facts.known) return [facts];
  const [fqdn, addresses] = facts.value;
  return addresses.map((address) =>
    known({ address: addressIn(address), names: fqdn === null ? [] : [fqdn.toLowerCase()] }),
  );
}

function configuredAddress(networkInterface: Resource, body: JsonObject): Fact<NamedAddress | null> {
  const configuration = networkInterface.part(networkInterface.id, body);
  return map(
    both(configuration.read(IP_CONFIGURATION.address), configuration.read(IP_CONFIGURATION.fqdns)),
    ([address, fqdns]) =>
      address === null
        ? null
        : { address: addressIn(address), names: fqdns.map((name) => name.toLowerCase()) },
  );
}

/** The ids of all private endpoints in the subscription of an id. */
export function privateEndpointsBeside(model: Model, id: string): Listing<string> {
  const subscription = subscriptionOf(id) ?? '';
  return model.index.inSubscription(subscription, 'privateEndpoint');
}
