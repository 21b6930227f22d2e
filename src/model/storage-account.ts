import { STORAGE_ACCOUNT } from './arm-properties.js';
import type { Model } from './model.js';
import { NamedResource } from './named-resource.js';
import { accessOf, isRestricted } from './network-access.js';
import { once } from './snapshot-index.js';

/** The default storage account of a workspace. */
export class StorageAccount extends NamedResource {
  constructor(model: Model, id: string) {
    super(id, model.index.resource(id, 'storageAccount'));
  }

  readonly publicNetworkAccess = once(() => accessOf(this.resource, STORAGE_ACCOUNT));

  readonly isRestricted = once(() => isRestricted(this.resource, STORAGE_ACCOUNT));
}
