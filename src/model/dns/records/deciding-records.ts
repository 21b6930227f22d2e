import { sameId } from '../../../arm/resource-id.js';
import {
  allIn,
  allOf,
  anyIn,
  anyOf,
  certain,
  chain,
  concat,
  type Fact,
  flat,
  known,
  type Listing,
  listingOf,
  not,
} from '../../algebra/fact.js';
import { servedEndpoints } from '../../ownership/served.js';
import type { Endpoint } from '../../resources/endpoint.js';
import type { PrivateDnsZone, ZoneRecord } from '../../resources/private-dns-zone.js';
import type { PrivateEndpoint } from '../../resources/private-endpoint.js';
import type { Workspace } from '../../resources/workspace.js';
import { type InferenceNames, isInferenceRecord, ownRecord } from '../names/inference-names.js';
import { type ApiZone, apiZones } from '../zones/api-zones.js';
import { type HostRecord, hostRecords } from '../zones/host-zones.js';

/** A record that may decide to which address an online endpoint's scoring requests go. */
export interface DecidingRecord {
  readonly zone: PrivateDnsZone;
  readonly record: ZoneRecord;
  readonly decides: Fact<boolean>;
}

/**
 * The records that decide where the scoring requests of a workspace go, in the networks in which the zones of one of
 * its private endpoints answer.
 */
export function decidingRecords(
  workspace: Workspace,
  endpoint: PrivateEndpoint,
  names: InferenceNames,
): Listing<DecidingRecord> {
  const zones = apiZones(endpoint, names);
  const answering = listingOf(zones, (listing) => ({ items: listing?.items ?? [], gaps: [] }));
  return concat([
    flat(answering, ({ zone }) => apiRecords(workspace, zone, names)),
    byHand(workspace, endpoint, names, zones),
  ]);
}

/** The wildcard of an api zone and the records of single endpoints: these decide in its place. */
function apiRecords(
  workspace: Workspace,
  zone: PrivateDnsZone,
  names: InferenceNames,
): Listing<DecidingRecord> {
  const { items, gaps } = zone.records();
  const endpoints = servedEndpoints(workspace);
  const records = items.flatMap((record): DecidingRecord[] => {
    if (record.name === names.wildcard) {
      return [{ zone, record, decides: wildcardDecides(workspace, zone, names) }];
    }
    if (!isInferenceRecord(names, record.name)) return [];
    const decides = anyIn(endpoints, (endpoint) =>
      allOf([known(ownRecord(names, endpoint) === record.name), not(endpoint.isKubernetes())]),
    );
    return [{ zone, record, decides }];
  });
  return { items: records, gaps };
}

/** The wildcard decides unless every endpoint is closed and has a record of its own. */
function wildcardDecides(workspace: Workspace, zone: PrivateDnsZone, names: InferenceNames): Fact<boolean> {
  const endpoints = servedEndpoints(workspace);
  const isOwn = ({ name }: ZoneRecord) => isInferenceRecord(names, name) && name !== names.wildcard;
  const nobodyHasOwn = allIn(zone.records(), (record) => known(!isOwn(record)));
  if (certain(nobodyHasOwn)) return nobodyHasOwn;
  const hasOwn = (endpoint: Endpoint) =>
    allOf([endpoint.isClosed(), zone.hasRecord(ownRecord(names, endpoint))]);
  return anyOf([
    nobodyHasOwn,
    anyIn(endpoints, (endpoint) => allOf([not(endpoint.isKubernetes()), not(hasOwn(endpoint))])),
    allIn(endpoints, (endpoint) => endpoint.isKubernetes()),
  ]);
}

/**
 * Records of zones named as scoring hosts. That of a single host is its endpoint's; a wildcard speaks for every
 * workspace of the region, so it decides only where the private endpoint's own network asks it, or nothing else does.
 */
function byHand(
  workspace: Workspace,
  endpoint: PrivateEndpoint,
  names: InferenceNames,
  zones: Fact<Listing<ApiZone> | null>,
): Listing<DecidingRecord> {
  const listing = hostRecords(workspace, names);
  const apiZoneAnswers = chain(zones, (found) =>
    found === null ? known(false) : anyIn(found, ({ zone }) => zone.hasRecord(names.wildcard)),
  );
  const decides = ({ zone, record }: HostRecord): Fact<boolean> => {
    if (!record.name.startsWith('*')) return known(true);
    const isHere = chain(endpoint.virtualNetwork(), (network) =>
      zone.isLinkedTo((other) => known(sameId(other.id, network.id))),
    );
    return anyOf([isHere, not(apiZoneAnswers)]);
  };
  const records = new Map<string, DecidingRecord>();
  for (const each of listing.items) {
    records.set(each.record.id, { zone: each.zone, record: each.record, decides: decides(each) });
  }
  return { items: [...records.values()], gaps: listing.gaps };
}
