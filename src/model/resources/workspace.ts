import { type AssetKind, type AssetReference, parseAssetReference } from '../../arm/asset-reference.js';
import { idKey, sameId } from '../../arm/resource-id.js';
import type { Access } from '../addresses/network-access.js';
import { selectedAddresses } from '../addresses/selected-addresses.js';
import {
  anyIn,
  certain,
  chain,
  complete,
  type Fact,
  flat,
  found,
  gapsOf,
  known,
  type Listing,
  map,
  not,
  selected,
  unread,
} from '../algebra/fact.js';
import { WORKSPACE } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import { NamedResource } from '../bodies/named-resource.js';
import type { Resource } from '../bodies/resource.js';
import { once } from '../bodies/snapshot-index.js';
import { egressConnections } from '../connections/egress-connections.js';
import { egressLeftovers } from '../connections/egress-leftovers.js';
import { type PrivateAddresses, privateAddresses } from '../connections/private-addresses.js';
import { managedNetworkOpenness, type Openness } from '../managed-network/managed-network-openness.js';
import {
  outboundRules,
  type PrivateEndpointRule,
  privateEndpointRules,
} from '../managed-network/outbound-rules.js';
import { type RequiredRule, requiredRules } from '../managed-network/required-rules.js';
import { Compute } from './compute.js';
import { type Attribution, Connection, type ConnectionHost, embeddedConnections } from './connection.js';
import { Datastore } from './datastore.js';
import type { Deployment } from './deployment.js';
import { Endpoint } from './endpoint.js';
import type { OutboundRule } from './outbound-rule.js';
import type { PrivateEndpoint } from './private-endpoint.js';

