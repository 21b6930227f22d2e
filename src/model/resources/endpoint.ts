import type { JsonObject } from '../../json.js';
import type { Access } from '../addresses/network-access.js';
import { derived } from '../algebra/derived.js';
import { allOf, chain, type Fact, known, type Listing, map, not, unread } from '../algebra/fact.js';
import { ENDPOINT, type ProvisioningState } from '../arm-properties/index.js';
import { NamedResource } from '../bodies/named-resource.js';
import type { Resource } from '../bodies/resource.js';
import type { Workspace } from './workspace.js';

/** Deployment name (as ARM wrote it) and the percent of the traffic it gets. */
export interface TrafficShare {
  readonly deployment: string;
  readonly percent: number;
}

/** Whether an endpoint runs in a Kubernetes cluster: such a one names it, and the flags of managed ones say nothing. */
export function isKubernetes(endpoint: Resource): Fact<boolean> {
  return map(endpoint.read(ENDPOINT.compute), (compute) => compute !== null);
}

/** Whether secrets of the workspace's vault are put into the deployments' environment by the endpoint's identity. */
export function readsSecrets(endpoint: Resource): Fact<boolean> {
  return map(endpoint.read(ENDPOINT.readsSecrets), (flag) => flag === 'enabled');
}

/** An online endpoint: receives scoring requests. Deployments and rules ask it the same again and again. */
export class Endpoint extends NamedResource {
  #kubernetes: Fact<boolean> | undefined;
  #closed: Fact<boolean> | undefined;
  #traffic: Fact<readonly TrafficShare[]> | undefined;
  readonly type = 'endpoint';
  readonly workspace: Workspace;

  constructor(workspace: Workspace, id: string) {
    super(id, workspace.model.index.resource(id, 'endpoints'));
    this.workspace = workspace;
  }

  /** Kubernetes endpoints are not governed by the network flags of managed ones. */
  isKubernetes(): Fact<boolean> {
    this.#kubernetes ??= chain(this.resource, isKubernetes);
    return this.#kubernetes;
  }

  publicNetworkAccess(): Fact<Access> {
    return chain(this.resource, (resource) =>
      map(resource.read(ENDPOINT.publicNetworkAccess), (access) =>
        access === 'Enabled' ? 'open' : 'closed',
      ),
    );
  }

  /** A managed endpoint that takes scoring requests from private networks alone. */
  isClosed(): Fact<boolean> {
    this.#closed ??= allOf([
      not(this.isKubernetes()),
      map(this.publicNetworkAccess(), (access) => access === 'closed'),
    ]);
    return this.#closed;
  }

  authMode(): Fact<'Key' | 'AMLToken' | 'AADToken'> {
    return chain(this.resource, (resource) => resource.read(ENDPOINT.authMode));
  }

  provisioningState(): Fact<ProvisioningState> {
    return chain(this.resource, (resource) =>
      chain(resource.read(ENDPOINT.provisioningState), (state) =>
        state === null
          ? unread(resource.gap('unsupported', `${ENDPOINT.provisioningState.path} is absent`))
          : known(state),
      ),
    );
  }

  /** Who gets how much of the traffic; shares of 0 are left out. */
  traffic(): Fact<readonly TrafficShare[]> {
    this.#traffic ??= chain(this.resource, (resource) =>
      chain(resource.read(ENDPOINT.traffic), (traffic) => sharesOf(resource, traffic)),
    );
    return this.#traffic;
  }

  /** The address of its scoring requests; null while ARM does not tell. */
  scoringUri(): Fact<string | null> {
    return chain(this.resource, (resource) => resource.read(ENDPOINT.scoringUri));
  }

  /** The Azure region, which stands in the scoring host. */
  location(): Fact<string | null> {
    return chain(this.resource, (resource) => resource.read(ENDPOINT.location));
  }
}

function sharesOf(resource: Resource, traffic: JsonObject): Fact<readonly TrafficShare[]> {
  const shares: TrafficShare[] = [];
  for (const [deployment, percent] of Object.entries(traffic)) {
    if (typeof percent !== 'number') {
      const path = `${ENDPOINT.traffic.path}.${deployment}`;
      return unread(resource.gap('unsupported', `${path} is ${JSON.stringify(percent)}`));
    }
    if (percent > 0) shares.push({ deployment, percent });
  }
  return known(shares);
}

/** The online endpoints of a workspace. */
export const endpointsOf = derived((workspace: Workspace): Listing<Endpoint> => {
  const listing = workspace.model.index.children(workspace.id, 'endpoints');
  return { items: listing.items.map((id) => new Endpoint(workspace, id)), gaps: listing.gaps };
});
