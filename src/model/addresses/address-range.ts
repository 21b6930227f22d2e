import { parseRangeOrAddress } from './ip-address.js';

/** How much of one thing lies in another. */
export type Coverage = 'all' | 'part' | 'none';

/** What a range of addresses is good for: `mixed` holds public addresses beside private or reserved ones. */
export type RangeKind = 'public' | 'private' | 'reserved' | 'mixed' | 'ipv6';

type Range = NonNullable<ReturnType<typeof parseRangeOrAddress>>;

/**
 * Ranges of IPv4 that no public address lies in (IANA's special-purpose registry, RFC 6890, with multicast): private
 * ones, and those reserved for other uses, examples in documentation included.
 */
const SPECIAL_RANGES: readonly (readonly [range: string, kind: 'private' | 'reserved'])[] = [
  ['0.0.0.0/8', 'reserved'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'reserved'],
  ['127.0.0.0/8', 'reserved'],
  ['169.254.0.0/16', 'reserved'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'reserved'],
  ['192.0.2.0/24', 'reserved'],
  ['192.168.0.0/16', 'private'],
  ['198.18.0.0/15', 'reserved'],
  ['198.51.100.0/24', 'reserved'],
  ['203.0.113.0/24', 'reserved'],
  ['224.0.0.0/4', 'reserved'],
  ['240.0.0.0/4', 'reserved'],
];

/**
 * How much of a range lies in another one. Both in CIDR notation; an address alone is a range of one.
 * @returns null where one of the two is neither
 */
export function coverage(outer: string, inner: string): Coverage | null {
  const [whole, part] = [parseRangeOrAddress(outer), parseRangeOrAddress(inner)];
  if (whole === null || part === null) return null;
  if (isInside(part, whole)) return 'all';
  return isInside(whole, part) ? 'part' : 'none';
}

/**
 * What the addresses of a range are good for.
 * @returns null for a text that is neither a range nor an address
 */
export function kindOfRange(text: string): RangeKind | null {
  const range = parseRangeOrAddress(text);
  if (range === null) return null;
  if (range[0].kind() === 'ipv6') return 'ipv6';
  let kind: RangeKind = 'public';
  for (const [special, its] of SPECIAL_RANGES) {
    const covered = coverage(special, text);
    if (covered === 'all') return its;
    if (covered === 'part') kind = 'mixed';
  }
  return kind;
}

function isInside(inner: Range, outer: Range): boolean {
  const [address, bits] = inner;
  return address.kind() === outer[0].kind() && bits >= outer[1] && address.match(outer);
}
