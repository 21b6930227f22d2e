import { ALLOW_OR_DENY, type DocumentedTypes, REST } from './documented-property.js';

const ADDRESSES = 'with neither one nor a list, nor application security groups, whom it is about is a gap';
const PORTS = 'with neither one nor a list, which ports it is about is a gap';

export const NETWORK_SECURITY_GROUP_TYPES: DocumentedTypes = {
  NETWORK_SECURITY_GROUP: {
    page: `${REST}/virtualnetwork/network-security-groups/get`,
    properties: {
      securityRules: {
        path: 'properties.securityRules',
        holds: 'objects',
        absent: [],
        safe: 'the default rules decide, which every group has',
      },
      defaultSecurityRules: {
        path: 'properties.defaultSecurityRules',
        holds: 'objects',
        absent: [],
        safe: 'every group has them: traffic that no rule decides is a gap',
      },
    },
  },
  SECURITY_RULE: {
    page: `${REST}/virtualnetwork/security-rules/get`,
    properties: {
      priority: {
        path: 'properties.priority',
        holds: 'integer',
        absent: null,
        safe: 'required; the rules of the group are then a gap',
      },
      direction: {
        path: 'properties.direction',
        holds: ['Inbound', 'Outbound'],
        absent: null,
        safe: 'required; a gap without a value',
      },
      access: {
        path: 'properties.access',
        holds: ALLOW_OR_DENY,
        absent: null,
        safe: 'required; a gap without a value',
      },
      protocol: {
        path: 'properties.protocol',
        holds: ['Tcp', 'Udp', 'Icmp', 'Esp', '*', 'Ah'],
        absent: null,
        safe: 'required; a gap without a value',
      },
      sourcePortRange: { path: 'properties.sourcePortRange', holds: 'name', absent: null, safe: PORTS },
      sourcePortRanges: { path: 'properties.sourcePortRanges', holds: 'strings', absent: [], safe: PORTS },
      destinationPortRange: {
        path: 'properties.destinationPortRange',
        holds: 'name',
        absent: null,
        safe: PORTS,
      },
      destinationPortRanges: {
        path: 'properties.destinationPortRanges',
        holds: 'strings',
        absent: [],
        safe: PORTS,
      },
      sourceAddressPrefix: {
        path: 'properties.sourceAddressPrefix',
        holds: 'name',
        absent: null,
        safe: ADDRESSES,
      },
      sourceAddressPrefixes: {
        path: 'properties.sourceAddressPrefixes',
        holds: 'strings',
        absent: [],
        safe: ADDRESSES,
      },
      sourceApplicationSecurityGroups: {
        path: 'properties.sourceApplicationSecurityGroups',
        holds: 'objects',
        absent: [],
        safe: ADDRESSES,
      },
      destinationAddressPrefix: {
        path: 'properties.destinationAddressPrefix',
        holds: 'name',
        absent: null,
        safe: ADDRESSES,
      },
      destinationAddressPrefixes: {
        path: 'properties.destinationAddressPrefixes',
        holds: 'strings',
        absent: [],
        safe: ADDRESSES,
      },
      destinationApplicationSecurityGroups: {
        path: 'properties.destinationApplicationSecurityGroups',
        holds: 'objects',
        absent: [],
        safe: ADDRESSES,
      },
    },
  },
};
