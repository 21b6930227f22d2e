import { READS } from '../../../arm/reads.js';
import { parseResourceId, sameId } from '../../../arm/resource-id.js';
import {
  allOf,
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
} from '../../algebra/fact.js';
import type { PrivateDnsZone } from '../../resources/private-dns-zone.js';
import type { PrivateEndpoint } from '../../resources/private-endpoint.js';
import { type GroupZone, groupZoneHolds, groupZonesOf } from './zone-group.js';
import { zoneLists, zoneSearchGaps, zonesByName } from './zone-search.js';

/** What to look for: the zones of one name, and the records that only the private endpoint's workspace has there. */
export interface ZoneSearch {
  /** Name of the zone, lower case. */
  readonly name: string;
  /** Tells by its name (lower case, relative to the zone) whether a record is one of the workspace's. */
  readonly isOwn: (record: string) => boolean;
}

/** A zone that answers for a private endpoint. */
export interface AnsweringZone {
  readonly zone: PrivateDnsZone;
  /** The zone group that names it; null where its links show it. */
  readonly group: GroupZone | null;
}

/**
 * The zones of a name that answer for a private endpoint: those that its zone group names; without one, the one that is
 * linked to its network (Azure links a network to no more than one zone of a name); without one, those linked
 * elsewhere that hold records of the workspace or answer in a peered network.
 * @returns null when the search found none: the zone may lie where nobody looked
 */
export function answeringZones(
  endpoint: PrivateEndpoint,
  search: ZoneSearch,
): Fact<Listing<AnsweringZone> | null> {
  return chain(complete(groupZonesOf(endpoint)), (groupZones) => {
    const named = groupZones.filter(({ zone }) => zone.name === search.name);
    if (named.length === 0) return linkedZones(endpoint, search);
    return known({ items: named.map((group) => ({ zone: group.zone, group })), gaps: [] });
  });
}

/**
 * Whether an answering zone holds an A record.
 * @param isWanted tells by its name (lower case, relative to the zone) whether a record is the one
 * @param others what the groups of the workspace's other private endpoints keep records in
 */
export function zoneHolds(
  { zone, group }: AnsweringZone,
  isWanted: (record: string) => boolean,
  others: Listing<GroupZone>,
): Fact<boolean> {
  return group === null ? zone.holds(isWanted) : groupZoneHolds(group, isWanted, others);
}

/** Every zone of a name that the snapshot speaks of. */
export function zonesCalled(endpoint: PrivateEndpoint, name: string): readonly PrivateDnsZone[] {
  return zonesByName(endpoint.model).get(name) ?? [];
}

function linkedZones(
  endpoint: PrivateEndpoint,
  { name, isOwn }: ZoneSearch,
): Fact<Listing<AnsweringZone> | null> {
  const zones: Listing<PrivateDnsZone> = { items: zonesCalled(endpoint, name), gaps: [] };
  const network = endpoint.virtualNetwork();
  const here = selected(zones, (zone) =>
    zone.isLinkedTo((other) => map(network, ({ id }) => sameId(id, other.id))),
  );
  if (here.items.length > 0) return known({ items: here.items.map(byLink), gaps: [] });
  if (zones.items.length === 0) return known(null);
  // The one that is linked here may be among those that nobody found.
  const [gap, ...more] = [...here.gaps, ...zoneSearchGaps(endpoint.model)];
  if (gap !== undefined) return unread(gap, ...more);
  const elsewhere = select(zones, (zone) =>
    allOf([
      zone.isLinked(),
      anyOf([zone.holds(isOwn), zone.isLinkedTo((other) => chain(network, (own) => own.reaches(other)))]),
    ]),
  );
  return map(elsewhere, (items) => (items.length === 0 ? null : { items: items.map(byLink), gaps: [] }));
}

function byLink(zone: PrivateDnsZone): AnsweringZone {
  return { zone, group: null };
}

/**
 * The gap for a zone that nobody found. It names the subscriptions whose zones were listed: that Resource Graph
 * knows of none proves nothing, since it hides what one may not read.
 */
export function noZone(endpoint: PrivateEndpoint, name: string): Unread {
  const lists = [...zoneLists(endpoint.model)];
  const searched = lists.filter(([, list]) => list.gaps.length === 0).map(([subscription]) => subscription);
  const idle = zonesCalled(endpoint, name).filter((zone) => certain(not(zone.isLinked())));
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
      scope: name,
      operation: READS.privateDnsZone.operation,
      reason: 'not-found',
      detail: details.join('; '),
    },
    ...zoneSearchGaps(endpoint.model),
  );
}
