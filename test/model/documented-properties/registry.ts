import {
  ALLOW_OR_DENY,
  type DocumentedTypes,
  ENABLED_OR_DISABLED,
  LEARN,
  REST,
} from './documented-property.js';

const CONTAINER_REGISTRY = `${LEARN}/azure/container-registry`;
const SELECTED_NETWORKS = `${CONTAINER_REGISTRY}/container-registry-access-selected-networks`;

export const REGISTRY_TYPES: DocumentedTypes = {
  REGISTRY: {
    page: `${REST}/container-registry/registries/get`,
    properties: {
      sku: {
        path: 'sku.name',
        holds: ['Basic', 'Standard', 'Premium', 'Classic'],
        absent: null,
        safe: 'required, and a gap without a value',
      },
      loginServer: {
        path: 'properties.loginServer',
        holds: 'name',
        absent: null,
        safe: "read-only; the host is then made of the registry's name and the cloud's domain",
      },
      publicNetworkAccess: {
        path: 'properties.publicNetworkAccess',
        holds: ENABLED_OR_DISABLED,
        absent: 'Enabled',
        since: '2019-12-01',
        says: 'by default, a registry accepts connections over the internet from hosts on any network',
        page: SELECTED_NETWORKS,
      },
      defaultAction: {
        path: 'properties.networkRuleSet.defaultAction',
        holds: ALLOW_OR_DENY,
        absent: 'Allow',
        says: 'by default, a registry accepts connections over the internet from hosts on any network',
        page: SELECTED_NETWORKS,
      },
      ipRules: {
        path: 'properties.networkRuleSet.ipRules',
        holds: 'objects',
        absent: [],
        safe: 'no rule lets anybody in; the default action decides',
        page: SELECTED_NETWORKS,
      },
      networkRuleBypassOptions: {
        path: 'properties.networkRuleBypassOptions',
        holds: ['AzureServices', 'None'],
        absent: 'AzureServices',
        since: '2020-11-01',
        says: 'by default, the allow trusted services setting is enabled in a new Azure container registry',
        page: `${CONTAINER_REGISTRY}/allow-access-trusted-services`,
      },
      quarantineStatus: {
        path: 'properties.policies.quarantinePolicy.status',
        holds: ['enabled', 'disabled'],
        absent: 'disabled',
        since: '2019-05-01',
        says: 'the value that indicates whether the policy is enabled or not: default disabled',
      },
      roleAssignmentMode: {
        path: 'properties.roleAssignmentMode',
        holds: ['LegacyRegistryPermissions', 'AbacRepositoryPermissions'],
        absent: 'LegacyRegistryPermissions',
        since: '2025-05-01',
        safe: 'registries were of this mode before there was another one, and answers carry the other one',
        page: `${CONTAINER_REGISTRY}/container-registry-rbac-abac-repository-permissions`,
      },
      privateEndpointConnections: {
        path: 'properties.privateEndpointConnections',
        holds: 'objects',
        absent: [],
        safe: 'read-only; answers have the empty list where there are none',
      },
    },
  },
};
