import { STORAGE_ACCOUNT } from './arm-properties.js';
import type { Fact } from './fact.js';
import type { Model } from './model.js';
import { accessOf, isRestricted } from './network-access.js';
import type { Resource } from './resource.js';
import { nameOf } from './resource-id.js';
import { once } from './snapshot-index.js';

/** The default storage account of a workspace. */
export class StorageAccount {
  readonly resource: Fact<Resource>;
  readonly id: string;
  readonly name: string;

  constructor(model: Model, id: string) {
    this.resource = model.index.resource(id, 'storageAccount');
    this.id = this.resource.known ? this.resource.value.id : id;
    this.name = nameOf(this.id);
  }

  readonly publicNetworkAccess = once(() => accessOf(this.resource, STORAGE_ACCOUNT));

  readonly isRestricted = once(() => isRestricted(this.resource, STORAGE_ACCOUNT));
}
