import { parseArmPath } from './arm-path.js';
import { idKey } from './resource-id.js';

/** Whether a scope is a management group, which may hold any subscription of the tenant. */
function isManagementGroup(scope: string): boolean {
  const { above, namespace, types } = parseArmPath(scope);
  return (
    above === '' &&
    namespace?.toLowerCase() === 'microsoft.management' &&
    types[0]?.toLowerCase() === 'managementgroups'
  );
}

/**
 * Whether what holds at a scope holds at a resource. Which management groups are above a resource its id does not tell:
 * ARM names one only where it is.
 */
export function isAtOrAbove(scope: string, resourceId: string): boolean {
  return isManagementGroup(scope) || idKey(scope) === idKey(resourceId) || isBelow(resourceId, scope);
}

/** Whether a scope lies below a resource. */
export function isBelow(scope: string, resourceId: string): boolean {
  return idKey(scope).startsWith(`${idKey(resourceId)}/`);
}

/**
 * Whether a pattern names a resource: its id, or one in which `*` stands for every name, as rules for all workspaces of
 * a subscription have it in the place of resource group and workspace.
 */
export function matchesId(pattern: string, id: string): boolean {
  const wanted = idKey(pattern).split('/');
  const segments = idKey(id).split('/');
  return (
    wanted.length === segments.length &&
    wanted.every((segment, position) => segment === '*' || segment === segments[position])
  );
}
