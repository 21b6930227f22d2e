import { type DocumentedTypes, REST } from './documented-property.js';

const ZONE_GROUPS = `${REST}/virtualnetwork/private-dns-zone-groups/get`;
const RECORDS = `${REST}/dns/privatedns/record-sets/get`;

export const PRIVATE_DNS_TYPES: DocumentedTypes = {
  ZONE_GROUP: {
    page: ZONE_GROUPS,
    properties: {
      configs: {
        path: 'properties.privateDnsZoneConfigs',
        holds: 'objects',
        absent: [],
        safe: 'the group keeps records in no zone',
      },
    },
  },
  ZONE_CONFIG: {
    page: ZONE_GROUPS,
    properties: {
      name: { path: 'name', holds: 'name', absent: null, safe: 'nothing goes by it' },
      zoneId: {
        path: 'properties.privateDnsZoneId',
        holds: 'name',
        absent: null,
        safe: 'keeps records in no zone',
      },
      recordSets: {
        path: 'properties.recordSets',
        holds: 'objects',
        absent: null,
        safe: 'answers have the empty list where no record was written: absent, it is a gap',
      },
    },
  },
  ZONE_CONFIG_RECORD: {
    page: ZONE_GROUPS,
    properties: {
      recordType: {
        path: 'recordType',
        holds: 'text',
        absent: 'A',
        safe: 'a zone group writes A records; the record itself is read where the zone can be',
      },
      recordSetName: { path: 'recordSetName', holds: 'name', absent: null, safe: 'a record of no name' },
      ipAddresses: { path: 'ipAddresses', holds: 'strings', absent: [], safe: 'nothing goes by it' },
    },
  },
  ZONE_LINK: {
    page: `${REST}/dns/privatedns/virtual-network-links/get`,
    properties: {
      registrationEnabled: {
        path: 'properties.registrationEnabled',
        holds: 'flag',
        absent: false,
        says: 'auto-registration is enabled on a link by whoever makes it: an optional setting',
        page: 'https://learn.microsoft.com/azure/dns/private-dns-autoregistration',
      },
      virtualNetworkId: {
        path: 'properties.virtualNetwork.id',
        holds: 'name',
        absent: null,
        safe: 'it links no network',
      },
      state: {
        path: 'properties.virtualNetworkLinkState',
        holds: ['InProgress', 'Completed'],
        absent: null,
        safe: 'read-only, and a gap without a value',
      },
    },
  },
  A_RECORD: {
    page: RECORDS,
    properties: {
      addresses: {
        path: 'properties.aRecords',
        holds: 'objects',
        absent: [],
        safe: 'a record without an address has no right one',
      },
    },
  },
  A_RECORD_ENTRY: {
    page: RECORDS,
    properties: {
      address: { path: 'ipv4Address', holds: 'name', absent: null, safe: 'no address' },
    },
  },
};
