import { anObject, aString, choice, flag, id, integer, list, name, object, text } from './property.js';

/**
 * Every ARM property that isocheck reads, with what ARM means when it leaves it out: the one place for ARM's
 * defaults. Source of types and defaults, where no other is named: the REST reference of the resource type
 * (learn.microsoft.com/rest/api/, azure-rest-api-specs), reviewed 2026-11-24.
 */

const CONNECTION_STATES = ['Approved', 'Pending', 'Rejected', 'Disconnected', 'Timeout'] as const;
const OPEN_OR_CLOSED = ['Enabled', 'Disabled'] as const;

/** While a resource is in one of these the service is at work on it, and nothing is decided. */
const PROVISIONING_STATES = [
  'Succeeded',
  'Failed',
  'Canceled',
  'Creating',
  'Updating',
  'Deleting',
  'Scaling',
] as const;
export type ProvisioningState = (typeof PROVISIONING_STATES)[number];

export const WORKSPACE = {
  kind: text('kind', { absent: 'Default' }),
  location: name('location'),
  /** The GUID that stands in the workspace's DNS names. */
  guid: name('properties.workspaceId'),
  createdAt: name('systemData.createdAt'),
  creationTime: name('properties.creationTime'),
  hubResourceId: name('properties.hubResourceId'),
  /** Which user-assigned identity it works by; absent: its system-assigned one. */
  primaryUserAssignedIdentity: name('properties.primaryUserAssignedIdentity'),
  /** Added with api-version 2022-05-01, default false (how-to-configure-network-isolation-with-v2). */
  v1LegacyMode: flag('properties.v1LegacyMode', { absent: false, since: '2022-05-01' }),
  /** Absent in old answers; the older flag then decides, see `Workspace.publicNetworkAccess`. */
  publicNetworkAccess: choice('properties.publicNetworkAccess', OPEN_OR_CLOSED, { absent: null }),
  allowPublicAccessWhenBehindVnet: flag('properties.allowPublicAccessWhenBehindVnet', { absent: false }),
  /** "Selected IP addresses": in no stable version; some stable answers carry them all the same. */
  ipAllowlist: list('properties.ipAllowlist', aString, {
    absent: null,
    since: '2024-07-01',
    previewOnly: true,
  }),
  networkAclsDefaultAction: choice('properties.networkAcls.defaultAction', ['Allow', 'Deny'], {
    absent: 'Allow',
    since: '2024-07-01',
    previewOnly: true,
  }),
  networkAclsIpRules: list('properties.networkAcls.ipRules', anObject, {
    absent: null,
    since: '2024-07-01',
    previewOnly: true,
  }),
  imageBuildCompute: name('properties.imageBuildCompute'),
  containerRegistry: name('properties.containerRegistry'),
  // Unlike the registry's, an empty id of these is none that the service writes.
  storageAccount: id('properties.storageAccount'),
  keyVault: id('properties.keyVault'),
  /** An answer that does not know managed networks must not make a managed workspace look like a legacy one. */
  isolationMode: choice(
    'properties.managedNetwork.isolationMode',
    ['Disabled', 'AllowInternetOutbound', 'AllowOnlyApprovedOutbound'],
    { absent: 'Disabled', since: '2023-04-01' },
  ),
  /** Absent: not provisioned. */
  managedNetworkStatus: choice('properties.managedNetwork.status.status', ['Active', 'Inactive'], {
    absent: 'Inactive',
    since: '2023-04-01',
  }),
  outboundRules: object('properties.managedNetwork.outboundRules', { absent: null }),
  /** Whether the managed network has a part for serverless Spark. */
  sparkReady: flag('properties.managedNetwork.status.sparkReady', { absent: false, since: '2023-04-01' }),
  /**
   * Version of the Azure Firewall that FQDN rules bring; Standard unless chosen (how-to-managed-network). The
   * api-version 2024-10-01 does not know it.
   */
  firewallSku: choice('properties.managedNetwork.firewallSku', ['Standard', 'Basic'], {
    absent: 'Standard',
    since: '2025-01-01',
  }),
  /** ARM leaves the property out when there is no connection. */
  privateEndpointConnections: list('properties.privateEndpointConnections', anObject, { absent: [] }),
} as const;

