/**
 * Stable versions of the providers' REST specifications (learn.microsoft.com/rest/api, reviewed 2026-11-24) to fall back
 * on where a cloud does not know the newest yet, newest first.
 */
const MACHINE_LEARNING = ['2024-10-01', '2024-04-01'];
const NETWORK = ['2024-05-01', '2023-11-01'];
const PRIVATE_DNS = ['2020-06-01'];

/** Something to read from ARM. */
interface ReadDefinition {
  /** What it brings, in words and in the singular. */
  readonly label: string;
  /** The action that it takes; a gap names it. */
  readonly operation: string;
  /** The api-version to ask. */
  readonly apiVersion: string;
  /** What to ask where a cloud does not know that one, newest first; of a preview older previews. */
  readonly olderVersions: readonly string[];
}

/**
 * Everything that isocheck reads from ARM, a row each: the action that it takes (the least-privilege role is made of
 * these), and the api-version asked for. Source: the Azure resource provider operations lists and REST
 * specifications (learn.microsoft.com/azure/role-based-access-control/resource-provider-operations, reviewed
 * 2026-11-24). A gap names the action as its operation.
 */
export const READS = {
  workspace: {
    label: 'workspace',
    operation: 'Microsoft.MachineLearningServices/workspaces/read',
    apiVersion: '2025-09-01',
    olderVersions: MACHINE_LEARNING,
  },
  /** The only versions that show the list of selected IP addresses are previews. */
  workspacePreview: {
    label: 'IP rules',
    operation: 'Microsoft.MachineLearningServices/workspaces/read',
    apiVersion: '2025-10-01-preview',
    olderVersions: ['2024-10-01-preview'],
  },
  workspaceConnections: {
    label: 'private endpoint connection',
    operation: 'Microsoft.MachineLearningServices/workspaces/privateEndpointConnections/read',
    apiVersion: '2025-09-01',
    olderVersions: MACHINE_LEARNING,
  },
  outboundRules: {
    label: 'outbound rule',
    operation: 'Microsoft.MachineLearningServices/workspaces/outboundRules/read',
    apiVersion: '2025-09-01',
    olderVersions: MACHINE_LEARNING,
  },
  endpoints: {
    label: 'online endpoint',
    operation: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read',
    apiVersion: '2025-09-01',
    olderVersions: MACHINE_LEARNING,
  },
  deployments: {
    label: 'deployment',
    operation: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read',
    apiVersion: '2025-09-01',
    olderVersions: MACHINE_LEARNING,
  },
  /** No `environments/versions/read` exists in the operations list. */
  environment: {
    label: 'environment',
    operation: 'Microsoft.MachineLearningServices/workspaces/environments/read',
    apiVersion: '2025-09-01',
    olderVersions: MACHINE_LEARNING,
  },
  /**
   * Of models and code the v2 API takes the action of their versions
   * (learn.microsoft.com/azure/machine-learning/how-to-assign-roles, "Differences between actions for V1 and V2 APIs").
   */
  model: {
    label: 'model',
    operation: 'Microsoft.MachineLearningServices/workspaces/models/versions/read',
    apiVersion: '2025-09-01',
    olderVersions: MACHINE_LEARNING,
  },
  code: {
    label: 'code',
    operation: 'Microsoft.MachineLearningServices/workspaces/codes/versions/read',
    apiVersion: '2025-09-01',
    olderVersions: MACHINE_LEARNING,
  },
  computes: {
    label: 'compute',
    operation: 'Microsoft.MachineLearningServices/workspaces/computes/read',
    apiVersion: '2025-09-01',
    olderVersions: MACHINE_LEARNING,
  },
  /** The list tells where a datastore lies and how it signs in, and no secret. */
  datastores: {
    label: 'datastore',
    operation: 'Microsoft.MachineLearningServices/workspaces/datastores/read',
    apiVersion: '2025-09-01',
    olderVersions: MACHINE_LEARNING,
  },
  batchEndpoints: {
    label: 'batch endpoint',
    operation: 'Microsoft.MachineLearningServices/workspaces/batchEndpoints/read',
    apiVersion: '2025-09-01',
    olderVersions: MACHINE_LEARNING,
  },
  privateEndpoint: {
    label: 'private endpoint',
    operation: 'Microsoft.Network/privateEndpoints/read',
    apiVersion: '2025-05-01',
    olderVersions: NETWORK,
  },
  zoneGroups: {
    label: 'DNS zone group',
    operation: 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read',
    apiVersion: '2025-05-01',
    olderVersions: NETWORK,
  },
  networkInterface: {
    label: 'network interface',
    operation: 'Microsoft.Network/networkInterfaces/read',
    apiVersion: '2025-05-01',
    olderVersions: NETWORK,
  },
  virtualNetwork: {
    label: 'virtual network',
    operation: 'Microsoft.Network/virtualNetworks/read',
    apiVersion: '2025-05-01',
    olderVersions: NETWORK,
  },
  networkSecurityGroup: {
    label: 'network security group',
    operation: 'Microsoft.Network/networkSecurityGroups/read',
    apiVersion: '2025-05-01',
    olderVersions: NETWORK,
  },
  privateDnsZone: {
    label: 'private DNS zone',
    operation: 'Microsoft.Network/privateDnsZones/read',
    apiVersion: '2024-06-01',
    olderVersions: PRIVATE_DNS,
  },
  zoneRecords: {
    label: 'record',
    operation: 'Microsoft.Network/privateDnsZones/A/read',
    apiVersion: '2024-06-01',
    olderVersions: PRIVATE_DNS,
  },
  zoneLinks: {
    label: 'virtual network link',
    operation: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks/read',
    apiVersion: '2024-06-01',
    olderVersions: PRIVATE_DNS,
  },
  keyVault: {
    label: 'key vault',
    operation: 'Microsoft.KeyVault/vaults/read',
    apiVersion: '2025-05-01',
    olderVersions: ['2023-07-01'],
  },
  registry: {
    label: 'container registry',
    operation: 'Microsoft.ContainerRegistry/registries/read',
    apiVersion: '2025-11-01',
    olderVersions: ['2023-07-01'],
  },
  storageAccount: {
    label: 'storage account',
    operation: 'Microsoft.Storage/storageAccounts/read',
    apiVersion: '2025-08-01',
    olderVersions: ['2023-05-01'],
  },
  /** The generic resource list: the only place that tells when a private endpoint was made. */
  creationTimes: {
    label: 'creation times',
    operation: 'Microsoft.Resources/subscriptions/resourceGroups/resources/read',
    apiVersion: '2021-04-01',
    olderVersions: ['2020-06-01'],
  },
  diagnosticSettings: {
    label: 'diagnostic setting',
    operation: 'Microsoft.Insights/diagnosticSettings/read',
    apiVersion: '2021-05-01-preview',
    olderVersions: [],
  },
  /** Of one principal on one resource: at it, above and below, through groups too. */
  roleAssignments: {
    label: 'role assignment',
    operation: 'Microsoft.Authorization/roleAssignments/read',
    apiVersion: '2022-04-01',
    olderVersions: [],
  },
  /** The custom roles of a subscription: what one of them allows, isocheck does not judge. */
  customRoles: {
    label: 'custom role',
    operation: 'Microsoft.Authorization/roleDefinitions/read',
    apiVersion: '2022-04-01',
    olderVersions: ['2018-01-01-preview'],
  },
  denyAssignments: {
    label: 'deny assignment',
    operation: 'Microsoft.Authorization/denyAssignments/read',
    apiVersion: '2022-04-01',
    olderVersions: [],
  },
  locks: {
    label: 'lock',
    operation: 'Microsoft.Authorization/locks/read',
    apiVersion: '2016-09-01',
    olderVersions: [],
  },
  resourceGraph: {
    label: 'private DNS zones of other subscriptions',
    operation: 'Microsoft.ResourceGraph/resources/read',
    apiVersion: '2021-03-01',
    olderVersions: ['2019-04-01'],
  },
} as const satisfies Readonly<Record<string, ReadDefinition>>;

export type ReadName = keyof typeof READS;
