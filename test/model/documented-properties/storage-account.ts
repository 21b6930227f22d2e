import {
  ALLOW_OR_DENY,
  type DocumentedTypes,
  ENABLED_OR_DISABLED,
  LEARN,
  REST,
} from './documented-property.js';

const NETWORK_SECURITY = `${LEARN}/azure/storage/common/storage-network-security`;
const PAGE = `${REST}/storagerp/storage-accounts/get-properties`;

export const STORAGE_ACCOUNT_TYPES: DocumentedTypes = {
  STORAGE_ACCOUNT: {
    page: PAGE,
    properties: {
      publicNetworkAccess: {
        path: 'properties.publicNetworkAccess',
        holds: ENABLED_OR_DISABLED,
        undecided: ['SecuredByPerimeter'],
        absent: 'Enabled',
        since: '2021-06-01',
        says: 'by default, storage accounts accept connections from clients on any network',
        page: NETWORK_SECURITY,
      },
      defaultAction: {
        path: 'properties.networkAcls.defaultAction',
        holds: ALLOW_OR_DENY,
        absent: 'Allow',
        says: 'the default action of allow or deny when no other rules match: default Allow',
      },
      ipRules: {
        path: 'properties.networkAcls.ipRules',
        holds: 'objects',
        absent: [],
        safe: 'no rule lets anybody in; the default action decides',
      },
      ipv6Rules: {
        path: 'properties.networkAcls.ipv6Rules',
        holds: 'objects',
        absent: [],
        since: '2025-01-01',
        safe: 'no rule lets anybody in; the default action decides. The version 2024-01-01 has no such property',
        page: `${LEARN}/azure/templates/microsoft.storage/2025-01-01/storageaccounts`,
      },
      bypass: {
        path: 'properties.networkAcls.bypass',
        holds: 'text',
        absent: 'AzureServices',
        says: 'any combination of Logging, Metrics, AzureServices, or None: default AzureServices',
      },
      resourceAccessRules: {
        path: 'properties.networkAcls.resourceAccessRules',
        holds: 'objects',
        absent: [],
        safe: 'no rule lets the workspace in: a failure, never a pass',
      },
      virtualNetworkRules: {
        path: 'properties.networkAcls.virtualNetworkRules',
        holds: 'objects',
        absent: [],
        safe: 'no rule lets a subnet in; the default action decides',
      },
      privateEndpointConnections: {
        path: 'properties.privateEndpointConnections',
        holds: 'objects',
        absent: [],
        safe: 'read-only; answers have the empty list where there are none',
      },
    },
  },
  IP_RULE: {
    page: PAGE,
    properties: {
      value: {
        path: 'value',
        holds: 'name',
        absent: null,
        safe: 'required; which addresses it lets in is a gap',
      },
    },
  },
  RESOURCE_ACCESS_RULE: {
    page: PAGE,
    properties: {
      resourceId: { path: 'resourceId', holds: 'name', absent: null, safe: 'the rule lets no workspace in' },
    },
  },
  VIRTUAL_NETWORK_RULE: {
    page: PAGE,
    properties: {
      subnetId: { path: 'id', holds: 'name', absent: null, safe: 'required; a gap without it' },
    },
  },
};
