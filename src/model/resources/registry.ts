import { accessOf, isRestricted, publicReach } from '../addresses/network-access.js';
import { derived, once, sharedById } from '../algebra/derived.js';
import { type Fact, type Listing, map } from '../algebra/fact.js';
import { REGISTRY } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import { NamedResource } from '../bodies/named-resource.js';
import { type Connection, type ConnectionHost, embeddedConnections } from './connection.js';
import type { Workspace } from './workspace.js';

/** A container registry, which several workspaces may share. */
export class Registry extends NamedResource implements ConnectionHost {
  readonly type = 'registry';
  readonly model: Model;

  constructor(model: Model, id: string) {
    super(id, model.index.resource(id, 'registry'));
    this.model = model;
  }

  /** Its tier. */
  readonly sku = once(() => this.require(REGISTRY.sku));

  /** Host from which images are pulled: the registry's own word, or its name in the cloud's domain. */
  readonly loginServer = once(
    (): Fact<string> =>
      map(
        this.read(REGISTRY.loginServer),
        (server) => server ?? `${this.name}.${this.model.cloud.registrySuffix}`,
      ),
  );

  readonly publicNetworkAccess = once(() => accessOf(this.resource, REGISTRY));

  readonly isRestricted = once(() => isRestricted(this.resource, REGISTRY));

  readonly publicReach = once(() => publicReach(this.resource, REGISTRY));

  /** Whether Azure's trusted services pass the firewall. */
  readonly bypass = once(() => this.read(REGISTRY.networkRuleBypassOptions));

  /** Whether images are held back until somebody passes them. */
  readonly quarantine = once(() => this.read(REGISTRY.quarantineStatus));

  readonly connections = once(
    (): Listing<Connection> => embeddedConnections(this, REGISTRY.privateEndpointConnections),
  );
}

/** The container registry of an id: one object, whoever asks. */
export const registryAt = sharedById((model: Model, id: string) => new Registry(model, id));

/** Its container registry; null while none is attached: ARM makes it when the first image is needed. */
export const registryOf = derived((workspace: Workspace) =>
  map(workspace.registryId(), (id) => (id === null ? null : registryAt(workspace.model, id))),
);
