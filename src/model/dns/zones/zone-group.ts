import { derived } from '../../algebra/derived.js';
import {
  all,
  anyIn,
  anyOf,
  both,
  chain,
  type Fact,
  flat,
  known,
  type Listing,
  map,
  unread,
} from '../../algebra/fact.js';
import { ZONE_CONFIG, ZONE_CONFIG_RECORD } from '../../arm-properties/index.js';
import type { Resource } from '../../bodies/resource.js';
import { type PrivateDnsZone, zoneAt } from '../../resources/private-dns-zone.js';
import type { PrivateEndpoint } from '../../resources/private-endpoint.js';
import { zonesNamedIn } from '../../resources/zone-group.js';

/** A private DNS zone in which a zone group keeps the records of its private endpoint. */
export interface GroupZone {
  readonly zone: PrivateDnsZone;
  /** The zone group that names it. */
  readonly group: Resource;
  /** The names of the A records (lower case) that the zone group says it wrote: empty where it could write none. */
  readonly written: Fact<readonly string[]>;
}

/** The zones that the zone groups of a private endpoint name. */
export const groupZonesOf = derived((endpoint: PrivateEndpoint): Listing<GroupZone> => {
  return flat(endpoint.zoneGroups(), (group): Listing<GroupZone> => {
    const { items, gaps } = zonesNamedIn(group);
    const zones = items.map(({ zoneId, config }) => ({
      zone: zoneAt(endpoint.model, zoneId),
      group,
      written: recordNames(config),
    }));
    return { items: zones, gaps };
  });
});

function recordNames(config: Resource): Fact<readonly string[]> {
  return chain(config.read(ZONE_CONFIG.recordSets), (bodies) => {
    if (bodies === null) {
      return unread(config.gap('unsupported', `${ZONE_CONFIG.recordSets.path} is absent`));
    }
    const names = bodies.map((body) => {
      const record = config.part(config.id, body);
      return map(
        both(record.read(ZONE_CONFIG_RECORD.recordType), record.read(ZONE_CONFIG_RECORD.recordSetName)),
        ([type, name]) => (type.toUpperCase() === 'A' && name !== null ? [name.toLowerCase()] : []),
      );
    });
    return map(all(names), (values) => values.flat());
  });
}

/**
 * Whether a zone of a group holds an A record. Where its records were not read, a name that no group wrote is missing
 * all the same; one that a group did write may have been changed since.
 * @param isWanted tells by its name (lower case, relative to the zone) whether a record is the one
 * @param others what the groups of the workspace's other private endpoints keep records in
 */
export function groupZoneHolds(
  groupZone: GroupZone,
  isWanted: (record: string) => boolean,
  others: Listing<GroupZone>,
): Fact<boolean> {
  const { zone } = groupZone;
  const held = zone.holds(isWanted);
  if (held.known) return held;
  const wrote = ({ written }: GroupZone) => map(written, (names) => names.some(isWanted));
  const isWritten = anyOf([
    wrote(groupZone),
    anyIn(others, (other) => (other.zone === zone ? wrote(other) : known(false))),
  ]);
  return chain(isWritten, (written) => (written ? held : known(false)));
}
