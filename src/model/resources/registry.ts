import { accessOf, isRestricted, publicReach } from '../addresses/network-access.js';
import { anyIn, chain, type Fact, flat, known, type Listing, map, unread } from '../algebra/fact.js';
import { REGISTRY } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import { NamedResource } from '../bodies/named-resource.js';
import { once } from '../bodies/snapshot-index.js';
import { egressConnections } from '../connections/egress-connections.js';
import { premiumNeed } from '../reach/premium-need.js';
import { type Connection, type ConnectionHost, embeddedConnections } from './connection.js';
import type { Deployment } from './deployment.js';
import type { ManagedNetworkMode, Workspace } from './workspace.js';

/** A container registry, which several workspaces may share. */
export class Registry extends NamedResource implements ConnectionHost {
  readonly type = 'registry';
  readonly model: Model;

  constructor(model: Model, id: string) {
    super(id, model.index.resource(id, 'registry'));
    this.model = model;
  }

  /** Its tier. */
  readonly sku = once(() =>
    chain(this.resource, (resource) =>
      chain(resource.read(REGISTRY.sku), (sku) =>
        sku === null ? unread(resource.gap('unsupported', `${REGISTRY.sku.path} is absent`)) : known(sku),
      ),
    ),
  );

  /** Host from which images are pulled: the registry's own word, or its name in the cloud's domain. */
  readonly loginServer = once(
    (): Fact<string> =>
      chain(this.resource, (resource) =>
        map(
          resource.read(REGISTRY.loginServer),
          (server) => server ?? `${this.name}.${this.model.cloud.registrySuffix}`,
        ),
      ),
  );

  readonly publicNetworkAccess = once(() => accessOf(this.resource, REGISTRY));

  readonly isRestricted = once(() => isRestricted(this.resource, REGISTRY));

  readonly publicReach = once(() => publicReach(this.resource, REGISTRY));

  /** Whether Azure's trusted services pass the firewall. */
  readonly bypass = once(() =>
    chain(this.resource, (resource) => resource.read(REGISTRY.networkRuleBypassOptions)),
  );

  /** Whether images are held back until somebody passes them. */
  readonly quarantine = once(() =>
    chain(this.resource, (resource) => resource.read(REGISTRY.quarantineStatus)),
  );

  readonly connections = once(
    (): Listing<Connection> => embeddedConnections(this, REGISTRY.privateEndpointConnections),
  );

  /** Its connections by which isolated deployments pull their images. */
  readonly egressConnections = once(() => egressConnections(this.connections()));

  /** Why it needs the Premium tier; null when nothing does. */
  readonly premiumNeed = once(() => premiumNeed(this));

  /** The workspaces read that use it. */
  readonly users = once((): Listing<Workspace> => this.model.ownersUsing('registryId', this.id));

  /** Deployments of these workspaces that leave by Microsoft-made private endpoints of their own. */
  readonly legacyPrivateDeployments = once(
    (): Listing<Deployment> => flat(this.users(), (workspace) => workspace.legacyPrivateDeployments()),
  );

  readonly hasInboundConnectionUser = once(
    (): Fact<boolean> =>
      anyIn(this.users(), (workspace) =>
        anyIn(workspace.inboundConnections(), (connection) =>
          map(connection.attribution(), (attribution) => attribution === 'inbound'),
        ),
      ),
  );

  /** Whether a workspace that uses it has a managed network of this mode. */
  usedByMode(mode: ManagedNetworkMode): Fact<boolean> {
    return anyIn(this.users(), (workspace) => map(workspace.managedNetworkMode(), (each) => each === mode));
  }

  readonly hasConnection = once((): Fact<boolean> => anyIn(this.connections(), () => known(true)));
}
