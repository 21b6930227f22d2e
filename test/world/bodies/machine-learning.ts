import type { Cloud } from '../../../src/arm/clouds.js';
import { nameOf } from '../../../src/arm/resource-id.js';
import type { JsonObject } from '../../../src/json.js';
import { deploymentId, endpointId, type Names } from '../names.js';

type Body = JsonObject & { id: string };

export type IsolationMode = 'Disabled' | 'AllowInternetOutbound' | 'AllowOnlyApprovedOutbound';

/** A workspace (learn.microsoft.com/rest/api/azureml/workspaces/get). */
export function workspaceBody(
  { workspace, region, guid, registry, storage, keyVault }: Names,
  cloud: Cloud,
  access: 'Enabled' | 'Disabled',
  isolationMode: IsolationMode,
): Body {
  const name = nameOf(workspace);
  const mode =
    isolationMode === 'Disabled'
      ? {}
      : { status: { status: 'Active', sparkReady: false }, outboundRules: {} };
  const api = cloud.apiZone.replace('privatelink.', '');
  return {
    id: workspace,
    name,
    type: 'Microsoft.MachineLearningServices/workspaces',
    location: region,
    kind: 'Default',
    tags: {},
    etag: null,
    sku: { name: 'Basic', tier: 'Basic' },
    identity: {
      type: 'SystemAssigned',
      principalId: '0a1b2c3d-4e5f-4607-9819-90a1b2c3d4e5',
      tenantId: '2c3d4e5f-6071-4829-9a31-b2c3d4e5f607',
    },
    properties: {
      friendlyName: name,
      description: '',
      workspaceId: guid,
      storageAccount: storage,
      keyVault,
      containerRegistry: registry,
      applicationInsights: workspace.replace(
        `Microsoft.MachineLearningServices/workspaces/${name}`,
        `Microsoft.insights/components/appi-${name}`,
      ),
      imageBuildCompute: 'cpu-build',
      publicNetworkAccess: access,
      ipAllowlist: [],
      v1LegacyMode: false,
      managedNetwork: { isolationMode, ...mode },
      provisioningState: 'Succeeded',
      discoveryUrl: `https://${guid}.workspace.${region}.${api}/discovery`,
      privateLinkCount: 0,
    },
    systemData: { createdAt: '2024-03-12T08:00:00.0000000Z', createdByType: 'User' },
  };
}

/** A managed online endpoint (learn.microsoft.com/rest/api/azureml/online-endpoints/get). */
export function endpointBody(
  { workspace, region }: Names,
  { inferenceSuffix }: Cloud,
  name: string,
  access: 'Enabled' | 'Disabled',
  traffic: Readonly<Record<string, number>>,
): Body {
  return {
    id: endpointId(workspace, name),
    name,
    type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
    location: region,
    kind: 'Managed',
    tags: {},
    identity: {
      type: 'SystemAssigned',
      principalId: '1b2c3d4e-5f60-4718-8920-a1b2c3d4e5f6',
      tenantId: '2c3d4e5f-6071-4829-9a31-b2c3d4e5f607',
    },
    properties: {
      authMode: 'Key',
      compute: null,
      description: null,
      provisioningState: 'Succeeded',
      publicNetworkAccess: access,
      scoringUri: `https://${name}.${region}.${inferenceSuffix}/score`,
      swaggerUri: `https://${name}.${region}.${inferenceSuffix}/swagger.json`,
      traffic,
      mirrorTraffic: {},
    },
  };
}

/** A managed online deployment (learn.microsoft.com/rest/api/azureml/online-deployments/get). */
export function deploymentBody(
  { workspace, region }: Names,
  endpoint: string,
  name: string,
  egress: 'Enabled' | 'Disabled',
  environment: string,
): Body {
  return {
    id: deploymentId(workspace, endpoint, name),
    name,
    type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
    location: region,
    kind: 'Managed',
    tags: {},
    sku: { name: 'Default', tier: 'Standard', capacity: 1 },
    properties: {
      description: null,
      endpointComputeType: 'Managed',
      egressPublicNetworkAccess: egress,
      environmentId: environment,
      model: `${workspace}/models/${endpoint}/versions/1`,
      instanceType: 'Standard_DS3_v2',
      provisioningState: 'Succeeded',
      appInsightsEnabled: false,
    },
  };
}

