import {
  ALLOW_OR_DENY,
  type DocumentedTypes,
  ENABLED_OR_DISABLED,
  LEARN,
  MACHINE_LEARNING,
  REST,
} from './documented-property.js';
import { MANAGED_NETWORK } from './managed-network.js';

const TEMPLATES = `${LEARN}/azure/templates/microsoft.machinelearningservices`;
const PRIVATE_LINK = `${MACHINE_LEARNING}/how-to-configure-private-link`;

export const WORKSPACE_TYPES: DocumentedTypes = {
  WORKSPACE: {
    page: `${REST}/azureml/workspaces/get`,
    properties: {
      kind: {
        path: 'kind',
        holds: 'text',
        absent: 'Default',
        safe: 'answers carry it where a workspace is a hub or a project, and nothing goes by the other kinds',
      },
      location: {
        path: 'location',
        holds: 'name',
        absent: null,
        safe: 'names that hold the region are gaps',
      },
      guid: {
        path: 'properties.workspaceId',
        holds: 'name',
        absent: null,
        safe: 'read-only, and there once the workspace is made; names that hold it are gaps',
      },
      createdAt: {
        path: 'systemData.createdAt',
        holds: 'name',
        absent: null,
        safe: 'properties.creationTime is asked next',
      },
      creationTime: {
        path: 'properties.creationTime',
        holds: 'name',
        absent: null,
        safe: 'no page has it, and answers carry it; a workspace without a time is not taken for a new one',
      },
      hubResourceId: {
        path: 'properties.hubResourceId',
        holds: 'name',
        absent: null,
        safe: 'the owner of a workspace of kind Project is then a gap; no other kind has a hub',
      },
      primaryUserAssignedIdentity: {
        path: 'properties.primaryUserAssignedIdentity',
        holds: 'name',
        absent: null,
        safe: 'the system-assigned identity works where there is one; of several user-assigned ones it is a gap',
      },
      v1LegacyMode: {
        path: 'properties.v1LegacyMode',
        holds: 'flag',
        absent: false,
        since: '2022-05-01',
        says: 'the parameter v1_legacy_mode is false by default; it came with the API version 2022-05-01',
        page: `${MACHINE_LEARNING}/how-to-configure-network-isolation-with-v2`,
      },
      publicNetworkAccess: {
        path: 'properties.publicNetworkAccess',
        holds: ENABLED_OR_DISABLED,
        absent: null,
        safe: 'the older flag opens the workspace; else an Approved private endpoint closes it, or it is a gap',
        page: PRIVATE_LINK,
      },
      allowPublicAccessWhenBehindVnet: {
        path: 'properties.allowPublicAccessWhenBehindVnet',
        holds: 'flag',
        absent: false,
        says: 'the flag to indicate whether to allow public access when behind VNet: default false',
      },
      ipAllowlist: {
        path: 'properties.ipAllowlist',
        holds: 'strings',
        absent: null,
        since: '2024-07-01',
        previewOnly: true,
        safe: 'no list in an answer of a preview that knows lists; in no stable version',
        page: `${TEMPLATES}/2024-07-01-preview/workspaces`,
      },
      networkAclsDefaultAction: {
        path: 'properties.networkAcls.defaultAction',
        holds: ALLOW_OR_DENY,
        absent: 'Allow',
        since: '2024-07-01',
        previewOnly: true,
        safe: 'an open workspace without a rule set takes requests from every network: the wider reading',
        page: `${TEMPLATES}/2024-07-01-preview/workspaces`,
      },
      networkAclsIpRules: {
        path: 'properties.networkAcls.ipRules',
        holds: 'objects',
        absent: null,
        since: '2024-07-01',
        previewOnly: true,
        safe: 'no rules in an answer of a preview that knows rules; in no stable version',
        page: `${TEMPLATES}/2024-07-01-preview/workspaces`,
      },
      imageBuildCompute: {
        path: 'properties.imageBuildCompute',
        holds: 'name',
        absent: null,
        says: 'without one the registry builds the images, for which registry and storage have to be public',
        page: `${MACHINE_LEARNING}/how-to-secure-workspace-vnet`,
      },
      containerRegistry: {
        path: 'properties.containerRegistry',
        holds: 'name',
        absent: null,
        says: 'if omitted it is created, the first time it is needed: null until then',
        page: `${MACHINE_LEARNING}/reference-yaml-workspace`,
      },
      storageAccount: {
        path: 'properties.storageAccount',
        holds: 'id',
        absent: null,
        safe: 'made with every workspace but a project, which has its hub for owner; an empty id is a gap',
      },
      keyVault: {
        path: 'properties.keyVault',
        holds: 'id',
        absent: null,
        safe: 'made with every workspace but a project, which has its hub for owner; an empty id is a gap',
      },
      privateEndpointConnections: {
        path: 'properties.privateEndpointConnections',
        holds: 'objects',
        absent: [],
        safe: 'read-only; answers leave it out where privateLinkCount is 0',
      },
      ...MANAGED_NETWORK,
    },
  },
};
