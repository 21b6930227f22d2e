import { idKey, sameId } from '../../arm/resource-id.js';
import { coverage } from '../addresses/address-range.js';
import { isInRange } from '../addresses/ip-address.js';
import { once, sharedById } from '../algebra/derived.js';
import {
  all,
  anyOf,
  both,
  certain,
  chain,
  type Fact,
  found,
  known,
  map,
  selected,
  type Unread,
  unread,
} from '../algebra/fact.js';
import { PEERING, VIRTUAL_NETWORK } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import { NamedResource } from '../bodies/named-resource.js';
import type { Resource } from '../bodies/resource.js';

/** The address at which Azure's own DNS answers inside a virtual network. */
export const AZURE_DNS = '168.63.129.16';

/** The peerings of a virtual network, whatever their state. */
export function peeringsIn(network: Resource): Fact<readonly Resource[]> {
  return map(network.read(VIRTUAL_NETWORK.peerings), (bodies) =>
    bodies.map((body) => network.part(network.id, body)),
  );
}

/** A virtual network. */
export class VirtualNetwork extends NamedResource {
  readonly type = 'virtual-network';
  readonly model: Model;

  constructor(model: Model, id: string) {
    super(id, model.index.resource(id, 'virtualNetwork'));
    this.model = model;
  }

  /** Its address ranges in CIDR notation, at least one: a network without any does not exist. */
  readonly addressPrefixes = once(
    (): Fact<readonly string[]> =>
      chain(this.resource, (resource) =>
        chain(resource.read(VIRTUAL_NETWORK.addressPrefixes), (prefixes) =>
          prefixes.length > 0
            ? known(prefixes)
            : unread(resource.gap('unsupported', `${VIRTUAL_NETWORK.addressPrefixes.path} is absent`)),
        ),
      ),
  );

  /** Whether an address lies in one of its ranges. */
  contains(address: string): Fact<boolean> {
    return chain(this.resource, (resource) =>
      chain(this.addressPrefixes(), (prefixes) =>
        anyOf(
          prefixes.map((prefix) => {
            const inside = isInRange(address, prefix);
            return inside === null ? unreadPrefix(resource, prefix) : known(inside);
          }),
        ),
      ),
    );
  }

  /** Those of its address ranges that share addresses with a range in CIDR notation; more may be hidden by a gap. */
  rangesIn(range: string): Fact<readonly string[]> {
    return chain(this.resource, (resource) =>
      chain(this.addressPrefixes(), (prefixes) =>
        found(
          selected({ items: prefixes, gaps: [] }, (prefix) => {
            const shared = coverage(range, prefix);
            return shared === null ? unreadPrefix(resource, prefix) : known(shared !== 'none');
          }),
        ),
      ),
    );
  }

  /** DNS servers other than Azure's own; empty when Azure's DNS answers. */
  readonly ownDnsServers = once(
    (): Fact<readonly string[]> =>
      chain(this.resource, (resource) =>
        map(resource.read(VIRTUAL_NETWORK.dnsServers), (servers) =>
          servers.filter((server) => server !== AZURE_DNS),
        ),
      ),
  );

  /** Ids (as keys) of the networks that a Connected peering joins it with. */
  readonly #peered = once(
    (): Fact<ReadonlySet<string>> =>
      chain(chain(this.resource, peeringsIn), (peerings) => {
        const remotes = peerings.map((peering) =>
          map(both(peering.read(PEERING.remoteId), stateOf(peering)), ([id, state]) =>
            id !== null && state === 'Connected' ? [idKey(id)] : [],
          ),
        );
        return map(all(remotes), (ids) => new Set(ids.flat()));
      }),
  );

  /** Whether a peering joins it with another network: a Connected one stands in both bodies. */
  isPeeredWith(other: VirtualNetwork): Fact<boolean> {
    const seenFromThere = map(other.#peered(), (ids) => ids.has(idKey(this.id)));
    return certain(seenFromThere) ? known(true) : map(this.#peered(), (ids) => ids.has(idKey(other.id)));
  }

  /** Whether traffic gets from here to another network: it is the same one, or a peered one. */
  reaches(other: VirtualNetwork): Fact<boolean> {
    return sameId(this.id, other.id) ? known(true) : this.isPeeredWith(other);
  }
}

/** The virtual network of an id: one object, whoever asks. */
export const virtualNetworkAt = sharedById((model: Model, id: string) => new VirtualNetwork(model, id));

function unreadPrefix(resource: Resource, prefix: string): Unread {
  const { path } = VIRTUAL_NETWORK.addressPrefixes;
  return unread(resource.gap('unsupported', `${path} holds ${prefix}; isocheck knows CIDR ranges`));
}

function stateOf(peering: Resource): Fact<'Connected' | 'Initiated' | 'Disconnected'> {
  return chain(peering.read(PEERING.state), (state) =>
    state === null ? unread(peering.gap('unsupported', `${PEERING.state.path} is absent`)) : known(state),
  );
}
