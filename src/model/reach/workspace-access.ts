import type { Property } from '../../arm/property.js';
import { WORKSPACE } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';

/** The property by which a workspace tells whether it takes public requests: the older one where it is alone. */
export function publicAccessProperty(resource: Resource): Property<unknown> {
  return resource.raw(WORKSPACE.publicNetworkAccess) === 'absent'
    ? WORKSPACE.allowPublicAccessWhenBehindVnet
    : WORKSPACE.publicNetworkAccess;
}
