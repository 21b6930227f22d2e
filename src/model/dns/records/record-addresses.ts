import { sameAddress } from '../../addresses/ip-address.js';
import {
  allOf,
  anyIn,
  certain,
  chain,
  type Fact,
  known,
  type Listing,
  map,
  not,
} from '../../algebra/fact.js';
import type { Connection } from '../../resources/connection.js';
import type { PrivateDnsZone, ZoneRecord } from '../../resources/private-dns-zone.js';
import type { PrivateEndpoint } from '../../resources/private-endpoint.js';
import type { VirtualNetwork } from '../../resources/virtual-network.js';

/** A record and what its addresses lead to. */
export interface JudgedRecord {
  readonly zone: PrivateDnsZone;
  /** Id of the record set. */
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly string[];
  /** Those that no Approved inbound connection has for the record's hosts, within its network's ranges. */
  readonly strangers: readonly Stranger[];
}

export interface Stranger {
  readonly address: string;
  /** The network in whose ranges it does not lie, where one of its private endpoints has it all the same. */
  readonly outside: VirtualNetwork | null;
}

/** What makes an address a client's private endpoint's. */
export interface AddressOwner {
  /** An Approved connection that can be a client's, whose private endpoint keeps the address for the hosts. */
  readonly has: Fact<boolean>;
  /** And the address lies in that network's ranges. */
  readonly fits: Fact<boolean>;
  readonly network: Fact<VirtualNetwork>;
}

/** A record, with who may own each of its addresses. */
export interface RecordJudgement {
  readonly record: JudgedRecord;
  /** Whether it has an address, and each is a client's private endpoint's. */
  readonly fits: Fact<boolean>;
  /** The owners that each address may have. */
  readonly owners: readonly Listing<AddressOwner>[];
}

/**
 * Holds a record's addresses against those that a workspace's private endpoints keep.
 * @param clients the connections of the workspace that can be a client's
 * @param isHost tells which of a private endpoint's names (lower case) the record answers for
 */
export function judgeRecord(
  zone: PrivateDnsZone,
  { id, name, addresses: read }: ZoneRecord,
  clients: Listing<Connection>,
  isHost: (host: string) => boolean,
): RecordJudgement {
  const addresses = read.known ? read.value : [];
  const judged = addresses.map((address) => {
    const owners = clients.items.map((client) => ownerOf(client, address, isHost));
    const listing: Listing<AddressOwner> = { items: owners, gaps: clients.gaps };
    const outside = owners.find(({ has, fits }) => certain(has) && certain(not(fits)))?.network;
    return {
      address,
      owners: listing,
      fits: anyIn(listing, ({ fits }) => fits),
      outside: outside?.known === true ? outside.value : null,
    };
  });
  return {
    record: { zone, id, name, addresses, strangers: judged.filter((each) => certain(not(each.fits))) },
    fits: chain(read, () => allOf([known(addresses.length > 0), ...judged.map((each) => each.fits)])),
    owners: judged.map(({ owners }) => owners),
  };
}

/** The addresses of a private endpoint that stand for hosts. */
export function addressesFor(
  endpoint: PrivateEndpoint,
  isHost: (host: string) => boolean,
): Fact<readonly string[]> {
  return map(endpoint.addresses(), (addresses) =>
    addresses.filter((each) => each.names.some(isHost)).map(({ address }) => address),
  );
}

function ownerOf(client: Connection, address: string, isHost: (host: string) => boolean): AddressOwner {
  const mayBeClient = map(
    client.attribution(),
    (attribution) => attribution === 'inbound' || attribution === 'unattributed',
  );
  const owner = client.privateEndpoint();
  const network = chain(owner, (value) => value.virtualNetwork());
  const has = allOf([
    client.isApproved(),
    mayBeClient,
    chain(owner, (value) =>
      map(addressesFor(value, isHost), (own) => own.some((each) => sameAddress(each, address))),
    ),
  ]);
  return { has, fits: allOf([has, chain(network, (value) => value.contains(address))]), network };
}
