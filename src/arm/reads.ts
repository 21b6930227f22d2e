/**
 * Everything that isocheck reads from ARM: the action that the read takes (the least-privilege role is made of
 * these), and the api-version asked for. Source: the Azure resource provider operations lists and REST
 * specifications (learn.microsoft.com/azure/role-based-access-control/resource-provider-operations, reviewed
 * 2026-11-24). A gap names the action as its operation.
 */
export const READS = {
  workspace: { operation: 'Microsoft.MachineLearningServices/workspaces/read', apiVersion: '2025-09-01' },
  /** The only versions that show the list of selected IP addresses are previews. */
  workspacePreview: {
    operation: 'Microsoft.MachineLearningServices/workspaces/read',
    apiVersion: '2025-10-01-preview',
  },
  workspaceConnections: {
    operation: 'Microsoft.MachineLearningServices/workspaces/privateEndpointConnections/read',
    apiVersion: '2025-09-01',
  },
  outboundRules: {
    operation: 'Microsoft.MachineLearningServices/workspaces/outboundRules/read',
    apiVersion: '2025-09-01',
  },
  endpoints: {
    operation: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read',
    apiVersion: '2025-09-01',
  },
  deployments: {
    operation: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read',
    apiVersion: '2025-09-01',
  },
  /** No `environments/versions/read` exists in the operations list. */
  environment: {
    operation: 'Microsoft.MachineLearningServices/workspaces/environments/read',
    apiVersion: '2025-09-01',
  },
  /**
   * Of models and code the v2 API takes the action of their versions
   * (learn.microsoft.com/azure/machine-learning/how-to-assign-roles, "Differences between actions for V1 and V2 APIs").
   */
  model: {
    operation: 'Microsoft.MachineLearningServices/workspaces/models/versions/read',
    apiVersion: '2025-09-01',
  },
  code: {
    operation: 'Microsoft.MachineLearningServices/workspaces/codes/versions/read',
    apiVersion: '2025-09-01',
  },
  computes: {
    operation: 'Microsoft.MachineLearningServices/workspaces/computes/read',
    apiVersion: '2025-09-01',
  },
  /** The list tells where a datastore lies and how it signs in, and no secret. */
  datastores: {
    operation: 'Microsoft.MachineLearningServices/workspaces/datastores/read',
    apiVersion: '2025-09-01',
  },
  batchEndpoints: {
    operation: 'Microsoft.MachineLearningServices/workspaces/batchEndpoints/read',
    apiVersion: '2025-09-01',
  },
  privateEndpoint: { operation: 'Microsoft.Network/privateEndpoints/read', apiVersion: '2025-05-01' },
  zoneGroups: {
    operation: 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read',
    apiVersion: '2025-05-01',
  },
  networkInterface: { operation: 'Microsoft.Network/networkInterfaces/read', apiVersion: '2025-05-01' },
  virtualNetwork: { operation: 'Microsoft.Network/virtualNetworks/read', apiVersion: '2025-05-01' },
  networkSecurityGroup: {
    operation: 'Microsoft.Network/networkSecurityGroups/read',
    apiVersion: '2025-05-01',
  },
  privateDnsZone: { operation: 'Microsoft.Network/privateDnsZones/read', apiVersion: '2024-06-01' },
  zoneRecords: { operation: 'Microsoft.Network/privateDnsZones/A/read', apiVersion: '2024-06-01' },
  zoneLinks: {
    operation: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks/read',
    apiVersion: '2024-06-01',
  },
  keyVault: { operation: 'Microsoft.KeyVault/vaults/read', apiVersion: '2025-05-01' },
  registry: { operation: 'Microsoft.ContainerRegistry/registries/read', apiVersion: '2025-11-01' },
  storageAccount: { operation: 'Microsoft.Storage/storageAccounts/read', apiVersion: '2025-08-01' },
  /** The generic resource list: the only place that tells when a private endpoint was made. */
  creationTimes: {
    operation: 'Microsoft.Resources/subscriptions/resourceGroups/resources/read',
    apiVersion: '2021-04-01',
  },
  diagnosticSettings: {
    operation: 'Microsoft.Insights/diagnosticSettings/read',
    apiVersion: '2021-05-01-preview',
  },
  /** Of one principal on one resource: at it, above and below, through groups too. */
  roleAssignments: {
    operation: 'Microsoft.Authorization/roleAssignments/read',
    apiVersion: '2022-04-01',
  },
  /** The custom roles of a subscription: what one of them allows, isocheck does not judge. */
  customRoles: {
    operation: 'Microsoft.Authorization/roleDefinitions/read',
    apiVersion: '2022-04-01',
  },
  denyAssignments: {
    operation: 'Microsoft.Authorization/denyAssignments/read',
    apiVersion: '2022-04-01',
  },
  locks: { operation: 'Microsoft.Authorization/locks/read', apiVersion: '2016-09-01' },
  resourceGraph: { operation: 'Microsoft.ResourceGraph/resources/read', apiVersion: '2021-03-01' },
} as const;

export type ReadName = keyof typeof READS;
