import { type DocumentedTypes, PROVISIONING_STATES, REST } from './documented-property.js';

const PAGE = `${REST}/virtualnetwork/private-endpoints/get`;
const INTERFACE = `${REST}/virtualnetwork/network-interfaces/get`;

export const PRIVATE_ENDPOINT_TYPES: DocumentedTypes = {
  PRIVATE_ENDPOINT: {
    page: PAGE,
    properties: {
      location: {
        path: 'location',
        holds: 'name',
        absent: null,
        safe: 'a placeholder in commands; no verdict',
      },
      provisioningState: {
        path: 'properties.provisioningState',
        holds: PROVISIONING_STATES,
        absent: null,
        safe: 'read-only, and a gap without a value',
      },
      subnetId: {
        path: 'properties.subnet.id',
        holds: 'name',
        absent: null,
        safe: 'its subnet and its network are then gaps',
      },
      networkInterfaces: {
        path: 'properties.networkInterfaces',
        holds: 'objects',
        absent: [],
        safe: 'its addresses are then a gap',
      },
      customDnsConfigs: {
        path: 'properties.customDnsConfigs',
        holds: 'objects',
        absent: [],
        safe: 'empty while there is a zone group; the network interfaces tell the addresses then',
      },
      connections: {
        path: 'properties.privateLinkServiceConnections',
        holds: 'objects',
        absent: [],
        safe: 'the connections are in this list or in the manual one; in neither, it leads to no workspace',
      },
      manualConnections: {
        path: 'properties.manualPrivateLinkServiceConnections',
        holds: 'objects',
        absent: [],
        safe: 'the connections are in this list or in the other one; in neither, it leads to no workspace',
      },
    },
  },
  PRIVATE_LINK_CONNECTION: {
    page: PAGE,
    properties: {
      serviceId: {
        path: 'properties.privateLinkServiceId',
        holds: 'name',
        absent: null,
        safe: 'it leads to no workspace',
      },
      groupIds: {
        path: 'properties.groupIds',
        holds: 'names',
        absent: [],
        safe: 'it leads to no part of a workspace',
      },
    },
  },
  CUSTOM_DNS_CONFIG: {
    page: PAGE,
    properties: {
      fqdn: { path: 'fqdn', holds: 'name', absent: null, safe: 'its addresses are then nobody asked for' },
      ipAddresses: { path: 'ipAddresses', holds: 'strings', absent: [], safe: 'the name has no address' },
    },
  },
  NETWORK_INTERFACE: {
    page: INTERFACE,
    properties: {
      ipConfigurations: {
        path: 'properties.ipConfigurations',
        holds: 'objects',
        absent: [],
        safe: 'no name of scoring requests has an address',
      },
    },
  },
  IP_CONFIGURATION: {
    page: INTERFACE,
    properties: {
      address: {
        path: 'properties.privateIPAddress',
        holds: 'name',
        absent: null,
        safe: 'its names have no address',
      },
      fqdns: {
        path: 'properties.privateLinkConnectionProperties.fqdns',
        holds: 'strings',
        absent: [],
        safe: 'no name of scoring requests has this address',
      },
    },
  },
  CONNECTION: {
    page: `${REST}/azureml/private-endpoint-connections/get`,
    properties: {
      privateEndpointId: {
        path: 'properties.privateEndpoint.id',
        holds: 'name',
        absent: null,
        safe: 'whose connection it is becomes a gap',
      },
      status: {
        path: 'properties.privateLinkServiceConnectionState.status',
        holds: ['Pending', 'Approved', 'Rejected', 'Disconnected', 'Timeout'],
        absent: null,
        safe: 'a gap without a value',
      },
      description: {
        path: 'properties.privateLinkServiceConnectionState.description',
        holds: 'text',
        absent: '',
        safe: 'an Approved connection that nobody described may be one of a deployment: unknown, never none',
      },
      createdAt: {
        path: 'systemData.createdAt',
        holds: 'name',
        absent: null,
        safe: 'the list of resources is asked next; without a time, it is not taken for a new one',
      },
    },
  },
};
