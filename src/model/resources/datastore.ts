import type { AssetLocation } from '../../arm/asset-location.js';
import { resourcePath } from '../../arm/path-builders.js';
import { STORAGE_ACCOUNT_TYPE } from '../../arm/resource-types.js';
import { derived, once } from '../algebra/derived.js';
import { all, chain, type Fact, known, type Listing, unread } from '../algebra/fact.js';
import { DATASTORE } from '../arm-properties/index.js';
import { NamedResource } from '../bodies/named-resource.js';
import type { Resource } from '../bodies/resource.js';
import type { Workspace } from './workspace.js';

/** Where the files of a datastore lie. */
export type DatastoreLocation = Extract<AssetLocation, { readonly kind: 'account' | 'onelake' }>;

const SERVICES = { AzureBlob: 'blob', AzureDataLakeGen2: 'dfs', AzureFile: 'file' } as const;

/** A datastore of a workspace: a container, file system or share by a name. */
export class Datastore extends NamedResource {
  readonly workspace: Workspace;

  constructor(workspace: Workspace, id: string) {
    super(id, workspace.model.index.resource(id, 'datastores'));
    this.workspace = workspace;
  }

  /** The storage account that it leads to; a gap for the first Data Lake, which is none and no longer exists. */
  readonly location = once((): Fact<DatastoreLocation> => chain(this.resource, locationOf));

  /** The id of that storage account; null where the datastore does not tell where it lies. */
  accountId(): string | null {
    const parts = chain(this.resource, (resource) =>
      all(
        [DATASTORE.subscriptionId, DATASTORE.resourceGroup, DATASTORE.accountName].map((each) =>
          resource.read(each),
        ),
      ),
    );
    const [subscription = null, group = null, account = null] = parts.known ? parts.value : [];
    if (subscription === null || group === null || account === null) return null;
    return resourcePath(subscription, group, STORAGE_ACCOUNT_TYPE, account);
  }
}

function locationOf(resource: Resource): Fact<DatastoreLocation> {
  return chain(resource.read(DATASTORE.datastoreType), (type): Fact<DatastoreLocation> => {
    if (type === 'OneLake') return known({ kind: 'onelake' });
    if (type === null || type === 'AzureDataLakeGen1') {
      const actual = type === null ? 'absent' : `${type}, which is no storage account`;
      return unread(resource.gap('unsupported', `${DATASTORE.datastoreType.path} is ${actual}`));
    }
    return chain(resource.read(DATASTORE.accountName), (account) =>
      account === null
        ? unread(resource.gap('unsupported', `${DATASTORE.accountName.path} is absent`))
        : known({ kind: 'account', account: account.toLowerCase(), service: SERVICES[type] }),
    );
  });
}

/** Its datastores. */
export const datastoresOf = derived((workspace: Workspace): Listing<Datastore> => {
  const listing = workspace.model.index.children(workspace.id, 'datastores');
  return { items: listing.items.map((id) => new Datastore(workspace, id)), gaps: listing.gaps };
});
