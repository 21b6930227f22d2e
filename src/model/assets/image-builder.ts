import { derived } from '../algebra/derived.js';
import { chain, complete, type Fact, known, map } from '../algebra/fact.js';
import { COMPUTE, type ProvisioningState } from '../arm-properties/index.js';
import { type Compute, computesOf } from '../resources/compute.js';
import type { Workspace } from '../resources/workspace.js';

/** What decides whether a compute can build images. */
export interface BuilderSettings {
  readonly compute: Compute;
  readonly computeType: string;
  readonly provisioningState: ProvisioningState;
}

/** What the compute that `imageBuildCompute` of a workspace names is; null where there is none of that name. */
export function builderSettings(workspace: Workspace): Fact<BuilderSettings | null> {
  return chain(imageBuilderOf(workspace), (compute): Fact<BuilderSettings | null> => {
    if (compute === null) return known(null);
    return chain(compute.require(COMPUTE.provisioningState), (provisioningState) =>
      map(compute.require(COMPUTE.computeType), (computeType) => ({
        compute,
        computeType,
        provisioningState,
      })),
    );
  });
}

/** Size of its machines; null where there is no such compute. */
export function builderSize(workspace: Workspace): Fact<string | null> {
  return chain(imageBuilderOf(workspace), (compute) =>
    compute === null ? known(null) : compute.require(COMPUTE.vmSize),
  );
}

/** The compute that `imageBuildCompute` names; null where it names none, or one that does not exist. */
export const imageBuilderOf = derived(
  (workspace: Workspace): Fact<Compute | null> =>
    chain(workspace.imageBuildCompute(), (wanted) => {
      if (wanted === null) return known(null);
      const computes = computesOf(workspace);
      const named = computes.items.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
      return named === undefined ? map(complete(computes), () => null) : known(named);
    }),
);
