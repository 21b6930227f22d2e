import { accessOf, isRestricted, publicReach } from '../addresses/network-access.js';
import { derived, once, sharedById } from '../algebra/derived.js';
import { type Listing, map } from '../algebra/fact.js';
import { KEY_VAULT } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import { NamedResource } from '../bodies/named-resource.js';
import { type Connection, type ConnectionHost, embeddedConnections } from './connection.js';
import type { Workspace } from './workspace.js';

/** The key vault of one or more workspaces. */
export class KeyVault extends NamedResource implements ConnectionHost {
  readonly type = 'key-vault';
  readonly model: Model;

  constructor(model: Model, id: string) {
    super(id, model.index.resource(id, 'keyVault'));
    this.model = model;
  }

  readonly publicNetworkAccess = once(() => accessOf(this.resource, KEY_VAULT));

  readonly isRestricted = once(() => isRestricted(this.resource, KEY_VAULT));

  readonly publicReach = once(() => publicReach(this.resource, KEY_VAULT));

  /** Whether Azure's trusted services pass the firewall. */
  readonly bypass = once(() => this.read(KEY_VAULT.bypass));

  readonly connections = once(
    (): Listing<Connection> => embeddedConnections(this, KEY_VAULT.privateEndpointConnections),
  );
}

/** The key vault of an id: one object, whoever asks. */
export const keyVaultAt = sharedById((model: Model, id: string) => new KeyVault(model, id));

/** The key vault of a workspace; null where the body names none. */
export const keyVaultOf = derived((workspace: Workspace) =>
  map(workspace.keyVaultId(), (id) => (id === null ? null : keyVaultAt(workspace.model, id))),
);
