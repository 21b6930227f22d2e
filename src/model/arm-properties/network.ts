import { aName, anObject, aString, choice, flag, integer, list, name, text } from '../../arm/property.js';
import { PROVISIONING_STATES } from './states.js';

/** Properties of private endpoints, virtual networks and private DNS. */

export const PRIVATE_ENDPOINT = {
  location: name('location'),
  provisioningState: choice('properties.provisioningState', PROVISIONING_STATES, { absent: null }),
  subnetId: name('properties.subnet.id'),
  networkInterfaces: list('properties.networkInterfaces', anObject, { absent: [] }),
  customDnsConfigs: list('properties.customDnsConfigs', anObject, { absent: [] }),
  connections: list('properties.privateLinkServiceConnections', anObject, { absent: [] }),
  manualConnections: list('properties.manualPrivateLinkServiceConnections', anObject, { absent: [] }),
} as const;

/** One entry of `privateLinkServiceConnections` or of `manualPrivateLinkServiceConnections`. */
export const PRIVATE_LINK_CONNECTION = {
  serviceId: name('properties.privateLinkServiceId'),
  groupIds: list('properties.groupIds', aName, { absent: [] }),
} as const;

/** One entry of `customDnsConfigs`. */
export const CUSTOM_DNS_CONFIG = {
  fqdn: name('fqdn'),
  ipAddresses: list('ipAddresses', aString, { absent: [] }),
} as const;

export const ZONE_GROUP = {
  configs: list('properties.privateDnsZoneConfigs', anObject, { absent: [] }),
} as const;

/** One entry of `privateDnsZoneConfigs`. */
export const ZONE_CONFIG = {
  name: name('name'),
  zoneId: name('properties.privateDnsZoneId'),
  /** ARM sends the empty list where it wrote no record; absent, it does not tell. */
  recordSets: list('properties.recordSets', anObject, { absent: null }),
} as const;

/** One entry of a zone configuration's `recordSets`. */
export const ZONE_CONFIG_RECORD = {
  recordType: text('recordType', { absent: 'A' }),
  recordSetName: name('recordSetName'),
  ipAddresses: list('ipAddresses', aString, { absent: [] }),
} as const;

export const NETWORK_INTERFACE = {
  ipConfigurations: list('properties.ipConfigurations', anObject, { absent: [] }),
} as const;

/** One entry of `ipConfigurations`. */
export const IP_CONFIGURATION = {
  address: name('properties.privateIPAddress'),
  fqdns: list('properties.privateLinkConnectionProperties.fqdns', aString, { absent: [] }),
} as const;

export const VIRTUAL_NETWORK = {
  addressPrefixes: list('properties.addressSpace.addressPrefixes', aString, { absent: [] }),
  /** Absent or empty: Azure's own DNS answers. */
  dnsServers: list('properties.dhcpOptions.dnsServers', aString, { absent: [] }),
  peerings: list('properties.virtualNetworkPeerings', anObject, { absent: [] }),
  subnets: list('properties.subnets', anObject, { absent: [] }),
} as const;

/** One entry of a virtual network's `subnets`. */
export const SUBNET = {
  addressPrefix: name('properties.addressPrefix'),
  /** In place of `addressPrefix` where a subnet has several. */
  addressPrefixes: list('properties.addressPrefixes', aString, { absent: [] }),
  networkSecurityGroupId: name('properties.networkSecurityGroup.id'),
  /**
   * Whether network security groups and route tables act on private endpoints; Disabled by default
   * (learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy). Older api-versions meant Enabled.
   */
  privateEndpointNetworkPolicies: choice(
    'properties.privateEndpointNetworkPolicies',
    ['Enabled', 'Disabled', 'NetworkSecurityGroupEnabled', 'RouteTableEnabled'],
    { absent: 'Disabled', since: '2022-11-01' },
  ),
} as const;

export const NETWORK_SECURITY_GROUP = {
  securityRules: list('properties.securityRules', anObject, { absent: [] }),
  /** Those that every group has, of the lowest priorities. */
  defaultSecurityRules: list('properties.defaultSecurityRules', anObject, { absent: [] }),
} as const;

/** One entry of `securityRules` or of `defaultSecurityRules`. */
export const SECURITY_RULE = {
  /** The lowest number is asked first. */
  priority: integer('properties.priority', { absent: null }),
  direction: choice('properties.direction', ['Inbound', 'Outbound'], { absent: null }),
  access: choice('properties.access', ['Allow', 'Deny'], { absent: null }),
  protocol: choice('properties.protocol', ['*', 'Tcp', 'Udp', 'Icmp', 'Esp', 'Ah'], { absent: null }),
  sourcePortRange: name('properties.sourcePortRange'),
  sourcePortRanges: list('properties.sourcePortRanges', aString, { absent: [] }),
  destinationPortRange: name('properties.destinationPortRange'),
  destinationPortRanges: list('properties.destinationPortRanges', aString, { absent: [] }),
  sourceAddressPrefix: name('properties.sourceAddressPrefix'),
  sourceAddressPrefixes: list('properties.sourceAddressPrefixes', aString, { absent: [] }),
  sourceApplicationSecurityGroups: list('properties.sourceApplicationSecurityGroups', anObject, {
    absent: [],
  }),
  destinationAddressPrefix: name('properties.destinationAddressPrefix'),
  destinationAddressPrefixes: list('properties.destinationAddressPrefixes', aString, { absent: [] }),
  destinationApplicationSecurityGroups: list('properties.destinationApplicationSecurityGroups', anObject, {
    absent: [],
  }),
} as const;

/** One entry of `virtualNetworkPeerings`. */
export const PEERING = {
  remoteId: name('properties.remoteVirtualNetwork.id'),
  /** Only a Connected one carries traffic. */
  state: choice('properties.peeringState', ['Connected', 'Initiated', 'Disconnected'], { absent: null }),
} as const;

export const ZONE_LINK = {
  registrationEnabled: flag('properties.registrationEnabled', { absent: false }),
  virtualNetworkId: name('properties.virtualNetwork.id'),
  /** A zone answers in the network once it is Completed. */
  state: choice('properties.virtualNetworkLinkState', ['Completed', 'InProgress'], { absent: null }),
} as const;

export const A_RECORD = {
  addresses: list('properties.aRecords', anObject, { absent: [] }),
} as const;

/** One entry of `aRecords`. */
export const A_RECORD_ENTRY = {
  address: name('ipv4Address'),
} as const;
