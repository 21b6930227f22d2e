import type { NetworkSecurityGroup } from '../../model/network/network-security-group.js';
import type { SecurityRule } from '../../model/network/security-rule.js';
import type { Subnet } from '../../model/resources/subnet.js';
import type { VirtualNetwork } from '../../model/resources/virtual-network.js';
import { azureCli, inGroupOf } from './azure-cli.js';
import { freeName } from './free-name.js';

/** What the reader has to put in: only the network team knows which addresses are free. */
const FREE_RANGE = '<free range>';

/** Priorities that people may give their rules. */
const [FIRST_PRIORITY, LAST_PRIORITY] = [100, 4096] as const;

/** What a new rule of a network security group lets through, over TCP. */
export interface AllowedTraffic {
  readonly name: string;
  readonly direction: 'Inbound' | 'Outbound';
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  readonly port: number;
}

/** Gives a network these address ranges, and no other. */
export function setAddressSpace(network: VirtualNetwork, ranges: readonly string[]): string {
  return azureCli('az network vnet update', {
    '--name': network.name,
    ...inGroupOf(network.id),
    '--address-prefixes': ranges.length > 0 ? ranges : [FREE_RANGE],
  });
}

/** Makes a subnet beside another one, in a free range that the reader names. */
export function replaceSubnet(subnet: Subnet): string {
  return azureCli('az network vnet subnet create', {
    '--name': `${subnet.name}-2`,
    '--vnet-name': subnet.network.name,
    ...inGroupOf(subnet.network.id),
    '--address-prefixes': FREE_RANGE,
  });
}

/** Adds a free range, which the reader names, to those of a network. */
export function addRange(network: VirtualNetwork): string {
  const prefixes = network.addressPrefixes();
  return setAddressSpace(network, [...(prefixes.known ? prefixes.value : []), FREE_RANGE]);
}

/** Takes network security groups and route tables off the private endpoints of a subnet. */
export function disableNetworkPolicies(subnet: Subnet): string {
  return azureCli('az network vnet subnet update', {
    '--name': subnet.name,
    '--vnet-name': subnet.network.name,
    ...inGroupOf(subnet.network.id),
    '--private-endpoint-network-policies': 'Disabled',
  });
}

/**
 * Adds rules to a network security group, each of which is asked before the one that denies its traffic.
 * @param wanted what is to be let through, with the rule that denies it now
 */
export function allowTraffic(
  group: NetworkSecurityGroup,
  wanted: readonly { readonly traffic: AllowedTraffic; readonly denying: SecurityRule }[],
): string[] {
  const rules = group.rules();
  const taken = new Set((rules.known ? rules.value : []).map(({ priority }) => priority));
  const names = (rules.known ? rules.value : []).map(({ name }) => name);
  return wanted.map(({ traffic, denying }) => {
    const priority = freePriorityBefore(denying, taken);
    if (priority !== null) taken.add(priority);
    return azureCli('az network nsg rule create', {
      '--name': freeName(traffic.name, names),
      '--nsg-name': group.name,
      ...inGroupOf(group.id),
      '--priority': priority === null ? `<priority below ${denying.priority}>` : String(priority),
      '--direction': traffic.direction,
      '--access': 'Allow',
      '--protocol': 'Tcp',
      '--source-address-prefixes': traffic.sources,
      '--source-port-ranges': '*',
      '--destination-address-prefixes': traffic.destinations,
      '--destination-port-ranges': String(traffic.port),
    });
  });
}

/** The highest free number that is asked before a rule; null where all are taken, and people have to make room. */
function freePriorityBefore({ priority: denying }: SecurityRule, taken: ReadonlySet<number>): number | null {
  for (let priority = Math.min(denying - 1, LAST_PRIORITY); priority >= FIRST_PRIORITY; priority--) {
    if (!taken.has(priority)) return priority;
  }
  return null;
}
