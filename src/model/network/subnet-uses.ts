import { idKey } from '../../arm/resource-id.js';
import type { Gap } from '../../snapshot/format.js';
import { derived } from '../algebra/derived.js';
import { chain, known, type Listing } from '../algebra/fact.js';
import { imageBuilderOf } from '../assets/image-builder.js';
import type { Model } from '../bodies/model.js';
import { privateEndpointsOf } from '../connections/private-endpoints.js';
import { ownersIn } from '../ownership/owners.js';
import type { Compute } from '../resources/compute.js';
import type { PrivateEndpoint } from '../resources/private-endpoint.js';
import type { Subnet } from '../resources/subnet.js';
import type { Workspace } from '../resources/workspace.js';

/** The compute that builds the images of a workspace. */
export interface ImageBuilder {
  readonly workspace: Workspace;
  readonly compute: Compute;
}

/** What the subnets of a snapshot are used for by the workspaces read. */
export class SubnetUses {
  readonly #endpoints = new UsesBySubnet<PrivateEndpoint>();
  readonly #builders = new UsesBySubnet<ImageBuilder>();

  constructor(model: Model) {
    for (const workspace of ownersIn(model)) {
      this.#addEndpoints(workspace);
      this.#addBuilder(workspace);
    }
  }

  /** The private endpoints of workspaces in a subnet. */
  endpointsIn(subnet: Subnet): Listing<PrivateEndpoint> {
    return this.#endpoints.in(subnet);
  }

  /** The computes in a subnet that `imageBuildCompute` of a workspace names. */
  buildersIn(subnet: Subnet): Listing<ImageBuilder> {
    return this.#builders.in(subnet);
  }

  #addEndpoints(workspace: Workspace): void {
    const { items, gaps } = privateEndpointsOf(workspace);
    this.#endpoints.miss(gaps);
    for (const endpoint of items) {
      const subnet = endpoint.subnetId();
      if (subnet.known) this.#endpoints.add(subnet.value, endpoint);
      else this.#endpoints.miss(subnet.gaps);
    }
  }

  #addBuilder(workspace: Workspace): void {
    const compute = imageBuilderOf(workspace);
    const subnet = chain(compute, (builder) => (builder === null ? known(null) : builder.subnet()));
    if (!subnet.known) this.#builders.miss(subnet.gaps);
    else if (subnet.value !== null && compute.known && compute.value !== null) {
      this.#builders.add(subnet.value.id, { workspace, compute: compute.value });
    }
  }
}

/** Uses of one kind, by the id of their subnet, with what may hide more of them in any subnet. */
class UsesBySubnet<T> {
  readonly #uses = new Map<string, Set<T>>();
  readonly #gaps: Gap[] = [];

  add(subnetId: string, use: T): void {
    const uses = this.#uses.get(idKey(subnetId));
    if (uses === undefined) this.#uses.set(idKey(subnetId), new Set([use]));
    else uses.add(use);
  }

  miss(gaps: readonly Gap[]): void {
    for (const gap of gaps) this.#gaps.push(gap);
  }

  in(subnet: Subnet): Listing<T> {
    return { items: [...(this.#uses.get(idKey(subnet.id)) ?? [])], gaps: this.#gaps };
  }
}

/** What subnets are used for. */
export const subnetUsesOf = derived((model: Model): SubnetUses => new SubnetUses(model));