/** A private endpoint connection, embedded in its service or listed below it. */
export const CONNECTION = {
  privateEndpointId: name('properties.privateEndpoint.id'),
  status: choice('properties.privateLinkServiceConnectionState.status', CONNECTION_STATES, { absent: null }),
  description: text('properties.privateLinkServiceConnectionState.description', { absent: '' }),
  createdAt: name('systemData.createdAt'),
} as const;

export const COMPUTE = {
  computeType: name('properties.computeType'),
  provisioningState: choice('properties.provisioningState', PROVISIONING_STATES, { absent: null }),
  location: name('properties.computeLocation'),
  vmSize: name('properties.properties.vmSize'),
  /** null: in no virtual network of the user's. */
  subnetId: name('properties.properties.subnet.id'),
} as const;

export const OUTBOUND_RULE = {
  type: choice('properties.type', ['PrivateEndpoint', 'FQDN', 'ServiceTag'], { absent: '' }),
  /** Who made it: the service for itself (Required), because of another rule (Dependency), or people. */
  category: choice('properties.category', ['Required', 'Recommended', 'UserDefined', 'Dependency'], {
    absent: '',
  }),
  status: choice('properties.status', ['Active', 'Inactive', 'Provisioning', 'Deleting', 'Failed'], {
    absent: 'Inactive',
  }),
  /** Why it Failed, in the service's words. */
  errorInformation: text('properties.errorInformation', { absent: '' }),
  /** Of a rule of type FQDN: the host, or a wildcard. */
  host: name('properties.destination'),
  serviceResourceId: name('properties.destination.serviceResourceId'),
  subresourceTarget: name('properties.destination.subresourceTarget'),
  sparkEnabled: flag('properties.destination.sparkEnabled', { absent: false }),
  serviceTag: name('properties.destination.serviceTag'),
  protocol: name('properties.destination.protocol'),
  portRanges: name('properties.destination.portRanges'),
  action: choice('properties.destination.action', ['Allow', 'Deny'], { absent: 'Allow' }),
  /** Where there are some, they hold in place of the service tag. */
  addressPrefixes: list('properties.destination.addressPrefixes', aString, { absent: [] }),
} as const;

/** A management lock (learn.microsoft.com/rest/api/resources/management-locks). */
export const LOCK = {
  /** NotSpecified locks nothing. */
  level: choice('properties.level', ['CanNotDelete', 'ReadOnly', 'NotSpecified'], { absent: 'NotSpecified' }),
} as const;

export const ENDPOINT = {
  location: name('location'),
  /** Set for Kubernetes endpoints alone. */
  compute: name('properties.compute'),
  publicNetworkAccess: choice('properties.publicNetworkAccess', OPEN_OR_CLOSED, {
    absent: 'Enabled',
    since: '2022-02-01',
  }),
  authMode: choice('properties.authMode', ['Key', 'AMLToken', 'AADToken'], { absent: 'Key' }),
  provisioningState: choice('properties.provisioningState', PROVISIONING_STATES, { absent: null }),
  traffic: object('properties.traffic', { absent: {} }),
  scoringUri: name('properties.scoringUri'),
  /** Whether its identity is meant to read secrets (concept-secret-injection); the inner properties are strings. */
  readsSecrets: choice('properties.properties.enforceAccessToDefaultSecretStores', ['enabled', 'disabled'], {
    absent: 'disabled',
  }),
} as const;

/** The identity of a workspace or of an endpoint, which stands beside its properties. */
export const IDENTITY = {
  /** A comma list of SystemAssigned and UserAssigned. */
  type: text('identity.type', { absent: 'None' }),
  principalId: name('identity.principalId'),
  /** By resource id. */
  userAssigned: object('identity.userAssignedIdentities', { absent: {} }),
} as const;

/** One entry of `userAssignedIdentities`. */
export const USER_ASSIGNED_IDENTITY = {
  principalId: name('principalId'),
} as const;

export const DEPLOYMENT = {
  /** Absent means Enabled (REST reference of online deployments). */
  egressPublicNetworkAccess: choice('properties.egressPublicNetworkAccess', OPEN_OR_CLOSED, {
    absent: 'Enabled',
    since: '2022-02-01',
  }),
  provisioningState: choice('properties.provisioningState', PROVISIONING_STATES, { absent: null }),
  environmentId: name('properties.environmentId'),
  model: name('properties.model'),
  /** Absent: no scoring script of its own. */
  codeId: name('properties.codeConfiguration.codeId'),
} as const;

