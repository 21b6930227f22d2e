import { type Coverage, coverage, kindOfRange } from '../addresses/address-range.js';

/**
 * One side of some traffic: tells how much of it an address prefix of a security rule covers. What a prefix covers
 * can't always be told; then it is a part.
 */
export type TrafficSide = (prefix: string) => Coverage;

/** Prefixes that hold every address. */
const EVERYWHERE: readonly string[] = ['*', 'any', '0.0.0.0/0'];

/** A service tag: a word, perhaps with a part of the service or a region. */
const TAG = /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/;

/**
 * A part of a virtual network: a subnet.
 * @param ranges its own, in CIDR notation
 */
export function rangesSide(ranges: readonly string[]): TrafficSide {
  return (prefix) => {
    if (isOneOf(prefix, [...EVERYWHERE, 'virtualnetwork'])) return 'all';
    // Every other tag stands for public addresses of a service.
    if (TAG.test(prefix)) return 'none';
    const covered = ranges.map((range) => coverage(prefix, range));
    if (covered.every((each) => each === 'all')) return 'all';
    return covered.every((each) => each === 'none') ? 'none' : 'part';
  };
}

/**
 * All that the tag VirtualNetwork stands for: the network's own addresses, those of its peers and of what is
 * connected to it by a gateway, of which nobody but Azure knows the whole
 * (learn.microsoft.com/azure/virtual-network/service-tags-overview, reviewed 2026-11-24).
 * @param ranges the network's own, in CIDR notation
 */
export function virtualNetworkSide(ranges: readonly string[]): TrafficSide {
  return (prefix) => {
    if (isOneOf(prefix, [...EVERYWHERE, 'virtualnetwork'])) return 'all';
    if (TAG.test(prefix)) return 'none';
    const kind = kindOfRange(prefix);
    if (kind === 'ipv6') return 'none';
    return kind === 'public' && ranges.every((range) => coverage(prefix, range) === 'none') ? 'none' : 'part';
  };
}

/**
 * The public addresses of a service of Azure, all of which lie in the tags Internet and AzureCloud too.
 * @param tag `AzureResourceManager`
 * @param region of the only part of the service that counts, where it has one for each region: `eastus`
 */
export function serviceSide(tag: string, region: string | null): TrafficSide {
  const whole = [...EVERYWHERE, 'internet', 'azurecloud', tag.toLowerCase()];
  const ofRegion = region === null ? [] : [`${tag}.${region}`.toLowerCase(), `azurecloud.${region}`];
  const service = tag.toLowerCase().split('.')[0];
  return (prefix) => {
    if (isOneOf(prefix, [...whole, ...ofRegion])) return 'all';
    if (TAG.test(prefix)) {
      const other = prefix.toLowerCase().split('.')[0];
      return other === service || other === 'azurecloud' ? 'part' : 'none';
    }
    const kind = kindOfRange(prefix);
    return kind === 'private' || kind === 'reserved' || kind === 'ipv6' ? 'none' : 'part';
  };
}

function isOneOf(prefix: string, known: readonly string[]): boolean {
  return known.includes(prefix.toLowerCase());
}