/** An environment version (learn.microsoft.com/rest/api/azureml/environment-versions/get). */
export function environmentBody(id: string, properties: JsonObject): Body {
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.MachineLearningServices/workspaces/environments/versions',
    properties: { description: null, isAnonymous: false, osType: 'Linux', ...properties },
  };
}

/** A model version (learn.microsoft.com/rest/api/azureml/model-versions/get). */
export function modelBody({ subscription, group, workspace }: Names, id: string, modelType: string): Body {
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.MachineLearningServices/workspaces/models/versions',
    properties: {
      modelType,
      modelUri: `azureml://subscriptions/${subscription}/resourceGroups/${group}/workspaces/${nameOf(workspace)}/datastores/workspaceblobstore/paths/model`,
    },
  };
}

/** A code version, as the CLI uploads one to the default datastore (learn.microsoft.com/rest/api/azureml/code-versions/get). */
export function codeBody({ storage, guid }: Names, { blob }: Cloud['dependencyZones'], id: string): Body {
  const host = blob.replace('privatelink.', `${nameOf(storage)}.`);
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.MachineLearningServices/workspaces/codes/versions',
    properties: {
      description: null,
      isAnonymous: false,
      isArchived: false,
      codeUri: `https://${host}/azureml-blobstore-${guid}/LocalUpload/score`,
    },
  };
}

/** A cluster of CPU nodes (learn.microsoft.com/rest/api/azureml/compute/get). */
export function clusterBody({ workspace, region }: Names, name: string, subnet: string | null): Body {
  return {
    id: `${workspace}/computes/${name}`,
    name,
    type: 'Microsoft.MachineLearningServices/workspaces/computes',
    location: region,
    properties: {
      computeType: 'AmlCompute',
      computeLocation: region,
      provisioningState: 'Succeeded',
      isAttachedCompute: false,
      properties: {
        vmSize: 'STANDARD_DS3_V2',
        vmPriority: 'Dedicated',
        scaleSettings: { minNodeCount: 0, maxNodeCount: 2, nodeIdleTimeBeforeScaleDown: 'PT120S' },
        subnet: subnet === null ? null : { id: subnet },
        enableNodePublicIp: false,
      },
    },
  };
}

/** The datastores that every workspace has (learn.microsoft.com/rest/api/azureml/datastores/list). */
export function datastoreBodies({ workspace, storage, subscription, group, guid }: Names): readonly Body[] {
  const account = { accountName: nameOf(storage), endpoint: 'core.windows.net', protocol: 'https' };
  const common = {
    description: null,
    credentials: { credentialsType: 'AccountKey' },
    serviceDataAccessAuthIdentity: 'None',
    subscriptionId: subscription,
    resourceGroup: group,
    ...account,
  };
  return [
    {
      id: `${workspace}/datastores/workspaceblobstore`,
      name: 'workspaceblobstore',
      type: 'Microsoft.MachineLearningServices/workspaces/datastores',
      properties: {
        ...common,
        datastoreType: 'AzureBlob',
        isDefault: true,
        containerName: `azureml-blobstore-${guid}`,
      },
    },
    {
      id: `${workspace}/datastores/workspacefilestore`,
      name: 'workspacefilestore',
      type: 'Microsoft.MachineLearningServices/workspaces/datastores',
      properties: {
        ...common,
        datastoreType: 'AzureFile',
        isDefault: false,
        fileShareName: `azureml-filestore-${guid}`,
      },
    },
  ];
}

/** An outbound rule of a managed network (learn.microsoft.com/rest/api/azureml/managed-network-settings-rule). */
export function requiredRuleBody(workspace: string, name: string, service: string, target: string): Body {
  return {
    id: `${workspace}/outboundRules/${name}`,
    name,
    type: 'workspace/outboundRules',
    properties: {
      type: 'PrivateEndpoint',
      category: 'Required',
      status: 'Active',
      destination: {
        serviceResourceId: service,
        subresourceTarget: target,
        sparkEnabled: false,
        sparkStatus: 'Inactive',
      },
    },
  };
}
