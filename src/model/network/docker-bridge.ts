import { coverage } from '../addresses/address-range.js';
import {
  chain,
  type Fact,
  flat,
  found,
  known,
  type Listing,
  listingOf,
  selected,
  unread,
} from '../algebra/fact.js';
import { SUBNET } from '../arm-properties/index.js';
import { type Subnet, subnetsOf } from '../resources/subnet.js';
import type { VirtualNetwork } from '../resources/virtual-network.js';

/**
 * The range of Docker's bridge on every compute: addresses of a virtual network in it can't be reached from there
 * (learn.microsoft.com/azure/machine-learning/how-to-configure-private-link, reviewed 2026-11-24).
 */
export const DOCKER_BRIDGE = '172.17.0.0/16';

/** A range of a subnet. */
export interface SubnetRange {
  readonly subnet: Subnet;
  readonly prefix: string;
}

/** The ranges of a network's subnets that share addresses with Docker's bridge. */
export function subnetsOnDockerBridge(network: VirtualNetwork): Fact<readonly SubnetRange[]> {
  return found(selected(flat(subnetsOf(network), rangesOf), isOnDockerBridge));
}

function rangesOf(subnet: Subnet): Listing<SubnetRange> {
  return listingOf(subnet.addressPrefixes(), (prefixes) => ({
    items: prefixes.map((prefix) => ({ subnet, prefix })),
    gaps: [],
  }));
}

function isOnDockerBridge({ subnet, prefix }: SubnetRange): Fact<boolean> {
  const shared = coverage(DOCKER_BRIDGE, prefix);
  if (shared !== null) return known(shared !== 'none');
  return chain(subnet.resource, (resource) =>
    unread(
      resource.gap('unsupported', `${SUBNET.addressPrefix.path} is ${prefix}; isocheck knows CIDR ranges`),
    ),
  );
}
