import { type AssetKind, type AssetReference, parseAssetReference } from '../../arm/asset-reference.js';
import { idKey } from '../../arm/resource-id.js';
import type { Access } from '../addresses/network-access.js';
import { selectedAddresses, tellsSelectedAddresses } from '../addresses/selected-addresses.js';
import { once, sharedById } from '../algebra/derived.js';
import { chain, type Fact, known, type Listing, map, unread } from '../algebra/fact.js';
import { WORKSPACE } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import { NamedResource } from '../bodies/named-resource.js';
import type { Resource } from '../bodies/resource.js';
import { Connection, type ConnectionHost, embeddedConnections } from './connection.js';

/** How a workspace lets its deployments out: `disabled` is no managed network. */
export type ManagedNetworkMode = 'disabled' | 'internet' | 'approved';

/** The id of a project's hub; null for every other workspace. */
export function hubOf(workspace: Resource): Fact<string | null> {
  return chain(workspace.read(WORKSPACE.kind), (kind) => {
    if (kind.toLowerCase() !== 'project') return known(null);
    return chain(workspace.read(WORKSPACE.hubResourceId), (hub) =>
      hub === null
        ? unread(
            workspace.gap(
              'unsupported',
              'properties.hubResourceId is absent from a workspace of kind Project',
            ),
          )
        : known(hub),
    );
  });
}

/** The isolation mode of a workspace's managed network. */
function managedNetworkMode(workspace: Resource): Fact<ManagedNetworkMode> {
  return map(workspace.read(WORKSPACE.isolationMode), (mode) =>
    mode === 'Disabled' ? 'disabled' : mode === 'AllowInternetOutbound' ? 'internet' : 'approved',
  );
}

/** Whether the deployments of a workspace leave through a managed network. */
export function hasManagedNetwork(workspace: Resource): Fact<boolean> {
  return map(managedNetworkMode(workspace), (mode) => mode !== 'disabled');
}

/**
 * Whether a list of selected addresses may be there unseen: no stable version tells it for sure. A list that was left on
 * a closed workspace still filters its open endpoints.
 */
export function hidesSelectedAddresses(workspace: Resource): boolean {
  return !tellsSelectedAddresses(workspace);
}

/**
 * A workspace. Network settings, private endpoint, managed network and dependencies of a project are its hub's:
 * ask them of `owner()`.
 */
export class Workspace extends NamedResource implements ConnectionHost {
  readonly type = 'workspace';
  readonly model: Model;

  /** @param resource its body, or the reason why it is not to be looked at; what the snapshot holds unless given */
  constructor(model: Model, id: string, resource: Fact<Resource> = model.index.resource(id, 'workspace')) {
    super(id, resource);
    this.model = model;
  }

  readonly kind = once(() => chain(this.resource, (resource) => resource.read(WORKSPACE.kind)));
  readonly location = once(() => chain(this.resource, (resource) => resource.read(WORKSPACE.location)));
  readonly guid = once(() => chain(this.resource, (resource) => resource.read(WORKSPACE.guid)));
  readonly v1LegacyMode = once(() =>
    chain(this.resource, (resource) => resource.read(WORKSPACE.v1LegacyMode)),
  );
  readonly registryId = once(() =>
    chain(this.resource, (resource) => resource.read(WORKSPACE.containerRegistry)),
  );
  readonly storageId = once(() =>
    chain(this.resource, (resource) => resource.read(WORKSPACE.storageAccount)),
  );
  readonly keyVaultId = once(() => chain(this.resource, (resource) => resource.read(WORKSPACE.keyVault)));
  readonly imageBuildCompute = once(() =>
    chain(this.resource, (resource) => resource.read(WORKSPACE.imageBuildCompute)),
  );

  /** When the workspace was made; null where ARM does not tell. */
  readonly createdAt = once(
    (): Fact<string | null> =>
      chain(this.resource, (resource) =>
        chain(resource.read(WORKSPACE.createdAt), (time) =>
          time === null ? resource.read(WORKSPACE.creationTime) : known(time),
        ),
      ),
  );

  /**
   * Which asset a deployment of this workspace names: see `parseAssetReference`. Most deployments name what others
   * name too, and each is asked again and again.
   */
  assetReference(kind: AssetKind, text: string): AssetReference | null {
    const key = `${kind} ${text}`;
    let reference = this.#assetReferences.get(key);
    if (reference === undefined) {
      const guid = this.guid();
      reference = parseAssetReference(kind, text, { id: this.id, guid: guid.known ? guid.value : null });
      this.#assetReferences.set(key, reference);
    }
    return reference;
  }

  readonly #assetReferences = new Map<string, AssetReference | null>();

  /** The workspace whose network settings hold: itself, or a project's hub. */
  readonly owner = once(
    (): Fact<Workspace> =>
      map(chain(this.resource, hubOf), (hub) => (hub === null ? this : workspaceAt(this.model, hub))),
  );
  /**
   * Whether the workspace takes requests from public networks. Where `publicNetworkAccess` is absent the older
   * flag decides; false then means closed only behind an Approved private endpoint (sources disagree on the rest).
   */
  readonly publicNetworkAccess = once(
    (): Fact<Access> =>
      chain(this.resource, (resource) =>
        chain(resource.read(WORKSPACE.publicNetworkAccess), (access) => {
          if (access !== null) return known(access === 'Enabled' ? 'open' : 'closed');
          return chain(resource.read(WORKSPACE.allowPublicAccessWhenBehindVnet), (allowed): Fact<Access> => {
            if (allowed) return known('open');
            if (this.connections().items.some((each) => each.isApprovedInbound())) return known('closed');
            return unread(resource.gap('unsupported', 'properties.publicNetworkAccess is absent'));
          });
        }),
      ),
  );

  /** The addresses that an open workspace is limited to; null when every network is let in. */
  readonly selectedAddresses = once(() => chain(this.resource, selectedAddresses));

  /** The isolation mode of the managed network. */
  readonly managedNetworkMode = once(() => chain(this.resource, managedNetworkMode));

  /** Whether deployments leave through a managed network. */
  readonly isManaged = once(() => chain(this.resource, hasManagedNetwork));

  /** `Active` once the managed network is provisioned. */
  readonly managedNetworkStatus = once(() =>
    chain(this.resource, (resource) => resource.read(WORKSPACE.managedNetworkStatus)),
  );

  readonly #listedConnections = once(() => this.model.index.children(this.id, 'workspaceConnections'));

  /** Every private endpoint connection of the workspace: the body carries them all. */
  readonly connections = once((): Listing<Connection> => {
    const embedded = embeddedConnections(this, WORKSPACE.privateEndpointConnections);
    const inBody = new Set(embedded.items.map(({ id }) => idKey(id)));
    const more = this.#listedConnections().items.flatMap((id) => {
      if (inBody.has(idKey(id))) return [];
      const resource = this.model.index.resource(id, 'workspaceConnections');
      return resource.known ? [new Connection(this, resource.value)] : [];
    });
    return { items: [...embedded.items, ...more], gaps: embedded.gaps };
  });

  /** The connections that may be a client's way in: all but the egress ones of deployments. */
  readonly inboundConnections = once((): Listing<Connection> => {
    const connections = this.connections();
    return {
      items: connections.items.filter((connection) => !connection.isEgress()),
      gaps: connections.gaps,
    };
  });
}

/** The workspace of an id: one object, whoever asks. */
export const workspaceAt = sharedById((model: Model, id: string) => new Workspace(model, id));

/** The workspace that a connection leads into. */
export function workspaceOf(connection: Connection): Workspace {
  return workspaceAt(connection.host.model, connection.host.id);
}
