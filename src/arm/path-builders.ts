/** Ids and paths that are put together from their parts. */

/** The id of a subscription. */
export function subscriptionPath(subscription: string): string {
  return `/subscriptions/${subscription}`;
}

/** The id of a resource group. */
export function groupPath(subscription: string, group: string): string {
  return `${subscriptionPath(subscription)}/resourceGroups/${group}`;
}

/** The id of a resource in a group. */
export function resourcePath(subscription: string, group: string, type: string, name: string): string {
  return `${ofType(groupPath(subscription, group), type)}/${name}`;
}

/**
 * The list of what is of a type in a subscription, or of what extends a resource: its locks, its role assignments.
 * @param scope what it lies in, empty for the tenant
 */
export function ofType(scope: string, type: string): string {
  return `${scope}/providers/${type}`;
}

/** The id of a resource below another one. */
export function childPath(parent: string, type: string, name: string): string {
  return `${parent}/${type}/${name}`;
}
