import { accessOf, isRestricted, publicReach } from '../addresses/network-access.js';
import { anyIn, chain, type Fact, type Listing, map } from '../algebra/fact.js';
import { KEY_VAULT } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import { NamedResource } from '../bodies/named-resource.js';
import { once } from '../bodies/snapshot-index.js';
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
  readonly bypass = once(() => chain(this.resource, (resource) => resource.read(KEY_VAULT.bypass)));

  readonly connections = once(
    (): Listing<Connection> => embeddedConnections(this, KEY_VAULT.privateEndpointConnections),
  );

  /** The workspaces read that use it. */
  readonly users = once((): Listing<Workspace> => this.model.ownersUsing('keyVaultId', this.id));

  /** Whether an endpoint of these workspaces is called with a key, which is kept in the vault. */
  readonly hasKeyEndpoint = once(
    (): Fact<boolean> =>
      anyIn(this.users(), (workspace) =>
        anyIn(workspace.servedEndpoints(), (endpoint) => map(endpoint.authMode(), (mode) => mode === 'Key')),
      ),
  );
}
