import { derived, once } from '../algebra/derived.js';
import { chain, type Fact, known, type Listing, map, unread } from '../algebra/fact.js';
import { COMPUTE } from '../arm-properties/index.js';
import { NamedResource } from '../bodies/named-resource.js';
import { type Subnet, subnetAt } from './subnet.js';
import type { Workspace } from './workspace.js';

/** A compute of a workspace: a cluster, an instance, an attached Kubernetes cluster or machine. */
export class Compute extends NamedResource {
  readonly type = 'compute';
  readonly workspace: Workspace;

  constructor(workspace: Workspace, id: string) {
    super(id, workspace.model.index.resource(id, 'computes'));
    this.workspace = workspace;
  }

  /** `AmlCompute`, `ComputeInstance`, `Kubernetes`, `AKS`, `VirtualMachine`...; null where ARM does not tell. */
  readonly computeType = once(() => chain(this.resource, (resource) => resource.read(COMPUTE.computeType)));

  /** Whether it is a compute instance: a machine on which somebody works, with notebooks. */
  readonly isInstance = once(
    (): Fact<boolean> =>
      chain(this.resource, (resource) =>
        chain(this.computeType(), (type) =>
          type === null
            ? unread(resource.gap('unsupported', `${COMPUTE.computeType.path} is absent`))
            : known(type.toLowerCase() === 'computeinstance'),
        ),
      ),
  );

  /** The subnet of the user's that it runs in; null for none. */
  readonly subnet = once(
    (): Fact<Subnet | null> =>
      chain(this.resource, (resource) =>
        map(resource.read(COMPUTE.subnetId), (id) =>
          id === null ? null : subnetAt(this.workspace.model, id),
        ),
      ),
  );
}

/** Its computes, whatever their type. */
export const computesOf = derived((workspace: Workspace): Listing<Compute> => {
  const listing = workspace.model.index.children(workspace.id, 'computes');
  return { items: listing.items.map((id) => new Compute(workspace, id)), gaps: listing.gaps };
});
