import { complete, type Fact, known, map } from '../../algebra/fact.js';
import type { PrivateDnsZone, ZoneRecord } from '../../resources/private-dns-zone.js';

/** The name of the record at the top of a zone. */
const APEX = '@';

/**
 * The A record by which a zone answers for a host: its own, or the wildcard at the closest name above it that exists
 * (RFC 4592). Record sets of other types are not read and not seen.
 * @param host lower case, in the zone or equal to its name
 * @returns null when the zone has no answer
 */
export function lookUp(zone: PrivateDnsZone, host: string): Fact<ZoneRecord | null> {
  const relative = host === zone.name ? APEX : host.slice(0, -zone.name.length - 1);
  const listing = zone.records();
  const exact = listing.items.find((record) => record.name === relative);
  if (exact !== undefined) return known(exact);
  return map(complete(listing), (records) => {
    if (relative === APEX) return null;
    const source = wildcardFor(relative, existingNames(records));
    return records.find((record) => record.name === source) ?? null;
  });
}

/** Every name that exists because of the records: their own and all above them. */
function existingNames(records: readonly ZoneRecord[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name } of records) {
    const labels = name.split('.');
    for (let start = 0; start < labels.length; start++) names.add(labels.slice(start).join('.'));
  }
  return names;
}

function wildcardFor(relative: string, existing: ReadonlySet<string>): string {
  const labels = relative.split('.');
  for (let start = 1; start < labels.length; start++) {
    const above = labels.slice(start).join('.');
    if (existing.has(above)) return `*.${above}`;
  }
  return '*';
}