export const ENVIRONMENT = {
  image: name('properties.image'),
  build: object('properties.build', { absent: null }),
  condaFile: text('properties.condaFile', { absent: '' }),
  /** Made of what stood inside a deployment's or a job's file. */
  isAnonymous: flag('properties.isAnonymous', { absent: false }),
} as const;

export const MODEL = {
  modelType: name('properties.modelType'),
  /** Where its files lie. */
  modelUri: name('properties.modelUri'),
} as const;

export const CODE = {
  /** Where its files lie. */
  codeUri: name('properties.codeUri'),
} as const;

export const DATASTORE = {
  /** OneLake is Microsoft Fabric's; the others are services of Azure Storage, and the first Data Lake. */
  datastoreType: choice(
    'properties.datastoreType',
    ['AzureBlob', 'AzureDataLakeGen1', 'AzureDataLakeGen2', 'AzureFile', 'OneLake'],
    { absent: null },
  ),
  /** Of the first three of Azure Storage's. */
  accountName: name('properties.accountName'),
  /** Where the account lies; not every datastore tells. */
  subscriptionId: name('properties.subscriptionId'),
  resourceGroup: name('properties.resourceGroup'),
} as const;

export const REGISTRY = {
  sku: choice('sku.name', ['Basic', 'Standard', 'Premium', 'Classic'], { absent: null }),
  loginServer: name('properties.loginServer'),
  publicNetworkAccess: choice('properties.publicNetworkAccess', OPEN_OR_CLOSED, {
    absent: 'Enabled',
    since: '2019-12-01',
  }),
  /** Only Premium registries have a rule set; without one every network is let in. */
  defaultAction: choice('properties.networkRuleSet.defaultAction', ['Allow', 'Deny'], { absent: 'Allow' }),
  ipRules: list('properties.networkRuleSet.ipRules', anObject, { absent: [] }),
  /** Whether trusted services come past the firewall; they do by default. */
  networkRuleBypassOptions: choice('properties.networkRuleBypassOptions', ['AzureServices', 'None'], {
    absent: 'AzureServices',
    since: '2020-11-01',
  }),
  /** Images that nobody has passed yet are held back while it is enabled. */
  quarantineStatus: choice('properties.policies.quarantinePolicy.status', ['enabled', 'disabled'], {
    absent: 'disabled',
    since: '2019-05-01',
  }),
  /** Who opens its repositories: the older roles, or those that can be limited to a repository. */
  roleAssignmentMode: choice(
    'properties.roleAssignmentMode',
    ['LegacyRegistryPermissions', 'AbacRepositoryPermissions'],
    { absent: 'LegacyRegistryPermissions', since: '2025-05-01' },
  ),
  privateEndpointConnections: list('properties.privateEndpointConnections', anObject, { absent: [] }),
} as const;

/** Who may do what, and where (learn.microsoft.com/rest/api/authorization/role-assignments). */
export const ROLE_ASSIGNMENT = {
  roleDefinitionId: name('properties.roleDefinitionId'),
  scope: name('properties.scope'),
  condition: name('properties.condition'),
} as const;

/** What nobody of these may do, whatever roles they hold (learn.microsoft.com/rest/api/authorization/deny-assignments). */
export const DENY_ASSIGNMENT = {
  scope: name('properties.scope'),
  doNotApplyToChildScopes: flag('properties.doNotApplyToChildScopes', { absent: false }),
  principals: list('properties.principals', anObject, { absent: [] }),
  excludePrincipals: list('properties.excludePrincipals', anObject, { absent: [] }),
} as const;

/** One entry of `principals` or of `excludePrincipals`. */
export const DENIED_PRINCIPAL = {
  id: text('id', { absent: '' }),
  /** `User`, `ServicePrincipal`, `Group`, or `SystemDefined`, which is everyone. */
  type: text('type', { absent: '' }),
} as const;

export const KEY_VAULT = {
  publicNetworkAccess: choice('properties.publicNetworkAccess', OPEN_OR_CLOSED, {
    absent: 'Enabled',
    since: '2021-06-01',
  }),
  /** No rule set at all: open to all networks. */
  defaultAction: choice('properties.networkAcls.defaultAction', ['Allow', 'Deny'], { absent: 'Allow' }),
  ipRules: list('properties.networkAcls.ipRules', anObject, { absent: [] }),
  bypass: choice('properties.networkAcls.bypass', ['AzureServices', 'None'], { absent: 'AzureServices' }),
  /** Whether roles open its secrets; else its access policies do. */
  enableRbacAuthorization: flag('properties.enableRbacAuthorization', { absent: false }),
  accessPolicies: list('properties.accessPolicies', anObject, { absent: [] }),
  privateEndpointConnections: list('properties.privateEndpointConnections', anObject, { absent: [] }),
} as const;

