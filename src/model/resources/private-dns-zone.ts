import { nameOf } from '../../arm/resource-id.js';
import type { JsonObject } from '../../json.js';
import { once, sharedById } from '../algebra/derived.js';
import { all, allOf, anyIn, chain, type Fact, known, type Listing, map, unread } from '../algebra/fact.js';
import { A_RECORD, A_RECORD_ENTRY, ZONE_LINK } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import { NamedResource } from '../bodies/named-resource.js';
import type { Resource } from '../bodies/resource.js';
import { type VirtualNetwork, virtualNetworkAt } from './virtual-network.js';

/** An A record set of a private DNS zone. */
export interface ZoneRecord {
  readonly id: string;
  /** Relative to the zone, lower case, e.g. `*.<guid>.inference.eastus`. */
  readonly name: string;
  readonly addresses: Fact<readonly string[]>;
}

/** A link of a zone to a virtual network: there the zone answers. */
export interface ZoneLink {
  readonly id: string;
  readonly name: string;
  readonly zone: PrivateDnsZone;
  readonly resource: Fact<Resource>;
  readonly virtualNetworkId: Fact<string | null>;
  /** Completed once the zone answers there. */
  readonly state: Fact<'Completed' | 'InProgress'>;
}

/** A private DNS zone. */
export class PrivateDnsZone extends NamedResource {
  readonly type = 'private-dns-zone';
  readonly model: Model;
  /** Lower case, e.g. `privatelink.api.azureml.ms`. */
  override readonly name: string;

  constructor(model: Model, id: string) {
    super(id, model.index.resource(id, 'privateDnsZone'));
    this.model = model;
    this.name = nameOf(this.id).toLowerCase();
  }

  readonly records = once((): Listing<ZoneRecord> => {
    const listing = this.model.index.children(this.id, 'zoneRecords');
    const items = listing.items.map((id): ZoneRecord => {
      const resource = this.model.index.resource(id, 'zoneRecords');
      return { id, name: nameOf(id).toLowerCase(), addresses: chain(resource, addressesOf) };
    });
    return { items, gaps: listing.gaps };
  });

  readonly links = once((): Listing<ZoneLink> => {
    const listing = this.model.index.children(this.id, 'zoneLinks');
    const items = listing.items.map((id): ZoneLink => {
      const resource = this.model.index.resource(id, 'zoneLinks');
      return {
        id,
        name: nameOf(id),
        zone: this,
        resource,
        virtualNetworkId: chain(resource, (link) => link.read(ZONE_LINK.virtualNetworkId)),
        state: chain(resource, stateOf),
      };
    });
    return { items, gaps: listing.gaps };
  });

  /** Whether it holds an A record set of a name (lower case, relative to the zone). */
  hasRecord(name: string): Fact<boolean> {
    return this.holds((record) => record === name);
  }

  /** Whether it holds an A record set with a name (lower case, relative to the zone) for which the test holds. */
  holds(isWanted: (record: string) => boolean): Fact<boolean> {
    const { items, gaps } = this.records();
    // A zone may hold thousands, and is asked for each workspace.
    if (items.some((record) => isWanted(record.name))) return known(true);
    return anyIn({ items: [], gaps }, () => known(false));
  }

  /** Whether it answers in a network for which the test holds: a Completed link leads there. */
  isLinkedTo(test: (network: VirtualNetwork) => Fact<boolean>): Fact<boolean> {
    return anyIn(this.links(), (link) =>
      allOf([
        map(link.state, (state) => state === 'Completed'),
        chain(link.virtualNetworkId, (id) =>
          id === null ? known(false) : test(virtualNetworkAt(this.model, id)),
        ),
      ]),
    );
  }

  /** Whether it answers anywhere: without a Completed link a zone does nothing. */
  readonly isLinked = once(() =>
    anyIn(this.links(), (link) => map(link.state, (state) => state === 'Completed')),
  );
}

/** The private DNS zone of an id: one object, whoever asks. */
export const zoneAt = sharedById((model: Model, id: string) => new PrivateDnsZone(model, id));

function stateOf(link: Resource): ZoneLink['state'] {
  return chain(link.read(ZONE_LINK.state), (state) =>
    state === null ? unread(link.gap('unsupported', `${ZONE_LINK.state.path} is absent`)) : known(state),
  );
}

function addressesOf(record: Resource): Fact<readonly string[]> {
  return chain(record.read(A_RECORD.addresses), (entries) => {
    const addresses = entries.map((body: JsonObject) =>
      record.part(record.id, body).read(A_RECORD_ENTRY.address),
    );
    return map(all(addresses), (values) => values.filter((value) => value !== null));
  });
}
