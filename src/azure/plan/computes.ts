import { nameOf, parentOf } from '../../arm/resource-id.js';
import { COMPUTE, WORKSPACE } from '../../model/arm-properties/index.js';
import type { Resource } from '../../model/bodies/resource.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { childrenRead, type Read, resourceRead } from '../exchange/read.js';
import { namedId } from './named-id.js';
import { securityGroupReads } from './network-security.js';
import type { ScanScope } from './scope.js';
import { ownerIds } from './workspaces.js';

/**
 * The computes of the workspaces and their hubs, and of the one that builds images its subnet: what a network
 * security group keeps it from reaching, no image can hold.
 */
export function* computeReads(scope: ScanScope, known: KnownAnswers): Generator<Read> {
  for (const owner of ownerIds(scope, known)) {
    const computes = childrenRead('computes', owner);
    yield computes;
    const name = known.resource(owner)?.read(WORKSPACE.imageBuildCompute);
    if (name?.known !== true || name.value === null) continue;
    const wanted = name.value.toLowerCase();
    const listed = known.broughtBy(computes).find(({ id }) => nameOf(id).toLowerCase() === wanted);
    if (listed === undefined) continue;
    const builder = resourceRead('computes', listed.id);
    if (!hasInnerPart(listed)) yield builder;
    const subnet = namedId((known.broughtBy(builder)[0] ?? listed).read(COMPUTE.subnetId));
    if (subnet === null) continue;
    yield resourceRead('virtualNetwork', parentOf(subnet));
    yield* securityGroupReads(subnet, known);
  }
}

/** Whether a body tells more than a compute of any type has. */
function hasInnerPart(compute: Resource): boolean {
  const inner = compute.read(COMPUTE.inner);
  return inner.known && inner.value !== null;
}
