import { READS } from '../../snapshot/reads.js';
import {
  allOf,
  anyIn,
  anyOf,
  certain,
  chain,
  complete,
  type Fact,
  known,
  type Listing,
  map,
  not,
  select,
  selected,
  type Unread,
  unread,
} from '../fact.js';
import type { PrivateDnsZone } from '../private-dns-zone.js';
import type { PrivateEndpoint } from '../private-endpoint.js';
import { parseResourceId, sameId } from '../resource-id.js';
import { type InferenceNames, isInferenceRecord } from './inference-names.js';
import { type GroupZone, groupZoneHolds, zonesOfGroups } from './zone-group.js';

/** An api zone that answers for a private endpoint. */
export interface ApiZone {
  readonly zone: PrivateDnsZone;
  /** The zone group that names it; null where its links show it. */
  readonly group: GroupZone | null;
}

/**
 * The api zones that answer for a private endpoint: those that its zone group names; without one, the one that is
 * linked to its network (Azure links a network to no more than one zone of a name); without one, those linked
 * elsewhere that hold records of the workspace or answer in a peered network.
 * @returns null when the search found none: the zone may lie where nobody looked
 */
export function apiZones(endpoint: PrivateEndpoint, names: InferenceNames): Fact<Listing<ApiZone> | null> {
  return chain(complete(zonesOfGroups(endpoint)), (groupZones) => {
    const named = groupZones.filter(({ zone }) => zone.name === names.apiZone);
    if (named.length === 0) return linkedZones(endpoint, names);
    return known({ items: named.map((group) => ({ zone: group.zone, group })), gaps: [] });
  });
}

/**
 * Whether an api zone holds an A record.
 * @param others what the groups of the workspace's other private endpoints keep records in
 */
export function apiZoneHolds(
  { zone, group }: ApiZone,
  record: string,
  others: Listing<GroupZone>,
): Fact<boolean> {
  return group === null ? zone.hasRecord(record) : groupZoneHolds(group, record, others);
}

/** Every zone of the api zone's name that the snapshot speaks of. */
export function candidates(endpoint: PrivateEndpoint, names: InferenceNames): readonly PrivateDnsZone[] {
  return endpoint.model.zonesByName().get(names.apiZone) ?? [];
}

/** Whether a zone holds a record that only this workspace has: its GUID stands in it. */
export function speaksOf(zone: PrivateDnsZone, names: InferenceNames): Fact<boolean> {
  return anyIn(zone.records(), (record) => known(isInferenceRecord(names, record.name)));
}

function linkedZones(endpoint: PrivateEndpoint, names: InferenceNames): Fact<Listing<ApiZone> | null> {
  const zones: Listing<PrivateDnsZone> = { items: candidates(endpoint, names), gaps: [] };
  const network = endpoint.virtualNetwork();
  const here = selected(zones, (zone) =>
    zone.isLinkedTo((other) => map(network, ({ id }) => sameId(id, other.id))),
  );
  if (here.items.length > 0) return known({ items: here.items.map(byLink), gaps: [] });
  if (zones.items.length === 0) return known(null);
  // The one that is linked here may be among those that nobody found.
  const [gap, ...more] = [...here.gaps, ...endpoint.model.zoneSearchGaps()];
  if (gap !== undefined) return unread(gap, ...more);
  const elsewhere = select(zones, (zone) =>
    allOf([
      zone.isLinked(),
      anyOf([speaksOf(zone, names), zone.isLinkedTo((other) => chain(network, (own) => own.reaches(other)))]),
    ]),
  );
  return map(elsewhere, (items) => (items.length === 0 ? null : { items: items.map(byLink), gaps: [] }));
}

function byLink(zone: PrivateDnsZone): ApiZone {
  return { zone, group: null };
}

/**
 * The gap for an api zone that nobody found. It names the subscriptions whose zones were listed: that Resource Graph
 * knows of none proves nothing, since it hides what one may not read.
 */
export function noApiZone(endpoint: PrivateEndpoint, names: InferenceNames): Unread {
  const lists = [...endpoint.model.zoneLists()];
  const searched = lists.filter(([, list]) => list.gaps.length === 0).map(([subscription]) => subscription);
  const idle = candidates(endpoint, names).filter((zone) => certain(not(zone.isLinked())));
  const details = [
    `${endpoint.name} has no zone group that names such a zone`,
    searched.length === 0
      ? 'the zones of no subscription were listed'
      : `none that answers for it was found in the subscriptions searched: ${searched.sort().join(', ')}`,
    ...idle.map(
      ({ id }) => `the one in resource group ${parseResourceId(id)?.group} is linked to no network`,
    ),
  ];
  return unread(
    {
      scope: names.apiZone,
      operation: READS.privateDnsZone.operation,
      reason: 'not-found',
      detail: details.join('; '),
    },
    ...endpoint.model.zoneSearchGaps(),
  );
}
