import { nameOf, parentOf } from '../../src/arm/resource-id.js';
import { isJsonObject, type JsonObject } from '../../src/json.js';
import type { Estate } from './estate.js';
import type { World } from './world.js';

/** Changes a subnet in the body of its virtual network. */
export function changeSubnet(world: World, subnet: string, change: JsonObject): World {
  const network = parentOf(subnet);
  const { properties } = world.body(network);
  const subnets = isJsonObject(properties) ? properties['subnets'] : [];
  return world.set(
    network,
    'properties.subnets',
    (Array.isArray(subnets) ? subnets : []).map((each) => {
      if (!isJsonObject(each) || each['id'] !== subnet) return each;
      const own = each['properties'];
      return { ...each, properties: { ...(isJsonObject(own) ? own : {}), ...change } };
    }),
  );
}

/** Adds a network security group beside the network of a subnet, which it guards from then on. */
export function addSecurityGroup(
  { world, names }: Estate,
  subnet: string,
  rules: readonly JsonObject[],
): string {
  const id = `${parentOf(parentOf(subnet))}/networkSecurityGroups/nsg-${nameOf(subnet)}`;
  world.add('networkSecurityGroup', securityGroupBody(id, names.region, rules));
  changeSubnet(world, subnet, { networkSecurityGroup: { id } });
  return id;
}

/** A network security group (learn.microsoft.com/rest/api/virtualnetwork/network-security-groups/get). */
export function securityGroupBody(
  id: string,
  region: string,
  rules: readonly JsonObject[],
): JsonObject & { id: string } {
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.Network/networkSecurityGroups',
    location: region,
    properties: {
      provisioningState: 'Succeeded',
      securityRules: [...rules],
      defaultSecurityRules: DEFAULT_RULES,
    },
  };
}

/** A rule about all TCP traffic, but for what is told otherwise. */
export function securityRuleBody(
  name: string,
  direction: 'Inbound' | 'Outbound',
  access: string,
  priority: number,
  properties: JsonObject = {},
): JsonObject {
  return {
    name,
    type: 'Microsoft.Network/networkSecurityGroups/securityRules',
    properties: {
      provisioningState: 'Succeeded',
      protocol: '*',
      sourcePortRange: '*',
      destinationPortRange: '*',
      sourceAddressPrefix: '*',
      destinationAddressPrefix: '*',
      access,
      priority,
      direction,
      sourcePortRanges: [],
      destinationPortRanges: [],
      sourceAddressPrefixes: [],
      destinationAddressPrefixes: [],
      ...properties,
    },
  };
}

/** What every group has (learn.microsoft.com/azure/virtual-network/network-security-groups-overview). */
const DEFAULT_RULES: JsonObject[] = [
  securityRuleBody('AllowVnetInBound', 'Inbound', 'Allow', 65000, {
    sourceAddressPrefix: 'VirtualNetwork',
    destinationAddressPrefix: 'VirtualNetwork',
  }),
  securityRuleBody('AllowAzureLoadBalancerInBound', 'Inbound', 'Allow', 65001, {
    sourceAddressPrefix: 'AzureLoadBalancer',
  }),
  securityRuleBody('DenyAllInBound', 'Inbound', 'Deny', 65500),
  securityRuleBody('AllowVnetOutBound', 'Outbound', 'Allow', 65000, {
    sourceAddressPrefix: 'VirtualNetwork',
    destinationAddressPrefix: 'VirtualNetwork',
  }),
  securityRuleBody('AllowInternetOutBound', 'Outbound', 'Allow', 65001, {
    destinationAddressPrefix: 'Internet',
  }),
  securityRuleBody('DenyAllOutBound', 'Outbound', 'Deny', 65500),
];
