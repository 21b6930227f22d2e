import ipaddr from 'ipaddr.js';

/**
 * The one spelling of an IP address, so that two of them compare equal.
 * @returns null for a text that is no address (`10.1` and `0x0a000001` are none: ARM writes four decimal parts)
 */
export function canonicalAddress(text: string): string | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text).toString();
  return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text).toNormalizedString() : null;
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
  if (canonicalAddress(address) === null) return false;
  const candidate = ipaddr.parse(address);
  return candidate.kind() === parsed[0].kind() && candidate.match(parsed);
}

/**
 * How many leading bits a range in CIDR notation fixes: the fewer, the wider it is. An address alone is the narrowest.
 * @returns null for a text that is neither
 */
export function prefixLength(range: string): number | null {
  const parsed = parseRange(range);
  if (parsed !== null) return parsed[1];
  const address = canonicalAddress(range);
  return address === null ? null : address.includes(':') ? 128 : 32;
}

function parseRange(range: string): ReturnType<typeof ipaddr.parseCIDR> | null {
  const isRange = ipaddr.IPv4.isValidCIDRFourPartDecimal(range) || ipaddr.IPv6.isValidCIDR(range);
  return isRange ? ipaddr.parseCIDR(range) : null;
}
