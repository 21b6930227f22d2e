import { anObject, aString, choice, flag, id, list, name, object, text } from '../../arm/property.js';
import { CONNECTION_STATES, OPEN_OR_CLOSED, PROVISIONING_STATES } from './states.js';

/** Properties of workspaces and of what lies in them. */

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
  /**
   * An answer that does not know managed networks must not make a managed workspace look like a legacy one: the
   * stable 2023-04-01 has no `managedNetwork`, though the preview of that day does
   * (learn.microsoft.com/azure/templates/microsoft.machinelearningservices/2023-10-01/workspaces).
   */
  isolationMode: choice(
    'properties.managedNetwork.isolationMode',
    ['Disabled', 'AllowInternetOutbound', 'AllowOnlyApprovedOutbound'],
    { absent: 'Disabled', since: '2023-10-01' },
  ),
  /** Absent: not provisioned. */
  managedNetworkStatus: choice('properties.managedNetwork.status.status', ['Active', 'Inactive'], {
    absent: 'Inactive',
    since: '2023-10-01',
  }),
  outboundRules: object('properties.managedNetwork.outboundRules', { absent: null }),
  /** Whether the managed network has a part for serverless Spark. */
  sparkReady: flag('properties.managedNetwork.status.sparkReady', { absent: false, since: '2023-10-01' }),
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
  /**
   * What a compute of its type has beside that of any type: a list may leave it out
   * (learn.microsoft.com/rest/api/azureml/compute/list, reviewed 2026-11-24).
   */
  inner: object('properties.properties', { absent: null }),
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

export const ENDPOINT = {
  location: name('location'),
  /** Set for Kubernetes endpoints alone. */
  compute: name('properties.compute'),
  /** In no stable version before 2022-10-01: the stable 2022-05-01 lacks what the preview of February has. */
  publicNetworkAccess: choice('properties.publicNetworkAccess', OPEN_OR_CLOSED, {
    absent: 'Enabled',
    since: '2022-10-01',
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

export const DEPLOYMENT = {
  /** Absent means Enabled (REST reference of online deployments). In no stable version before 2022-10-01. */
  egressPublicNetworkAccess: choice('properties.egressPublicNetworkAccess', OPEN_OR_CLOSED, {
    absent: 'Enabled',
    since: '2022-10-01',
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
