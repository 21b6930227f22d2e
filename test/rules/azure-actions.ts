const PERMISSIONS = 'https://learn.microsoft.com/azure/role-based-access-control/permissions';
const ASSIGN_ROLES = 'https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles';

/**
 * The read actions of Azure that isocheck may ask for, with the page that lists them. A name that no page knows would
 * make a role that cannot be created (reviewed 2026-11-24).
 */
export const AZURE_ACTIONS: Readonly<Record<string, string>> = {
  'Microsoft.Authorization/denyAssignments/read': `${PERMISSIONS}/management-and-governance`,
  'Microsoft.Authorization/locks/read': `${PERMISSIONS}/management-and-governance`,
  'Microsoft.Authorization/roleAssignments/read': `${PERMISSIONS}/management-and-governance`,
  'Microsoft.Authorization/roleDefinitions/read': `${PERMISSIONS}/management-and-governance`,
  'Microsoft.ContainerRegistry/registries/read': `${PERMISSIONS}/containers`,
  'Microsoft.Insights/diagnosticSettings/read': `${PERMISSIONS}/monitor`,
  'Microsoft.KeyVault/vaults/read': `${PERMISSIONS}/security`,
  'Microsoft.MachineLearningServices/workspaces/batchEndpoints/read': `${PERMISSIONS}/ai-machine-learning`,
  'Microsoft.MachineLearningServices/workspaces/codes/versions/read': ASSIGN_ROLES,
  'Microsoft.MachineLearningServices/workspaces/computes/read': `${PERMISSIONS}/ai-machine-learning`,
  'Microsoft.MachineLearningServices/workspaces/datastores/read': `${PERMISSIONS}/ai-machine-learning`,
  'Microsoft.MachineLearningServices/workspaces/environments/read': `${PERMISSIONS}/ai-machine-learning`,
  'Microsoft.MachineLearningServices/workspaces/models/versions/read': ASSIGN_ROLES,
  'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read': `${PERMISSIONS}/ai-machine-learning`,
  'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read': `${PERMISSIONS}/ai-machine-learning`,
  'Microsoft.MachineLearningServices/workspaces/outboundRules/read': `${PERMISSIONS}/ai-machine-learning`,
  'Microsoft.MachineLearningServices/workspaces/privateEndpointConnections/read':
    'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
  'Microsoft.MachineLearningServices/workspaces/read': `${PERMISSIONS}/ai-machine-learning`,
  'Microsoft.Network/networkInterfaces/read': `${PERMISSIONS}/networking`,
  'Microsoft.Network/networkSecurityGroups/read': `${PERMISSIONS}/networking`,
  'Microsoft.Network/privateDnsZones/A/read': `${PERMISSIONS}/networking`,
  'Microsoft.Network/privateDnsZones/read': `${PERMISSIONS}/networking`,
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks/read': `${PERMISSIONS}/networking`,
  'Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read': `${PERMISSIONS}/networking`,
  'Microsoft.Network/privateEndpoints/read': `${PERMISSIONS}/networking`,
  'Microsoft.Network/virtualNetworks/read': `${PERMISSIONS}/networking`,
  'Microsoft.ResourceGraph/resources/read': `${PERMISSIONS}/management-and-governance`,
  'Microsoft.Resources/subscriptions/resourceGroups/resources/read': `${PERMISSIONS}/management-and-governance`,
  'Microsoft.Storage/storageAccounts/read': `${PERMISSIONS}/storage`,
};