/** One entry of `accessPolicies`. */
export const ACCESS_POLICY = {
  objectId: name('objectId'),
  secrets: list('permissions.secrets', aString, { absent: [] }),
} as const;

export const STORAGE_ACCOUNT = {
  publicNetworkAccess: choice('properties.publicNetworkAccess', OPEN_OR_CLOSED, {
    absent: 'Enabled',
    since: '2021-06-01',
  }),
  defaultAction: choice('properties.networkAcls.defaultAction', ['Allow', 'Deny'], { absent: 'Allow' }),
  ipRules: list('properties.networkAcls.ipRules', anObject, { absent: [] }),
  ipv6Rules: list('properties.networkAcls.ipv6Rules', anObject, { absent: [] }),
  /** A comma list of AzureServices, Logging and Metrics, or None; AzureServices by default. */
  bypass: text('properties.networkAcls.bypass', { absent: 'AzureServices' }),
  resourceAccessRules: list('properties.networkAcls.resourceAccessRules', anObject, { absent: [] }),
  virtualNetworkRules: list('properties.networkAcls.virtualNetworkRules', anObject, { absent: [] }),
  privateEndpointConnections: list('properties.privateEndpointConnections', anObject, { absent: [] }),
} as const;

/** One entry of the `ipRules` of a registry, a key vault or a storage account. */
export const IP_RULE = {
  value: name('value'),
} as const;

/** One entry of a storage account's `resourceAccessRules`. */
export const RESOURCE_ACCESS_RULE = {
  /** Its segments may be `*`. */
  resourceId: name('resourceId'),
} as const;

/** One entry of a storage account's `virtualNetworkRules`. */
export const VIRTUAL_NETWORK_RULE = {
  subnetId: name('id'),
} as const;

export const PRIVATE_ENDPOINT = {
  location: name('location'),
  provisioningState: choice('properties.provisioningState', PROVISIONING_STATES, { absent: null }),
  subnetId: name('properties.subnet.id'),
  networkInterfaces: list('properties.networkInterfaces', anObject, { absent: [] }),
  customDnsConfigs: list('properties.customDnsConfigs', anObject, { absent: [] }),
  connections: list('properties.privateLinkServiceConnections', anObject, { absent: [] }),
  manualConnections: list('properties.manualPrivateLinkServiceConnections', anObject, { absent: [] }),
} as const;

/** One entry of `privateLinkServiceConnections` or of `manualPrivateLinkServiceConnections`. */
export const PRIVATE_LINK_CONNECTION = {
  serviceId: name('properties.privateLinkServiceId'),
  groupIds: list('properties.groupIds', aString, { absent: [] }),
} as const;

/** One entry of `customDnsConfigs`. */
export const CUSTOM_DNS_CONFIG = {
  fqdn: name('fqdn'),
  ipAddresses: list('ipAddresses', aString, { absent: [] }),
} as const;

export const ZONE_GROUP = {
  configs: list('properties.privateDnsZoneConfigs', anObject, { absent: [] }),
} as const;

/** One entry of `privateDnsZoneConfigs`. */
export const ZONE_CONFIG = {
  name: name('name'),
  zoneId: name('properties.privateDnsZoneId'),
  /** ARM sends the empty list where it wrote no record; absent, it does not tell. */
  recordSets: list('properties.recordSets', anObject, { absent: null }),
} as const;

/** One entry of a zone configuration's `recordSets`. */
export const ZONE_CONFIG_RECORD = {
  recordType: text('recordType', { absent: 'A' }),
  recordSetName: name('recordSetName'),
  ipAddresses: list('ipAddresses', aString, { absent: [] }),
} as const;

export const NETWORK_INTERFACE = {
  ipConfigurations: list('properties.ipConfigurations', anObject, { absent: [] }),
} as const;

/** One entry of `ipConfigurations`. */
export const IP_CONFIGURATION = {
  address: name('properties.privateIPAddress'),
  fqdns: list('properties.privateLinkConnectionProperties.fqdns', aString, { absent: [] }),
} as const;

