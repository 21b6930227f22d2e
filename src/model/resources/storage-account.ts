import { accessOf, isRestricted, publicReach } from '../addresses/network-access.js';
import { derived, once, sharedById } from '../algebra/derived.js';
import { all, chain, type Fact, known, type Listing, map, unread } from '../algebra/fact.js';
import { STORAGE_ACCOUNT, VIRTUAL_NETWORK_RULE } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import { NamedResource } from '../bodies/named-resource.js';
import { type Connection, type ConnectionHost, embeddedConnections } from './connection.js';
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

  readonly publicReach = once(() => publicReach(this.resource, STORAGE_ACCOUNT));

  readonly connections = once(
    (): Listing<Connection> => embeddedConnections(this, STORAGE_ACCOUNT.privateEndpointConnections),
  );

  /** The subnets that its firewall lets in by their service endpoints. */
  readonly subnetRules = once(
    (): Fact<readonly string[]> =>
      chain(this.resource, (resource) =>
        chain(resource.read(STORAGE_ACCOUNT.virtualNetworkRules), (rules) =>
          all(
            rules.map((rule) =>
              chain(resource.part(resource.id, rule).read(VIRTUAL_NETWORK_RULE.subnetId), (id) =>
                id === null
                  ? unread(
                      resource.gap(
                        'unsupported',
                        `${STORAGE_ACCOUNT.virtualNetworkRules.path} holds a rule without ${VIRTUAL_NETWORK_RULE.subnetId.path}`,
                      ),
                    )
                  : known(id),
              ),
            ),
          ),
        ),
      ),
  );
}

/** The storage account of an id: one object, whoever asks. */
export const storageAccountAt = sharedById((model: Model, id: string) => new StorageAccount(model, id));

/** Its default storage account; null where the body names none. */
export const storageAccountOf = derived((workspace: Workspace) =>
  map(workspace.storageId(), (id) => (id === null ? null : storageAccountAt(workspace.model, id))),
);
