import { anObject, aString, choice, flag, list, name, text } from '../../arm/property.js';
import { OPEN_OR_CLOSED } from './states.js';

/** Properties of the services that a workspace depends on. */

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
  /** Older versions keep them back, and may hide how wide the firewall is open. */
  ipv6Rules: list('properties.networkAcls.ipv6Rules', anObject, { absent: [], since: '2025-01-01' }),
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
