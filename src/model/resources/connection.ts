import { EGRESS_DESCRIPTION } from '../../arm/egress-description.js';
import { childPath } from '../../arm/path-builders.js';
import type { Property } from '../../arm/property.js';
import { nameOf, sameId } from '../../arm/resource-id.js';
import type { JsonObject } from '../../json.js';
import { chain, complete, type Fact, known, type Listing, listingOf, map, unread } from '../algebra/fact.js';
import { CONNECTION } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import type { Resource } from '../bodies/resource.js';
import { type PrivateEndpoint, privateEndpointAt, privateEndpointsBeside } from './private-endpoint.js';

/** The private endpoints of a managed network begin so (seen in one public report). */
const MANAGED_PREFIX = '__sys_pe_';

/** A service that private endpoints are connected to. */
export interface ConnectionHost {
  readonly model: Model;
  readonly id: string;
  readonly resource: Fact<Resource>;
}

/**
 * What a connection of a workspace is:
 * - `inbound`: its private endpoint was read and leads to this workspace: a client's way in;
 * - `unattributed`: its private endpoint lies in a subscription that is not the user's, so that nobody can tell;
 * - `managed`: the managed network's own;
 * - `elsewhere`: its private endpoint was read and leads to something else.
 */
export type Attribution = 'inbound' | 'unattributed' | 'managed' | 'elsewhere';

/** The bodies of the connections that a service's own body holds. One may have neither name nor type: the id is all. */
export function connectionsIn(
  service: Resource,
  property: Property<readonly JsonObject[]>,
): Fact<readonly Resource[]> {
  return map(service.read(property), (bodies) =>
    bodies.map((body, position) => {
      const { id } = body;
      const own =
        typeof id === 'string' ? id : childPath(service.id, 'privateEndpointConnections', `${position}`);
      return service.part(own, body);
    }),
  );
}

/** What is said of a connection; empty where that can't be read. */
function descriptionOf(connection: Resource): string {
  const description = connection.read(CONNECTION.description);
  return description.known ? description.value : '';
}

/** Whether a connection is the legacy egress path of a deployment; never a way in. */
export function isEgress(connection: Resource): boolean {
  return descriptionOf(connection) === EGRESS_DESCRIPTION;
}

/**
 * A private endpoint connection of a service: what the service's side knows of a private endpoint. Deployments leave
 * tens of thousands behind, so that one keeps no more than what takes long to find.
 */
export class Connection {
  #attribution: Fact<Attribution> | undefined;
  #egress: boolean | undefined;
  readonly type = 'connection';
  readonly host: ConnectionHost;
  readonly resource: Resource;
  readonly id: string;

  constructor(host: ConnectionHost, resource: Resource) {
    this.host = host;
    this.resource = resource;
    this.id = resource.id;
  }

  /** Of its private endpoint, which people know, or its own where it names none. */
  get name(): string {
    return nameOf(this.privateEndpointId() ?? this.id);
  }

  /** Approved, Pending, Rejected, Disconnected or Timeout. */
  status(): Fact<ConnectionStatus> {
    return chain(this.resource.read(CONNECTION.status), (status) =>
      status === null
        ? unread(this.resource.gap('unsupported', `${CONNECTION.status.path} is absent`))
        : known(status),
    );
  }

  isApproved(): Fact<boolean> {
    return map(this.status(), (status) => status === 'Approved');
  }

  description(): string {
    return descriptionOf(this.resource);
  }

  /** The legacy egress path of a deployment; never a way in. */
  isEgress(): boolean {
    this.#egress ??= isEgress(this.resource);
    return this.#egress;
  }

  privateEndpointId(): string | null {
    const id = this.resource.read(CONNECTION.privateEndpointId);
    return id.known ? id.value : null;
  }

  /** The private endpoint at the other end; a gap where it can't be read. */
  privateEndpoint(): Fact<PrivateEndpoint> {
    const id = this.privateEndpointId();
    if (id === null) {
      return unread(this.resource.gap('unsupported', `${CONNECTION.privateEndpointId.path} is absent`));
    }
    const endpoint = privateEndpointAt(this.host.model, id);
    return map(endpoint.resource, () => endpoint);
  }

  /**
   * An Approved connection with an empty description whose private endpoint can't be read: approving without
   * `--description` erases the text that marks an egress connection, so it may be one.
   */
  isMaybeEgress(): boolean {
    return (
      this.description().trim() === '' && !this.privateEndpoint().known && possiblyApproved(this.status())
    );
  }

  /** Whether the name of its private endpoint tells that it is a managed network's own. */
  isOfManagedNetwork(): boolean {
    const id = this.privateEndpointId();
    return id !== null && nameOf(id).toLowerCase().startsWith(MANAGED_PREFIX);
  }

  /** What this connection of a workspace is. */
  attribution(): Fact<Attribution> {
    this.#attribution ??= this.#attribute();
    return this.#attribution;
  }

  #attribute(): Fact<Attribution> {
    const endpoint = this.privateEndpoint();
    if (endpoint.known) {
      return map(endpoint.value.leadsTo(this.host.id, 'amlworkspace'), (leads) =>
        leads ? 'inbound' : 'elsewhere',
      );
    }
    const id = this.privateEndpointId();
    if (this.isOfManagedNetwork()) return known('managed');
    const hidden = endpoint.gaps.every((gap) => gap.reason === 'forbidden' || gap.reason === 'not-found');
    if (id !== null && hidden && this.#isGone(id)) return known('unattributed');
    if (id !== null && this.host.model.index.isOwnSubscription(id)) return endpoint;
    return hidden ? known('unattributed') : endpoint;
  }

  /** Not found, and the complete list of its subscription does not hold it: it was deleted. */
  #isGone(id: string): boolean {
    const listing = privateEndpointsBeside(this.host.model, id);
    const list = complete(listing);
    return list.known && !list.value.some((member) => sameId(member, id));
  }

  /** Known to be an Approved way in. */
  isApprovedInbound(): boolean {
    const status = this.status();
    const attribution = this.attribution();
    return (
      status.known && status.value === 'Approved' && attribution.known && attribution.value === 'inbound'
    );
  }

  /**
   * Whether clients can come in by this connection. An Approved one that nobody can attribute leaves it open: it may
   * be a client's, in a network that may not be read.
   */
  isWayIn(): Fact<boolean> {
    const status = this.status();
    if (status.known && status.value !== 'Approved') return known(false);
    const attribution = this.attribution();
    if (!attribution.known) return attribution;
    if (attribution.value === 'inbound') return map(status, () => true);
    if (attribution.value !== 'unattributed') return known(false);
    const endpoint = this.privateEndpoint();
    return endpoint.known ? known(false) : endpoint;
  }
}

export type ConnectionStatus = 'Approved' | 'Pending' | 'Rejected' | 'Disconnected' | 'Timeout';

/** The connections inside a service's own body. */
export function embeddedConnections(
  host: ConnectionHost,
  property: Property<readonly JsonObject[]>,
): Listing<Connection> {
  return listingOf(host.resource, (resource) =>
    listingOf(connectionsIn(resource, property), (connections) => ({
      items: connections.map((connection) => new Connection(host, connection)),
      gaps: [],
    })),
  );
}

function possiblyApproved(status: Fact<ConnectionStatus>): boolean {
  return !status.known || status.value === 'Approved';
}
