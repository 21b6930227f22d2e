import { nameOf } from '../../../src/model/resource-id.js';
import type { Estate } from '../estate.js';
import type { World } from '../world.js';

/**
 * The world of an estate with what a scan reads beside the resources: Resource Graph knows every zone that can answer
 * for a workspace, and of every other zone nobody reads records or links.
 */
export function completeWorld({ world }: Estate): World {
  const { resources } = world.snapshot();
  for (const { body } of Object.values(resources)) {
    const { id, type } = body;
    if (typeof id !== 'string' || type !== 'Microsoft.Network/privateDnsZones') continue;
    if (/^privatelink\.(?:api|notebooks)\./.test(nameOf(id))) {
      world.list('resourceGraph', '/providers/Microsoft.ResourceGraph/resources', id);
    }
  }
  return world;
}