/** How a workspace lets its deployments out: `disabled` is no managed network. */
export type ManagedNetworkMode = 'disabled' | 'internet' | 'approved';

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

  /** Its container registry; null while none is attached: ARM makes it when the first image is needed. */
  readonly registry = once(() =>
    map(this.registryId(), (id) => (id === null ? null : this.model.registry(id))),
  );

  /** Its default storage account; null where the body names none. */
  readonly storageAccount = once(() =>
    map(this.storageId(), (id) => (id === null ? null : this.model.storageAccount(id))),
  );

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
      chain(this.kind(), (kind) => {
        if (kind.toLowerCase() !== 'project') return known(this);
        return chain(this.resource, (resource) =>
          chain(resource.read(WORKSPACE.hubResourceId), (hub) =>
            hub === null
              ? unread(
                  resource.gap(
                    'unsupported',
                    'properties.hubResourceId is absent from a workspace of kind Project',
                  ),
                )
              : known(this.model.workspace(hub)),
          ),
        );
      }),
  );

  /** The workspaces asked for that take their network from this one: itself, or a hub's projects. */
  readonly users = once((): Listing<Workspace> => {
    const kind = this.kind();
    if (!kind.known) return { items: [this], gaps: kind.gaps };
    return kind.value.toLowerCase() === 'hub' ? this.model.usersOf(this) : { items: [this], gaps: [] };
  });

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
  readonly managedNetworkMode = once(
    (): Fact<ManagedNetworkMode> =>
      chain(this.resource, (resource) =>
        map(resource.read(WORKSPACE.isolationMode), (mode) =>
          mode === 'Disabled' ? 'disabled' : mode === 'AllowInternetOutbound' ? 'internet' : 'approved',
        ),
      ),
  );

  /** Whether deployments leave through a managed network. */
  readonly isManaged = once(() => map(this.managedNetworkMode(), (mode) => mode !== 'disabled'));

  /** `Active` once the managed network is provisioned. */
  readonly managedNetworkStatus = once(() =>
    chain(this.resource, (resource) => resource.read(WORKSPACE.managedNetworkStatus)),
  );

  readonly #listedConnections = once(() =>
    this.model.index.collection(`${this.id}/privateEndpointConnections`, 'workspaceConnections'),
  );

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

  /** The connections by which isolated deployments reach the workspace. */
  readonly egressConnections = once(() => egressConnections(this.connections()));

  /** The connections that may be a client's way in: all but the egress ones of deployments. */
  readonly inboundConnections = once((): Listing<Connection> => {
    const connections = this.connections();
    return {
      items: connections.items.filter((connection) => !connection.isEgress()),
      gaps: connections.gaps,
    };
  });

  readonly endpoints = once((): Listing<Endpoint> => {
    const listing = this.model.index.collection(`${this.id}/onlineEndpoints`, 'endpoints');
    return { items: listing.items.map((id) => new Endpoint(this, id)), gaps: listing.gaps };
  });

  readonly deployments = once(
    (): Listing<Deployment> => flat(this.endpoints(), (endpoint) => endpoint.deployments()),
  );

  /** Endpoints of this workspace and of the projects that take their network from it. */
  readonly servedEndpoints = once((): Listing<Endpoint> => flat(this.users(), (user) => user.endpoints()));

  readonly servedDeployments = once(
    (): Listing<Deployment> => flat(this.servedEndpoints(), (endpoint) => endpoint.deployments()),
  );

  /** Whether an endpoint served through this workspace takes scoring requests from private networks alone. */
  readonly hasClosedEndpoint = once(() => anyIn(this.servedEndpoints(), (endpoint) => endpoint.isClosed()));

  /** Whether an endpoint served through this workspace runs on Microsoft's computes. */
  readonly hasManagedEndpoint = once(() =>
    anyIn(this.servedEndpoints(), (endpoint) => not(endpoint.isKubernetes())),
  );

  /** Whether a deployment's image is built from a Dockerfile or a conda file. */
  readonly hasBuiltImage = once(() =>
    anyIn(this.servedDeployments(), (deployment) => map(deployment.imageWay(), ({ way }) => way === 'built')),
  );

  /** The deployments that leave through Microsoft-made private endpoints of their own. */
  readonly legacyPrivateDeployments = once(
    (): Listing<Deployment> =>
      selected(this.servedDeployments(), (deployment) =>
        map(deployment.generation(), (generation) => generation === 'legacy-private'),
      ),
  );

  /** Whether a deployment leaves through Microsoft-made private endpoints of its own. */
  readonly hasLegacyPrivateDeployment = once(() => anyIn(this.legacyPrivateDeployments(), () => known(true)));

  /**
   * The connections that can be a client's: all but egress ones, and but one that nobody can attribute where an Active
   * private endpoint rule of the managed network to this workspace explains it. A rule makes one private endpoint:
   * where that can be told by its name, the rule explains no other.
   */
  readonly clientConnections = once((): Listing<Connection> => {
    const inbound = this.inboundConnections();
    const isExplained =
      this.#hasManagedPrivateEndpoint() && !inbound.items.some((each) => isAttributed(each, 'managed'));
    const explained = inbound.items.find(
      (each) => isExplained && isAttributed(each, 'unattributed') && certain(each.isApproved()),
    );
    return { items: inbound.items.filter((connection) => connection !== explained), gaps: inbound.gaps };
  });

  /** Whether clients have an Approved way in. */
  readonly hasApprovedInbound = once(
    (): Fact<boolean> => anyIn(this.clientConnections(), (connection) => connection.isWayIn()),
  );

  /** Its computes, whatever their type. */
  readonly computes = once((): Listing<Compute> => {
    const listing = this.model.index.collection(`${this.id}/computes`, 'computes');
    return { items: listing.items.map((id) => new Compute(this, id)), gaps: listing.gaps };
  });

  /** Its datastores. */
  readonly datastores = once((): Listing<Datastore> => {
    const listing = this.model.index.collection(`${this.id}/datastores`, 'datastores');
    return { items: listing.items.map((id) => new Datastore(this, id)), gaps: listing.gaps };
  });

  /** The compute that `imageBuildCompute` names; null where it names none, or one that does not exist. */
  readonly imageBuilder = once(
    (): Fact<Compute | null> =>
      chain(this.imageBuildCompute(), (wanted) => {
        if (wanted === null) return known(null);
        const computes = this.computes();
        const named = computes.items.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
        return named === undefined ? map(complete(computes), () => null) : known(named);
      }),
  );

  /**
   * The private endpoints that lead to it, by whatever sub-resource, and that its connections name. Each leaves a
   * connection here, so that without one there is none, whatever list was not read.
   */
  readonly privateEndpoints = once((): Listing<PrivateEndpoint> => {
    const connections = this.inboundConnections();
    const { items, gaps } = this.model.privateEndpointsOf(this.id);
    const named = connections.items.flatMap((connection) => {
      const endpoint = connection.privateEndpoint();
      return endpoint.known ? [endpoint.value] : [];
    });
    const isConnected = connections.items.length > 0 || connections.gaps.length > 0;
    const unattributable = connections.items.flatMap((connection) => gapsOf(connection.attribution()));
    return {
      items: [...new Set([...items, ...named])],
      gaps: isConnected ? [...connections.gaps, ...unattributable, ...gaps] : [],
    };
  });

  /** The addresses of its private endpoints. */
  readonly privateAddresses = once((): PrivateAddresses => privateAddresses(this));

  /** The outbound rules of its managed network. */
  readonly outboundRules = once((): Listing<OutboundRule> => outboundRules(this));

  /** The private endpoint rules of its managed network. */
  readonly privateEndpointRules = once((): Listing<PrivateEndpointRule> => privateEndpointRules(this));

  /** The private endpoint rules that its managed network must have. */
  readonly requiredRules = once((): Fact<readonly RequiredRule[]> => requiredRules(this));

  /** What the rules of its managed network open beyond what is required. */
  readonly openness = once((): Openness => managedNetworkOpenness(this));

  /** The connections by which deployments that are older than the managed network still leave. */
  readonly egressLeftovers = once((): Fact<readonly Connection[]> => egressLeftovers(this));

  /**
   * Whether an Active private endpoint rule of the managed network leads to this workspace: then one connection
   * whose private endpoint can't be read is the managed network's own.
   */
  readonly #hasManagedPrivateEndpoint = once((): boolean =>
    this.privateEndpointRules().items.some(
      (rule) =>
        rule.status === 'Active' &&
        rule.serviceResourceId !== null &&
        sameId(rule.serviceResourceId, this.id),
    ),
  );

  /** Why the private path into the workspace is needed, in words; empty when nothing needs it. */
  readonly privatePathReasons = once((): Fact<readonly string[]> => {
    const closed = selected(this.servedEndpoints(), (endpoint) => endpoint.isClosed());
    const deployments = this.legacyPrivateDeployments();
    const access = this.publicNetworkAccess();
    const items = [
      ...(access.known && access.value === 'closed' ? ['the workspace is closed to public networks'] : []),
      ...(closed.items.length > 0
        ? [`${listNames('endpoint', closed.items)} closed to public networks`]
        : []),
      ...(deployments.items.length > 0
        ? [`${listNames('deployment', deployments.items)} sent out privately`]
        : []),
    ];
    return found({ items, gaps: [...gapsOf(access), ...closed.gaps, ...deployments.gaps] });
  });
}

function isAttributed(connection: Connection, wanted: Attribution): boolean {
  const attribution = connection.attribution();
  return attribution.known && attribution.value === wanted;
}

/** `endpoint "a" is`, `endpoints "a", "b" and 3 more are`. */
function listNames(noun: string, items: readonly { readonly name: string }[]): string {
  const shown = items.slice(0, 3).map((item) => `"${item.name}"`);
  const more = items.length - shown.length;
  const names = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
  return items.length === 1 ? `${noun} ${names} is` : `${noun}s ${names} are`;
}