export const VIRTUAL_NETWORK = {
  addressPrefixes: list('properties.addressSpace.addressPrefixes', aString, { absent: [] }),
  /** Absent or empty: Azure's own DNS answers. */
  dnsServers: list('properties.dhcpOptions.dnsServers', aString, { absent: [] }),
  peerings: list('properties.virtualNetworkPeerings', anObject, { absent: [] }),
  subnets: list('properties.subnets', anObject, { absent: [] }),
} as const;

/** One entry of a virtual network's `subnets`. */
export const SUBNET = {
  addressPrefix: name('properties.addressPrefix'),
  /** In place of `addressPrefix` where a subnet has several. */
  addressPrefixes: list('properties.addressPrefixes', aString, { absent: [] }),
  networkSecurityGroupId: name('properties.networkSecurityGroup.id'),
  /**
   * Whether network security groups and route tables act on private endpoints; Disabled by default
   * (learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy). Older api-versions meant Enabled.
   */
  privateEndpointNetworkPolicies: choice(
    'properties.privateEndpointNetworkPolicies',
    ['Enabled', 'Disabled', 'NetworkSecurityGroupEnabled', 'RouteTableEnabled'],
    { absent: 'Disabled', since: '2022-11-01' },
  ),
} as const;

export const NETWORK_SECURITY_GROUP = {
  securityRules: list('properties.securityRules', anObject, { absent: [] }),
  /** Those that every group has, of the lowest priorities. */
  defaultSecurityRules: list('properties.defaultSecurityRules', anObject, { absent: [] }),
} as const;

/** One entry of `securityRules` or of `defaultSecurityRules`. */
export const SECURITY_RULE = {
  /** The lowest number is asked first. */
  priority: integer('properties.priority', { absent: null }),
  direction: choice('properties.direction', ['Inbound', 'Outbound'], { absent: null }),
  access: choice('properties.access', ['Allow', 'Deny'], { absent: null }),
  protocol: choice('properties.protocol', ['*', 'Tcp', 'Udp', 'Icmp', 'Esp', 'Ah'], { absent: null }),
  sourcePortRange: name('properties.sourcePortRange'),
  sourcePortRanges: list('properties.sourcePortRanges', aString, { absent: [] }),
  destinationPortRange: name('properties.destinationPortRange'),
  destinationPortRanges: list('properties.destinationPortRanges', aString, { absent: [] }),
  sourceAddressPrefix: name('properties.sourceAddressPrefix'),
  sourceAddressPrefixes: list('properties.sourceAddressPrefixes', aString, { absent: [] }),
  sourceApplicationSecurityGroups: list('properties.sourceApplicationSecurityGroups', anObject, {
    absent: [],
  }),
  destinationAddressPrefix: name('properties.destinationAddressPrefix'),
  destinationAddressPrefixes: list('properties.destinationAddressPrefixes', aString, { absent: [] }),
  destinationApplicationSecurityGroups: list('properties.destinationApplicationSecurityGroups', anObject, {
    absent: [],
  }),
} as const;

/** One entry of `virtualNetworkPeerings`. */
export const PEERING = {
  remoteId: name('properties.remoteVirtualNetwork.id'),
  /** Only a Connected one carries traffic. */
  state: choice('properties.peeringState', ['Connected', 'Initiated', 'Disconnected'], { absent: null }),
} as const;

export const ZONE_LINK = {
  registrationEnabled: flag('properties.registrationEnabled', { absent: false }),
  virtualNetworkId: name('properties.virtualNetwork.id'),
  /** A zone answers in the network once it is Completed. */
  state: choice('properties.virtualNetworkLinkState', ['Completed', 'InProgress'], { absent: null }),
} as const;

export const A_RECORD = {
  addresses: list('properties.aRecords', anObject, { absent: [] }),
} as const;

/** One entry of `aRecords`. */
export const A_RECORD_ENTRY = {
  address: name('ipv4Address'),
} as const;

/** What is sent where of a resource's logs (learn.microsoft.com/rest/api/monitor/diagnostic-settings). */
export const DIAGNOSTIC_SETTING = {
  logs: list('properties.logs', anObject, { absent: [] }),
} as const;

/** One entry of a diagnostic setting's `logs`: it names a category or a group of them. */
export const DIAGNOSTIC_LOG = {
  category: name('category'),
  categoryGroup: name('categoryGroup'),
  enabled: flag('enabled', { absent: false }),
} as const;
