import { type Connection, workspaceOf } from '../connection.js';
import {
  all,
  allOf,
  anyIn,
  anyOf,
  both,
  certain,
  chain,
  type Fact,
  known,
  type Listing,
  map,
  not,
  possible,
} from '../fact.js';
import { sameAddress } from '../ip-address.js';
import type { PrivateDnsZone } from '../private-dns-zone.js';
import type { PrivateEndpoint } from '../private-endpoint.js';
import type { VirtualNetwork } from '../virtual-network.js';
import { apiZones, noApiZone } from './api-zones.js';
import { type DecidingRecord, decidingRecords } from './deciding-records.js';
import { type InferenceNames, inferenceNames, isInferenceHost } from './inference-names.js';

/** A record and what its addresses lead to. */
export interface JudgedRecord {
  readonly zone: PrivateDnsZone;
  /** Id of the record set. */
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly string[];
  /** Those that are not an inference address of an Approved inbound connection, within its network's ranges. */
  readonly strangers: readonly Stranger[];
}

export interface Stranger {
  readonly address: string;
  /** The network in whose ranges it does not lie, where one of its private endpoints has it all the same. */
  readonly outside: VirtualNetwork | null;
}

/**
 * Where the records of a workspace's online endpoints lead, seen from one of its private endpoints:
 * - `none`: there is no record that decides;
 * - `wrong`: a record has no address, or one that is no Approved inbound connection's;
 * - `far`: a record has only addresses in networks that are neither this one nor peered with it;
 * - `right`: none of these.
 */
export interface InferenceAddress {
  readonly names: InferenceNames;
  readonly state: 'none' | 'wrong' | 'far' | 'right';
  /** The records that made it so. */
  readonly records: readonly JudgedRecord[];
  /** Whether a far one could be a wrong one: what would tell was not read. */
  readonly mayBeWrong: boolean;
}

/** Where the inference records lead, for a connection whose private endpoint was read. */
export function inferenceAddress(connection: Connection): Fact<InferenceAddress> {
  const workspace = workspaceOf(connection);
  return chain(both(inferenceNames(workspace), connection.privateEndpoint()), ([names, endpoint]) => {
    const deciding = decidingRecords(workspace, endpoint, names);
    const clients = workspace.clientConnections();
    const judged: Listing<Verdict> = {
      items: deciding.items.map((each) => verdictOf(each, clients, endpoint, names)),
      gaps: deciding.gaps,
    };
    const wrong = anyIn(judged, (each) => each.wrong);
    const far = anyIn(judged, (each) => each.far);
    if (certain(wrong)) return known(outcome('wrong', judged, names, (each) => each.wrong));
    if (certain(far)) {
      const leading = outcome('far', judged, names, (each) => each.far);
      return known({ ...leading, mayBeWrong: possible(wrong) });
    }
    const anyDecides = anyIn(judged, (each) => each.decides);
    return chain(all([wrong, far, anyDecides]), ([, , decided]): Fact<InferenceAddress> => {
      const right = outcome('right', judged, names, (each) => each.decides);
      if (decided === true) return known(right);
      return chain(apiZones(endpoint, names), (zones) =>
        zones === null ? noApiZone(endpoint, names) : known({ ...right, state: 'none' }),
      );
    });
  });
}

/** The addresses at which a private endpoint takes scoring requests: those whose names are scoring hosts. */
export function inferenceAddresses(
  endpoint: PrivateEndpoint,
  names: InferenceNames,
): Fact<readonly string[]> {
  return map(endpoint.addresses(), (addresses) =>
    addresses
      .filter((each) => each.names.some((name) => isInferenceHost(names, name)))
      .map(({ address }) => address),
  );
}

interface Verdict {
  readonly record: JudgedRecord;
  readonly decides: Fact<boolean>;
  /** It decides, and an address does not fit. */
  readonly wrong: Fact<boolean>;
  /** It decides, and no address is in this network or one peered with it. */
  readonly far: Fact<boolean>;
}

function verdictOf(
  { zone, record, decides }: DecidingRecord,
  clients: Listing<Connection>,
  endpoint: PrivateEndpoint,
  names: InferenceNames,
): Verdict {
  const read = record.addresses;
  const addresses = read.known ? read.value : [];
  const judged = addresses.map((address) => {
    const owners = clients.items.map((client) => ownerOf(client, address, endpoint, names));
    const ownersRead = { items: owners, gaps: clients.gaps };
    return {
      address,
      fits: anyIn(ownersRead, ({ fits }) => fits),
      near: anyIn(ownersRead, ({ near }) => near),
      outside: owners.find(({ has, fits }) => certain(has) && certain(not(fits)))?.network ?? null,
    };
  });
  const fits = chain(read, () => allOf([known(addresses.length > 0), ...judged.map((each) => each.fits)]));
  const near = chain(read, () => anyOf(judged.map((each) => each.near)));
  return {
    record: {
      zone,
      id: record.id,
      name: record.name,
      addresses,
      strangers: judged.filter((each) => certain(not(each.fits))),
    },
    decides,
    wrong: allOf([decides, not(fits)]),
    far: allOf([decides, not(near)]),
  };
}

/** Whether an address is the inference address of a client's private endpoint. */
function ownerOf(
  client: Connection,
  address: string,
  endpoint: PrivateEndpoint,
  names: InferenceNames,
): { has: Fact<boolean>; fits: Fact<boolean>; near: Fact<boolean>; network: VirtualNetwork | null } {
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
      map(inferenceAddresses(value, names), (own) => own.some((each) => sameAddress(each, address))),
    ),
  ]);
  const fits = allOf([has, chain(network, (value) => value.contains(address))]);
  const near = allOf([
    fits,
    chain(both(endpoint.virtualNetwork(), network), ([here, there]) => here.reaches(there)),
  ]);
  return { has, fits, near, network: network.known ? network.value : null };
}

function outcome(
  state: InferenceAddress['state'],
  verdicts: Listing<Verdict>,
  names: InferenceNames,
  test: (verdict: Verdict) => Fact<boolean>,
): InferenceAddress {
  const records = verdicts.items.filter((each) => certain(test(each))).map(({ record }) => record);
  return { names, state, records, mayBeWrong: false };
}
