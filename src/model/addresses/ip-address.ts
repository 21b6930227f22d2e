import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.parse>;

/**
 * Reads an IP address. Each version is tried by its own name: `ipaddr.parse` tries the rarer one first.
 * @returns null for a text that is no address (`10.1` and `0x0a000001` are none: ARM writes four decimal parts)
 */
function parseAddress(text: string): Address | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : null;
}

/**
 * The one spelling of an IP address, so that two of them compare equal.
 * @returns null for a text that is no address (`10.1` and `0x0a000001` are none: ARM writes four decimal parts)
 */
export function canonicalAddress(text: string): string | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text).toString();
  return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text).toNormalizedString() : null;
}

/** The address of a range in CIDR notation. ARM may write an address as a range of one: `10.0.0.4/32`. */
export function addressIn(range: string): string {
  return range.split('/')[0] ?? range;
}

/** Tells whether two texts name the same address; what is no address is only the same as itself. */
export function sameAddress(first: string, second: string): boolean {
  return first === second || (canonicalAddress(first) ?? first) === (canonicalAddress(second) ?? second);
}

/**
 * Tells whether an address lies in a range.
 * @param range in CIDR notation: `10.20.0.0/16`
 * @returns null when the range is none; false for a text that is no address, and for one of the other IP version
 */
export function isInRange(address: string, range: string): boolean | null {
  const parsed = parseRange(range);
  if (parsed === null) return null;
  const candidate = parseAddress(address);
  return candidate !== null && candidate.kind() === parsed[0].kind() && candidate.match(parsed);
}

/**
 * How many leading bits a range in CIDR notation fixes: the fewer, the wider it is. An address alone is the narrowest.
 * @returns null for a text that is neither
 */
export function prefixLength(range: string): number | null {
  return parseRangeOrAddress(range)?.[1] ?? null;
}

/**
 * Reads a range in CIDR notation, or an address as a range of one: its address and how many leading bits it fixes.
 * @returns null for a text that is neither
 */
export function parseRangeOrAddress(text: string): [address: Address, bits: number] | null {
  const range = parseRange(text);
  if (range !== null) return range;
  const address = parseAddress(text);
  return address === null ? null : [address, address.kind() === 'ipv6' ? 128 : 32];
}

function parseRange(range: string): ReturnType<typeof ipaddr.parseCIDR> | null {
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(range)) return ipaddr.IPv4.parseCIDR(range);
  return ipaddr.IPv6.isValidCIDR(range) ? ipaddr.IPv6.parseCIDR(range) : null;
}
