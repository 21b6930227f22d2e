/** The parts of an ARM path that the server answers by. Spelling is kept; compare without regard to case. */
export interface ArmPath {
  /** Null for a path that is not below a subscription. */
  readonly subscription: string | null;
  readonly group: string | null;
  /**
   * Namespace of the resource provider, e.g. `Microsoft.Network`; null where no provider is named. Of what extends a
   * resource (`…/vaults/kv/providers/Microsoft.Authorization/locks`) the last one, as ARM has it.
   */
  readonly namespace: string | null;
  /** What follows the namespace: type, name, child type, child name... An odd number makes it a list. */
  readonly rest: readonly string[];
}

/** Cuts a path below the ARM host (no query, no trailing slash) into its parts. */
export function parseArmPath(path: string): ArmPath {
  const segments = path.split('/').slice(1);
  const subscription = valueAfter(segments, 0, 'subscriptions');
  const group = subscription === null ? null : valueAfter(segments, 2, 'resourcegroups');
  const scopeLength = subscription === null ? 0 : group === null ? 2 : 4;
  return { subscription, group, ...lastProvider(null, segments.slice(scopeLength)) };
}

function lastProvider(
  namespace: string | null,
  rest: readonly string[],
): Pick<ArmPath, 'namespace' | 'rest'> {
  const at = rest.findIndex((word, index) => index % 2 === 0 && word.toLowerCase() === 'providers');
  const next = rest[at + 1];
  // Without a namespace before it, it can only come first.
  if (at < 0 || next === undefined || (namespace === null && at > 0)) return { namespace, rest };
  return lastProvider(next, rest.slice(at + 2));
}

/** Every second segment of a path's rest, below its namespace: `Microsoft.Network/privateDnsZones/A`. */
export function typeOf({ namespace, rest }: ArmPath): string {
  return [namespace ?? 'Microsoft.Resources', ...rest.filter((_, index) => index % 2 === 0)].join('/');
}

/**
 * The action that a GET of the path takes: `Microsoft.KeyVault/vaults/read`. Paths without a provider belong to
 * Microsoft.Resources (learn.microsoft.com/azure/role-based-access-control/permissions/management-and-governance).
 */
export function actionOf(path: string): string {
  const parsed = parseArmPath(path);
  if (parsed.namespace !== null) return `${typeOf(parsed)}/read`;
  const levels = [
    'Microsoft.Resources',
    'subscriptions',
    ...(parsed.group === null ? [] : ['resourceGroups']),
    ...parsed.rest,
    'read',
  ];
  return levels.join('/');
}

/** The path without its last segment: of a resource id, the list that the resource is in. */
export function listPathOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/'));
}

function valueAfter(segments: readonly string[], index: number, name: string): string | null {
  return segments[index]?.toLowerCase() === name ? (segments[index + 1] ?? null) : null;
}
