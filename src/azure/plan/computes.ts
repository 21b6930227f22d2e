import { parentOf } from '../../arm/resource-id.js';
import { isJsonObject, type JsonObject } from '../../json.js';
import type { Item } from '../exchange/arm-answer.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { childrenRead, type Read, resourceRead } from '../exchange/read.js';
import { idAt, textAt, valueAt } from './body.js';
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
    const name = textAt(known.body(owner) ?? {}, 'properties', 'imageBuildCompute')?.toLowerCase();
    const listed = known.to(computes)?.items ?? [];
    const builder = listed.find(({ body = {} }) => textAt(body, 'name')?.toLowerCase() === name);
    if (name === undefined || builder === undefined) continue;
    if (!hasInnerPart(builder.body ?? {})) yield resourceRead('computes', builder.id);
    const subnet = idAt(bodyOf(builder, known), 'properties', 'properties', 'subnet', 'id');
    if (subnet === undefined) continue;
    yield resourceRead('virtualNetwork', parentOf(subnet));
    yield* securityGroupReads(subnet, known);
  }
}

/**
 * Whether a body tells more than a compute of any type has: a list may leave that part out
 * (learn.microsoft.com/rest/api/azureml/compute/list, reviewed 2026-11-24).
 */
function hasInnerPart(compute: JsonObject): boolean {
  return isJsonObject(valueAt(compute, 'properties', 'properties'));
}

function bodyOf({ id, body = {} }: Item, known: KnownAnswers): JsonObject {
  return known.to(resourceRead('computes', id))?.items[0]?.body ?? body;
}
