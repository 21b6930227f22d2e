import { type DocumentedTypes, LEARN, REST } from './documented-property.js';

const SUBNETS = `${REST}/virtualnetwork/subnets/get`;

export const VIRTUAL_NETWORK_TYPES: DocumentedTypes = {
  VIRTUAL_NETWORK: {
    page: `${REST}/virtualnetwork/virtual-networks/get`,
    properties: {
      addressPrefixes: {
        path: 'properties.addressSpace.addressPrefixes',
        holds: 'strings',
        absent: [],
        safe: 'a network without any does not exist: a gap',
      },
      dnsServers: {
        path: 'properties.dhcpOptions.dnsServers',
        holds: 'strings',
        absent: [],
        says: 'Azure provides name resolution by default, where no custom DNS server is specified',
        page: `${LEARN}/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances`,
      },
      peerings: {
        path: 'properties.virtualNetworkPeerings',
        holds: 'objects',
        absent: [],
        safe: 'no way to another network',
      },
      subnets: {
        path: 'properties.subnets',
        holds: 'objects',
        absent: [],
        safe: 'a subnet that is asked for is then not found: a gap',
      },
    },
  },
  SUBNET: {
    page: SUBNETS,
    properties: {
      addressPrefix: {
        path: 'properties.addressPrefix',
        holds: 'name',
        absent: null,
        safe: 'a subnet without ranges does not exist: a gap, unless the list holds them',
      },
      addressPrefixes: {
        path: 'properties.addressPrefixes',
        holds: 'strings',
        absent: [],
        safe: 'a subnet without ranges does not exist: a gap, unless there is the single one',
      },
      networkSecurityGroupId: {
        path: 'properties.networkSecurityGroup.id',
        holds: 'name',
        absent: null,
        says: 'you can associate zero, or one, network security group to each subnet',
        page: `${LEARN}/azure/virtual-network/network-security-group-how-it-works`,
      },
      privateEndpointNetworkPolicies: {
        path: 'properties.privateEndpointNetworkPolicies',
        holds: ['Enabled', 'Disabled', 'NetworkSecurityGroupEnabled', 'RouteTableEnabled'],
        absent: 'Disabled',
        // Versions up to 2021 meant Enabled.
        since: '2022-11-01',
        says: 'by default, network policies are disabled for a subnet in a virtual network',
        page: `${LEARN}/azure/private-link/disable-private-endpoint-network-policy`,
      },
    },
  },
  PEERING: {
    page: `${REST}/virtualnetwork/virtual-network-peerings/get`,
    properties: {
      remoteId: {
        path: 'properties.remoteVirtualNetwork.id',
        holds: 'name',
        absent: null,
        safe: 'no way to another network',
      },
      state: {
        path: 'properties.peeringState',
        holds: ['Initiated', 'Connected', 'Disconnected'],
        absent: null,
        safe: 'a gap without a value',
      },
    },
  },
};
