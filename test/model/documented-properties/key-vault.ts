import {
  ALLOW_OR_DENY,
  type DocumentedTypes,
  ENABLED_OR_DISABLED,
  LEARN,
  REST,
} from './documented-property.js';

const NETWORK_SECURITY = `${LEARN}/azure/key-vault/general/network-security`;

export const KEY_VAULT_TYPES: DocumentedTypes = {
  KEY_VAULT: {
    page: `${REST}/keyvault/keyvault/vaults/get`,
    properties: {
      publicNetworkAccess: {
        path: 'properties.publicNetworkAccess',
        holds: ENABLED_OR_DISABLED,
        undecided: ['SecuredByPerimeter'],
        absent: 'Enabled',
        since: '2021-06-01',
        says: 'whether the vault will accept traffic from public internet: default enabled',
      },
      defaultAction: {
        path: 'properties.networkAcls.defaultAction',
        holds: ALLOW_OR_DENY,
        absent: 'Allow',
        says: 'by default, the firewall is disabled: all applications and Azure services can access the vault',
        page: NETWORK_SECURITY,
      },
      ipRules: {
        path: 'properties.networkAcls.ipRules',
        holds: 'objects',
        absent: [],
        safe: 'no rule lets anybody in; the default action decides',
      },
      bypass: {
        path: 'properties.networkAcls.bypass',
        holds: ['AzureServices', 'None'],
        absent: 'AzureServices',
        says: "if not specified the default is 'AzureServices'",
      },
      enableRbacAuthorization: {
        path: 'properties.enableRbacAuthorization',
        holds: 'flag',
        absent: false,
        says: 'if null or not specified, the vault is created with the default value of false',
      },
      accessPolicies: {
        path: 'properties.accessPolicies',
        holds: 'objects',
        absent: [],
        safe: 'no policy gives anybody access: a failure, never a pass',
      },
      privateEndpointConnections: {
        path: 'properties.privateEndpointConnections',
        holds: 'objects',
        absent: [],
        safe: 'read-only; answers leave it out where there are none',
      },
    },
  },
  ACCESS_POLICY: {
    page: `${REST}/keyvault/keyvault/vaults/get`,
    properties: {
      objectId: {
        path: 'objectId',
        holds: 'name',
        absent: null,
        safe: 'required; gives nobody access without it',
      },
      secrets: {
        path: 'permissions.secrets',
        holds: 'strings',
        absent: [],
        safe: 'gives no access to secrets',
      },
    },
  },
};
