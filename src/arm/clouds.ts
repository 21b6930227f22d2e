/** The Azure clouds that isocheck knows, as the Azure CLI names them. */
export const CLOUD_NAMES = ['AzureCloud', 'AzureUSGovernment', 'AzureChinaCloud'] as const;
export type CloudName = (typeof CLOUD_NAMES)[number];

/** What differs between the Azure clouds: where ARM answers, who signs in, and the names that DNS uses. */
export interface Cloud {
  readonly name: CloudName;
  /** Address of Azure Resource Manager, without a trailing slash. */
  readonly armEndpoint: string;
  /** Address of Microsoft Entra ID for this cloud. */
  readonly authorityHost: string;
  /** Private DNS zone of the workspace API and of scoring: holds `*.<guid>.inference.<region>`. */
  readonly apiZone: string;
  /** Private DNS zone of the workspace's notebooks. */
  readonly notebooksZone: string;
  /** What follows `<endpoint>.<region>.` in the scoring host. */
  readonly inferenceSuffix: string;
  /** Private DNS zones of the services that a workspace depends on, by the sub-resource of the private endpoint. */
  readonly dependencyZones: {
    readonly blob: string;
    readonly file: string;
    readonly queue: string;
    readonly table: string;
    readonly dfs: string;
    readonly vault: string;
    readonly registry: string;
  };
  /** What follows the registry's name in its login server. */
  readonly registrySuffix: string;
  /** Host of the Microsoft Container Registry. */
  readonly microsoftContainerRegistry: string;
}

/**
 * Zone and host names: learn.microsoft.com/azure/machine-learning/how-to-custom-dns and
 * learn.microsoft.com/azure/private-link/private-endpoint-dns (reviewed 2026-11-24). ARM and sign-in addresses:
 * the Azure CLI's cloud list (`az cloud list`).
 */
export const CLOUDS: Readonly<Record<CloudName, Cloud>> = {
  AzureCloud: {
    name: 'AzureCloud',
    armEndpoint: 'https://management.azure.com',
    authorityHost: 'https://login.microsoftonline.com',
    apiZone: 'privatelink.api.azureml.ms',
    notebooksZone: 'privatelink.notebooks.azure.net',
    inferenceSuffix: 'inference.ml.azure.com',
    dependencyZones: dependencyZones('core.windows.net', 'vaultcore.azure.net', 'azurecr.io'),
    registrySuffix: 'azurecr.io',
    microsoftContainerRegistry: 'mcr.microsoft.com',
  },
  AzureUSGovernment: {
    name: 'AzureUSGovernment',
    armEndpoint: 'https://management.usgovcloudapi.net',
    authorityHost: 'https://login.microsoftonline.us',
    apiZone: 'privatelink.api.ml.azure.us',
    notebooksZone: 'privatelink.notebooks.usgovcloudapi.net',
    inferenceSuffix: 'inference.ml.azure.us',
    dependencyZones: dependencyZones('core.usgovcloudapi.net', 'vaultcore.usgovcloudapi.net', 'azurecr.us'),
    registrySuffix: 'azurecr.us',
    microsoftContainerRegistry: 'mcr.microsoft.com',
  },
  AzureChinaCloud: {
    name: 'AzureChinaCloud',
    armEndpoint: 'https://management.chinacloudapi.cn',
    authorityHost: 'https://login.chinacloudapi.cn',
    apiZone: 'privatelink.api.ml.azure.cn',
    notebooksZone: 'privatelink.notebooks.chinacloudapi.cn',
    inferenceSuffix: 'inference.ml.azure.cn',
    dependencyZones: dependencyZones('core.chinacloudapi.cn', 'vaultcore.azure.cn', 'azurecr.cn'),
    registrySuffix: 'azurecr.cn',
    microsoftContainerRegistry: 'mcr.microsoft.com',
  },
};

function dependencyZones(storage: string, vault: string, registry: string): Cloud['dependencyZones'] {
  return {
    blob: `privatelink.blob.${storage}`,
    file: `privatelink.file.${storage}`,
    queue: `privatelink.queue.${storage}`,
    table: `privatelink.table.${storage}`,
    dfs: `privatelink.dfs.${storage}`,
    vault: `privatelink.${vault}`,
    registry: `privatelink.${registry}`,
  };
}
