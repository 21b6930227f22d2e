import { STORAGE_ACCOUNT } from './arm-properties.js';
import { type Connection, type ConnectionHost, embeddedConnections } from './connection.js';
import type { Listing } from './fact.js';
import type { Model } from './model.js';
import { NamedResource } from './named-resource.js';
import { accessOf, isRestricted } from './network-access.js';
import { once } from './snapshot-index.js';
import type { Workspace } from './workspace.js';

/** The default storage account of one or more workspaces. */
export class StorageAccount extends NamedResource implements ConnectionHost {
  readonly type = 'storage-account';
  readonly model: Model;

  constructor(model: Model, id: string) {
    super(id, model.index.resource(id, 'storageAccount'));
    this.model = model;
  }

  readonly publicNetworkAccess = once(() => accessOf(this.resource, STORAGE_ACCOUNT));

  readonly isRestricted = once(() => isRestricted(this.resource, STORAGE_ACCOUNT));

  readonly connections = once(
    (): Listing<Connection> => embeddedConnections(this, STORAGE_ACCOUNT.privateEndpointConnections),
  );

  /** The workspaces read that use it. */
  readonly users = once((): Listing<Workspace> => this.model.ownersUsing('storageId', this.id));
}
