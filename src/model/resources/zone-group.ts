import { flat, type Listing, listingOf } from '../algebra/fact.js';
import { ZONE_CONFIG, ZONE_GROUP } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';

/** A private DNS zone that a zone group names. */
export interface NamedZone {
  readonly zoneId: string;
  /** What the zone group says of it. */
  readonly config: Resource;
}

/** The private DNS zones that a zone group of a private endpoint names. */
export function zonesNamedIn(group: Resource): Listing<NamedZone> {
  return listingOf(group.read(ZONE_GROUP.configs), (configs) =>
    flat({ items: configs, gaps: [] }, (body): Listing<NamedZone> => {
      const config = group.part(group.id, body);
      return listingOf(config.read(ZONE_CONFIG.zoneId), (zoneId) => ({
        items: zoneId === null ? [] : [{ zoneId, config }],
        gaps: [],
      }));
    }),
  );
}
