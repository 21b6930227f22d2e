/** Names and ids of a made-up estate. */
export interface Names {
  readonly subscription: string;
  readonly group: string;
  readonly region: string;
  readonly guid: string;
  readonly workspace: string;
  readonly registry: string;
  readonly storage: string;
  readonly keyVault: string;
  readonly virtualNetwork: string;
  readonly privateEndpoint: string;
  readonly networkInterface: string;
  readonly apiZone: string;
  readonly notebooksZone: string;
  readonly connection: string;
}

/** Subscription of the estate. */
export const SUBSCRIPTION = '3f1c2a4e-5b6d-4e7f-8a9b-0c1d2e3f4a5b';

/** A subscription of Microsoft's, in which the private endpoints of isolated deployments live. */
export const MICROSOFT_SUBSCRIPTION = '8e0f6b1c-2d3e-4f50-9a6b-7c8d9e0f1a2b';

/** Subscription of the network team's hub. */
export const HUB_SUBSCRIPTION = '7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c0d';

/** The ids of an estate around a workspace called `mlw-<suffix>`. */
export function namesOf(
  suffix: string,
  options: { subscription?: string; group?: string; region?: string; guid?: string } = {},
): Names {
  const subscription = options.subscription ?? SUBSCRIPTION;
  const group = options.group ?? `rg-${suffix}`;
  const region = options.region ?? 'eastus';
  const guid = options.guid ?? '5d0b9c1e-7f2a-4c3b-9d4e-6a7b8c9d0e1f';
  const inGroup = `/subscriptions/${subscription}/resourceGroups/${group}/providers`;
  const workspace = `${inGroup}/Microsoft.MachineLearningServices/workspaces/mlw-${suffix}`;
  return {
    subscription,
    group,
    region,
    guid,
    workspace,
    registry: `${inGroup}/Microsoft.ContainerRegistry/registries/cr${suffix}`,
    storage: `${inGroup}/Microsoft.Storage/storageAccounts/st${suffix}`,
    keyVault: `${inGroup}/Microsoft.KeyVault/vaults/kv-${suffix}`,
    virtualNetwork: `${inGroup}/Microsoft.Network/virtualNetworks/vnet-${suffix}`,
    privateEndpoint: `${inGroup}/Microsoft.Network/privateEndpoints/pe-mlw-${suffix}`,
    networkInterface: `${inGroup}/Microsoft.Network/networkInterfaces/pe-mlw-${suffix}.nic`,
    apiZone: `${inGroup}/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms`,
    notebooksZone: `${inGroup}/Microsoft.Network/privateDnsZones/privatelink.notebooks.azure.net`,
    connection: `${workspace}/privateEndpointConnections/mlw-${suffix}.9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d`,
  };
}

/** Id of an endpoint of a workspace. */
export function endpointId(workspace: string, endpoint: string): string {
  return `${workspace}/onlineEndpoints/${endpoint}`;
}

/** Id of a deployment of an endpoint of a workspace. */
export function deploymentId(workspace: string, endpoint: string, deployment: string): string {
  return `${endpointId(workspace, endpoint)}/deployments/${deployment}`;
}
