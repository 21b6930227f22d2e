import type { Property } from '../../arm/property.js';
import type { JsonObject } from '../../json.js';
import {
  anyOf,
  chain,
  complete,
  concat,
  type Fact,
  known,
  type Listing,
  listingOf,
  map,
  selected,
  unread,
} from '../algebra/fact.js';
import { IP_RULE } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';
import { addressIn, isInRange, prefixLength } from './ip-address.js';

/** Whether a service takes requests from public networks. */
export type Access = 'open' | 'closed';

type AccessProperties = {
  readonly publicNetworkAccess: Property<'Enabled' | 'Disabled'>;
  readonly defaultAction: Property<'Allow' | 'Deny'>;
};

/** What `publicNetworkAccess` says of a service. */
export function accessOf(resource: Fact<Resource>, properties: AccessProperties): Fact<Access> {
  return chain(resource, (body) =>
    map(body.read(properties.publicNetworkAccess), (access) => (access === 'Enabled' ? 'open' : 'closed')),
  );
}

/** Restricted: closed to public networks, or a firewall whose default action is Deny. */
export function isRestricted(resource: Fact<Resource>, properties: AccessProperties): Fact<boolean> {
  return chain(resource, (body) =>
    anyOf([
      map(body.read(properties.publicNetworkAccess), (access) => access === 'Disabled'),
      map(body.read(properties.defaultAction), (action) => action === 'Deny'),
    ]),
  );
}

/** The property that makes a service restricted, for evidence: the closed flag before the firewall. */
export function restriction(
  resource: Resource,
  properties: AccessProperties,
): { readonly path: string; readonly actual: string } {
  const access = resource.read(properties.publicNetworkAccess);
  const property =
    access.known && access.value === 'Disabled' ? properties.publicNetworkAccess : properties.defaultAction;
  return { path: property.path, actual: resource.raw(property) };
}

/** The properties that tell from which public networks a service takes requests. */
export type ReachProperties = AccessProperties & {
  readonly ipRules: Property<readonly JsonObject[]>;
  /** Where a service keeps addresses of IPv6 apart. */
  readonly ipv6Rules?: Property<readonly JsonObject[]>;
};

/**
 * From which public networks a service takes requests:
 * - `closed`: from none;
 * - `selected`: from those that its firewall lists;
 * - `wide`: from those that its firewall lists, and they hold more addresses than a /8: a firewall in name alone;
 * - `all`: from every network.
 */
export type PublicReach = 'closed' | 'selected' | 'wide' | 'all';

/** How much of all addresses a /8 holds. */
const WIDE = 2 ** -8;

/** From which public networks a service takes requests. A rule that is no range may hide how wide they are. */
export function publicReach(resource: Fact<Resource>, properties: ReachProperties): Fact<PublicReach> {
  return chain(resource, (body) =>
    chain(body.read(properties.publicNetworkAccess), (access): Fact<PublicReach> => {
      if (access === 'Disabled') return known('closed');
      return chain(body.read(properties.defaultAction), (action): Fact<PublicReach> => {
        if (action === 'Allow') return known('all');
        const ranges = allowedRanges(body, properties);
        if (isWide(ranges.items)) return known('wide');
        return map(complete(ranges), () => 'selected');
      });
    }),
  );
}

/** The addresses and ranges that the firewall of a service lets in; gaps for what is neither. */
export function allowedRanges(body: Resource, { ipRules, ipv6Rules }: ReachProperties): Listing<string> {
  const lists = ipv6Rules === undefined ? [ipRules] : [ipRules, ipv6Rules];
  return concat(
    lists.map((property) =>
      listingOf(body.read(property), (rules) => {
        const values = rules.map((rule) => {
          const part = body.part(body.id, rule);
          return chain(part.read(IP_RULE.value), (value): Fact<string> => {
            if (value !== null && prefixLength(value) !== null) return known(value);
            const detail = `${property.path} holds ${part.raw(IP_RULE.value)}; isocheck knows addresses and ranges in CIDR notation`;
            return unread(body.gap('unsupported', detail));
          });
        });
        return selectedValues(values);
      }),
    ),
  );
}

function selectedValues(facts: readonly Fact<string>[]): Listing<string> {
  const values = selected({ items: facts, gaps: [] }, (fact) => map(fact, () => true));
  return { items: values.items.flatMap((fact) => (fact.known ? [fact.value] : [])), gaps: values.gaps };
}

/** Whether ranges together hold a larger part of all addresses, of either IP version, than a /8. */
function isWide(ranges: readonly string[]): boolean {
  return [false, true].some((isVersion6) => {
    const ofVersion = ranges.filter((range) => range.includes(':') === isVersion6);
    if (ofVersion.reduce((sum, range) => sum + shareOf(range), 0) <= WIDE) return false;
    return distinctRanges(ofVersion).reduce((sum, range) => sum + shareOf(range), 0) > WIDE;
  });
}

function shareOf(range: string): number {
  return 2 ** -(prefixLength(range) ?? Number.POSITIVE_INFINITY);
}

/** Without those that lie in another one: of two ranges in CIDR notation one holds the other, or they share nothing. */
function distinctRanges(ranges: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const range of [...ranges].sort((first, second) => shareOf(second) - shareOf(first))) {
    if (!kept.some((wider) => wider === range || isInRange(addressIn(range), wider) === true))
      kept.push(range);
  }
  return kept;
}
