import { accessOf, isRestricted, publicReach } from '../addresses/network-access.js';
import { all, chain, type Fact, flat, known, type Listing, unread } from '../algebra/fact.js';
import { STORAGE_ACCOUNT, VIRTUAL_NETWORK_RULE } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import { NamedResource } from '../bodies/named-resource.js';
import { once } from '../bodies/snapshot-index.js';
import { egressConnections } from '../connections/egress-connections.js';
import { hasLivingConnection } from '../reach/dependency-access.js';
import { type Connection, type ConnectionHost, embeddedConnections } from './connection.js';
import type { Deployment } from './deployment.js';
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

  /** Its connections by which isolated deployments fetch models and code. */
  readonly egressConnections = once(() => egressConnections(this.connections()));

  /** The workspaces read that use it. */
  readonly users = once((): Listing<Workspace> => this.model.ownersUsing('storageId', this.id));

  /** Deployments of these workspaces that leave by Microsoft-made private endpoints of their own. */
  readonly legacyPrivateDeployments = once(
    (): Listing<Deployment> => flat(this.users(), (workspace) => workspace.legacyPrivateDeployments()),
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

  /** The subnets that come in by service endpoints while private endpoints lead in as well; none where either is missing. */
  readonly mixedSubnets = once((): Fact<readonly string[]> => {
    const subnets = this.subnetRules();
    if (subnets.known && subnets.value.length === 0) return subnets;
    return chain(
      hasLivingConnection(this),
      (hasConnection): Fact<readonly string[]> => (hasConnection ? subnets : known([])),
    );
  });
}
