import { type ReferringWorkspace, workspaceAt } from './asset-reference.js';
import type { Cloud } from './clouds.js';

/** The service of a storage account that an address leads to, as private endpoints name it. */
export type StorageService = 'blob' | 'dfs' | 'file';

/** Where the address of a model's or a script's files leads. */
export type AssetLocation =
  | { readonly kind: 'account'; readonly account: string; readonly service: StorageService }
  /** `workspaceId` is null where it can't be told which workspace has the datastore. */
  | { readonly kind: 'datastore'; readonly datastore: string; readonly workspaceId: string | null }
  | { readonly kind: 'onelake' }
  | { readonly kind: 'registry'; readonly registry: string };

/** Where OneLake answers (learn.microsoft.com/fabric/onelake/onelake-access-api, reviewed 2026-11-24). */
const ONELAKE = /(?:^|[.-])onelake\.(?:dfs|blob)\.fabric\.microsoft\.com$/;

/**
 * Reads where the files of a model or of a scoring script lie: `azureml://…/datastores/<name>/paths/…` of a workspace,
 * `azureml://registries/…`, and the addresses of Azure Storage: `https://`, `abfss://` and `wasbs://`
 * (learn.microsoft.com/azure/machine-learning/how-to-access-data-interactive, and
 * learn.microsoft.com/azure/storage/common/storage-account-overview for the hosts, reviewed 2026-11-24).
 * @returns null for an address of another form, such as `runs:/…` or the host of somebody's own domain
 */
export function parseAssetLocation(
  uri: string,
  workspace: ReferringWorkspace,
  cloud: Cloud,
): AssetLocation | null {
  const address = uri.trim();
  const registry = /^azureml:\/\/registries\/([^/]+)\//i.exec(address)?.[1];
  if (registry !== undefined) return { kind: 'registry', registry };
  const [inDatastore, parent = '', datastore = ''] =
    /^(azureml:\/\/(?:.*\/)?)datastores\/([^/]+)\/paths(?:\/|$)/i.exec(address) ?? [];
  if (inDatastore !== undefined) {
    const workspaceId = workspaceAt(parent, workspace);
    return workspaceId === undefined ? null : { kind: 'datastore', datastore, workspaceId };
  }
  const host = hostOf(address);
  return host === null ? null : atHost(host, cloud);
}

/** The host of an address of Azure Storage; in `abfss` and `wasbs` the container stands before the `@`. */
function hostOf(address: string): string | null {
  const web = /^https?:\/\/([^/?#@:]+)(?::\d+)?(?:[/?#]|$)/i.exec(address)?.[1];
  const hadoop = /^(?:abfss?|wasbs?):\/\/[^/@]*@([^/?#@:]+)(?:[/?#]|$)/i.exec(address)?.[1];
  return (web ?? hadoop)?.toLowerCase() ?? null;
}

/** Accounts of the second kind of endpoint, `<account>.z01.blob.storage.azure.net`, have a zone in the name. */
function atHost(host: string, cloud: Cloud): AssetLocation | null {
  if (ONELAKE.test(host)) return { kind: 'onelake' };
  const [whole, account = '', , service = '', suffix = ''] =
    /^([a-z0-9]{3,24})(?:-secondary)?(\.z\d+)?\.(blob|dfs|file)\.(.+)$/.exec(host) ?? [];
  if (whole === undefined || !suffixes(cloud).includes(suffix)) return null;
  return {
    kind: 'account',
    account,
    service: service === 'dfs' ? 'dfs' : service === 'file' ? 'file' : 'blob',
  };
}

function suffixes({ dependencyZones }: Cloud): readonly string[] {
  return [dependencyZones.blob.replace('privatelink.blob.', ''), 'storage.azure.net'];
}
