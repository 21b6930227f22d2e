import { canonicalAddress } from '../../addresses/ip-address.js';
import { derived } from '../../algebra/derived.js';
import {
  allOf,
  anyIn,
  certain,
  chain,
  type Fact,
  flat,
  found,
  known,
  type Listing,
  listingOf,
  map,
  not,
  selected,
  unread,
} from '../../algebra/fact.js';
import type { Model } from '../../bodies/model.js';
import { privateAddressesOf } from '../../connections/private-addresses.js';
import { ownersIn } from '../../ownership/owners.js';
import type { PrivateDnsZone, ZoneRecord } from '../../resources/private-dns-zone.js';
import type { Workspace } from '../../resources/workspace.js';
import { whereabouts } from '../names/inference-names.js';
import type { JudgedRecord } from './record-addresses.js';

/** Something that may be the GUID of a workspace. */
const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** A record of a workspace with an address that none of its private endpoints has. */
export interface StaleRecord {
  readonly workspace: Workspace;
  /** Its strangers are those addresses. */
  readonly record: JudgedRecord;
}

/** The workspaces that were read, by their GUID (lower case), and what keeps more of them from being known. */
export interface OwnersByGuid {
  readonly owners: ReadonlyMap<string, Workspace>;
  readonly gaps: Listing<Workspace>['gaps'];
}

/** Sorts the workspaces of a model by the GUID that stands in their DNS names. */
export const ownersByGuid = derived((model: Model): OwnersByGuid => {
  const owners = new Map<string, Workspace>();
  const { gaps } = flat({ items: ownersIn(model), gaps: [] }, (workspace) =>
    listingOf(whereabouts(workspace), ({ guid }) => {
      owners.set(guid, workspace);
      return { items: [], gaps: [] };
    }),
  );
  return { owners, gaps };
});

/** Whether a zone holds a record in whose name the GUID of a workspace stands that was read. */
export function speaksOfWorkspaces(zone: PrivateDnsZone): Fact<boolean> {
  return anyIn(zone.records(), (record) => map(ownerOf(zone, record), (workspace) => workspace !== null));
}

/** The records of workspaces that were read, with addresses that none of their private endpoints has. */
export function staleRecords(zone: PrivateDnsZone): Fact<readonly StaleRecord[]> {
  const judged = flat(zone.records(), (record) =>
    listingOf(ownerOf(zone, record), (workspace) => ({
      items: workspace === null ? [] : [judge(zone, record, workspace)],
      gaps: [],
    })),
  );
  return map(found(selected(judged, ({ isStale }) => isStale)), (stale) =>
    stale.map(({ workspace, record }) => ({ workspace, record })),
  );
}

/** The workspace whose GUID stands in a record's name; null for none that was read. */
function ownerOf({ model }: PrivateDnsZone, { name }: ZoneRecord): Fact<Workspace | null> {
  const guids = name.match(GUID) ?? [];
  const { owners, gaps } = ownersByGuid(model);
  const owner = guids.map((guid) => owners.get(guid)).find((each) => each !== undefined);
  if (owner !== undefined) return known(owner);
  const [gap, ...more] = guids.length === 0 ? [] : gaps;
  return gap === undefined ? known(null) : unread(gap, ...more);
}

function judge(zone: PrivateDnsZone, { id, name, addresses }: ZoneRecord, workspace: Workspace) {
  const judged = (addresses.known ? addresses.value : []).map((address) => ({
    address,
    outside: null,
    isStranger: not(isPrivateAddress(workspace, canonicalAddress(address) ?? address)),
  }));
  const strangers = judged.filter(({ isStranger }) => certain(isStranger));
  const record: JudgedRecord = {
    zone,
    id,
    name,
    addresses: judged.map(({ address }) => address),
    strangers: strangers.map(({ address, outside }) => ({ address, outside })),
  };
  const isStale = chain(addresses, () => not(allOf(judged.map(({ isStranger }) => not(isStranger)))));
  return { workspace, record, isStale };
}

function isPrivateAddress(workspace: Workspace, address: string): Fact<boolean> {
  const { addresses, gaps } = privateAddressesOf(workspace);
  if (addresses.has(address)) return known(true);
  const [gap, ...more] = gaps;
  return gap === undefined ? known(false) : unread(gap, ...more);
}
