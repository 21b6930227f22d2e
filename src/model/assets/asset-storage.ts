import { type AssetLocation, parseAssetLocation, type StorageService } from '../../arm/asset-location.js';
import type { AssetReference } from '../../arm/asset-reference.js';
import { READS } from '../../arm/reads.js';
import { nameOf, sameId } from '../../arm/resource-id.js';
import { derived } from '../algebra/derived.js';
import { both, chain, complete, type Fact, known, map, unread } from '../algebra/fact.js';
import { CODE, DEPLOYMENT, MODEL } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';
import { type Datastore, type DatastoreLocation, datastoresOf } from '../resources/datastore.js';
import type { Deployment } from '../resources/deployment.js';

/**
 * Where the files of a deployment's model or scoring script come from:
 * - `default-storage`: the storage account that the workspace owns (of a project, its hub);
 * - `other-storage`: any other storage account, be it a datastore's or named by its address;
 * - `onelake`: Microsoft Fabric;
 * - `registry`: an Azure ML registry, whose files lie in storage accounts of its own;
 * - `none`: the deployment names none.
 */
export type AssetStorage =
  | { readonly way: 'none' }
  | { readonly way: 'registry'; readonly registry: string; readonly asset: StoredAsset }
  | { readonly way: 'onelake'; readonly datastore: string | null; readonly asset: StoredAsset }
  | {
      readonly way: 'default-storage' | 'other-storage';
      /** Name of the storage account. */
      readonly account: string;
      /** Its id; null where nobody tells where it lies. */
      readonly accountId: string | null;
      readonly service: StorageService;
      /** The datastore that leads there; null where the asset names the account itself. */
      readonly datastore: string | null;
      readonly asset: StoredAsset;
    };

/** The place where a resource says where the files lie. */
export interface StoredAsset {
  readonly resourceId: string;
  readonly path: string;
  readonly actual: string;
}

const ASSETS = {
  model: { read: 'model', uri: MODEL.modelUri },
  code: { read: 'code', uri: CODE.codeUri },
} as const;

/** Where files lie, in words. */
export function placeOf(storage: Exclude<AssetStorage, { readonly way: 'none' }>): string {
  if (storage.way === 'registry') return `Azure ML registry ${storage.registry}`;
  const place =
    storage.way === 'onelake' ? 'OneLake of Microsoft Fabric' : `storage account ${storage.account}`;
  return storage.datastore === null ? place : `${place} (datastore ${storage.datastore})`;
}

/** Computes where the model of a deployment comes from. */
export const modelStorage = derived((deployment: Deployment): Fact<AssetStorage> => {
  return storageOf(deployment, 'model', both(deployment.modelId(), deployment.model()));
});

/** Computes where the scoring script of a deployment comes from. */
export const codeStorage = derived((deployment: Deployment): Fact<AssetStorage> => {
  return storageOf(deployment, 'code', both(deployment.codeId(), deployment.code()));
});

function storageOf(
  deployment: Deployment,
  kind: 'model' | 'code',
  named: Fact<readonly [id: string | null, reference: AssetReference | null]>,
): Fact<AssetStorage> {
  return chain(named, ([id, reference]): Fact<AssetStorage> => {
    if (id === null || reference === null) return known({ way: 'none' });
    const { registry } = reference;
    if (registry !== null) {
      const { path } = kind === 'model' ? DEPLOYMENT.model : DEPLOYMENT.codeId;
      return known({ way: 'registry', registry, asset: { resourceId: deployment.id, path, actual: id } });
    }
    const { read, uri } = ASSETS[kind];
    return chain(deployment.asset(reference, read, id), (resource) =>
      chain(resource.read(uri), (address) =>
        address === null
          ? unread(resource.gap('unsupported', `${uri.path} is absent`))
          : stored(deployment, resource, uri.path, address),
      ),
    );
  });
}

function stored(
  deployment: Deployment,
  resource: Resource,
  path: string,
  address: string,
): Fact<AssetStorage> {
  const { workspace } = deployment;
  const guid = workspace.guid();
  const location = parseAssetLocation(
    address,
    { id: workspace.id, guid: guid.known ? guid.value : null },
    workspace.model.cloud,
  );
  const asset: StoredAsset = { resourceId: resource.id, path, actual: address };
  if (location === null) {
    return unread(
      resource.gap('unsupported', `${path} is ${address}, which is no address that isocheck knows`),
    );
  }
  if (location.kind === 'registry') return known({ way: 'registry', registry: location.registry, asset });
  if (location.kind !== 'datastore') return atLocation(deployment, asset, location, null);
  return chain(datastoreAt(deployment, asset, location), (datastore) =>
    chain(datastore.location(), (place) => atLocation(deployment, asset, place, datastore)),
  );
}

function atLocation(
  deployment: Deployment,
  asset: StoredAsset,
  location: DatastoreLocation,
  store: Datastore | null,
): Fact<AssetStorage> {
  const datastore = store?.name ?? null;
  if (location.kind === 'onelake') return known({ way: 'onelake', datastore, asset });
  const { account, service } = location;
  const owner = deployment.workspace.owner();
  return map(
    chain(owner, (workspace) => workspace.storageId()),
    (own): AssetStorage => {
      const isOwn = own !== null && nameOf(own).toLowerCase() === account;
      const accountId = isOwn ? own : (store?.accountId() ?? null);
      const way = isOwn ? 'default-storage' : 'other-storage';
      return { way, account, accountId, service, datastore, asset };
    },
  );
}

/** The datastore that an address names; a gap for one of a workspace that is not the deployment's own. */
function datastoreAt(
  { workspace }: Deployment,
  asset: StoredAsset,
  location: Extract<AssetLocation, { readonly kind: 'datastore' }>,
): Fact<Datastore> {
  const gap = (detail: string) =>
    unread({
      scope: asset.resourceId.toLowerCase(),
      operation: READS.datastores.operation,
      reason: 'unsupported',
      detail,
    });
  if (location.workspaceId === null || !sameId(location.workspaceId, workspace.id)) {
    return gap(
      `${asset.path} is ${asset.actual}: a datastore of another workspace, which isocheck does not read`,
    );
  }
  const wanted = location.datastore.toLowerCase();
  const datastores = datastoresOf(workspace);
  const found = datastores.items.find(({ name }) => name.toLowerCase() === wanted);
  if (found !== undefined) return known(found);
  return chain(complete(datastores), () =>
    gap(`${asset.path} is ${asset.actual}: the workspace has no datastore ${location.datastore}`),
  );
}
