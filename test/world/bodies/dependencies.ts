import type { Cloud } from '../../../src/arm/clouds.js';
import { nameOf } from '../../../src/arm/resource-id.js';
import type { JsonObject } from '../../../src/json.js';
import type { Names } from '../names.js';

type Body = JsonObject & { id: string };

/** A container registry (learn.microsoft.com/rest/api/containerregistry/registries/get). */
export function registryBody(
  { registry, region }: Names,
  { registrySuffix }: Cloud,
  sku: string,
  closed: boolean,
): Body {
  const rules = { defaultAction: closed ? 'Deny' : 'Allow', ipRules: [] };
  return {
    id: registry,
    name: nameOf(registry),
    type: 'Microsoft.ContainerRegistry/registries',
    location: region,
    sku: { name: sku, tier: sku },
    properties: {
      loginServer: `${nameOf(registry)}.${registrySuffix}`,
      adminUserEnabled: false,
      publicNetworkAccess: closed ? 'Disabled' : 'Enabled',
      networkRuleBypassOptions: 'AzureServices',
      ...(sku === 'Premium' ? { networkRuleSet: rules } : {}),
      policies: { quarantinePolicy: { status: 'disabled' } },
      privateEndpointConnections: [],
    },
  };
}

/** A storage account (learn.microsoft.com/rest/api/storagerp/storage-accounts/get-properties). */
export function storageBody({ storage, region }: Names, closed: boolean): Body {
  return {
    id: storage,
    name: nameOf(storage),
    type: 'Microsoft.Storage/storageAccounts',
    location: region,
    kind: 'StorageV2',
    sku: { name: 'Standard_LRS', tier: 'Standard' },
    properties: {
      publicNetworkAccess: closed ? 'Disabled' : 'Enabled',
      networkAcls: networkAcls(closed),
      privateEndpointConnections: [],
    },
  };
}

/** A key vault (learn.microsoft.com/rest/api/keyvault/keyvault/vaults/get). */
export function keyVaultBody({ keyVault, region }: Names, closed: boolean): Body {
  return {
    id: keyVault,
    name: nameOf(keyVault),
    type: 'Microsoft.KeyVault/vaults',
    location: region,
    properties: {
      sku: { family: 'A', name: 'standard' },
      enableRbacAuthorization: true,
      accessPolicies: [],
      publicNetworkAccess: closed ? 'Disabled' : 'Enabled',
      networkAcls: networkAcls(closed),
    },
  };
}

/** A private endpoint connection of a service. */
export function connectionBody(
  id: string,
  { privateEndpoint, status, description }: ConnectionOptions,
): Body & { location: string; properties: JsonObject } {
  return {
    id,
    location: 'eastus',
    properties: {
      privateEndpoint: { id: privateEndpoint },
      privateLinkServiceConnectionState: {
        status,
        ...(description === undefined ? {} : { description }),
        actionsRequired: 'None',
      },
      provisioningState: 'Succeeded',
    },
  };
}

export interface ConnectionOptions {
  readonly privateEndpoint: string;
  readonly status: string;
  readonly description?: string;
}

function networkAcls(closed: boolean): JsonObject {
  return {
    bypass: 'AzureServices',
    defaultAction: closed ? 'Deny' : 'Allow',
    ipRules: [],
    virtualNetworkRules: [],
  };
}
