/** Types of resources by which several rooms look for them or name them, as ARM spells them. */

export const WORKSPACE_TYPE = 'Microsoft.MachineLearningServices/workspaces';
export const PRIVATE_ENDPOINT_TYPE = 'Microsoft.Network/privateEndpoints';
export const PRIVATE_DNS_ZONE_TYPE = 'Microsoft.Network/privateDnsZones';
export const STORAGE_ACCOUNT_TYPE = 'Microsoft.Storage/storageAccounts';
export const LOCK_TYPE = 'Microsoft.Authorization/locks';
export const ROLE_DEFINITION_TYPE = 'Microsoft.Authorization/roleDefinitions';
