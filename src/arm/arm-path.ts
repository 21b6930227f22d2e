/**
 * The parts of a path below the ARM host: of a resource, a list, what extends a resource, a group or a subscription.
 * Spelling is kept; compare without regard to case.
 */
export interface ArmPath {
  /** Null for a path that is not below a subscription. */
  readonly subscription: string | null;
  /** Null for a path that is not in a resource group. */
  readonly group: string | null;
  /**
   * What the last provider's resources lie in or extend: the path before the last `/providers/…`, the subscription or
   * the group where no provider is named, empty where there is nothing above.
   */
  readonly above: string;
  /**
   * Namespace of the resource provider, e.g. `Microsoft.Network`; null where no provider is named. Of what extends a
   * resource (`…/vaults/kv/providers/Microsoft.Authorization/locks`) the last one, as ARM has it.
   */
  readonly namespace: string | null;
  /** What follows the namespace, or the scope: type, name, child type, child name... An odd number makes it a list. */
  readonly rest: readonly string[];
  /** The types below every provider of the path, outermost first: of the locks of a vault, `vaults` and `locks`. */
  readonly types: readonly string[];
  /** The names that belong to the types; a list has one less. */
  readonly names: readonly string[];
}

/** Cuts a path (no query; a slash at its end is left away) into its parts. The only parser of ids and paths there is. */
export function parseArmPath(path: string): ArmPath {
  const whole = path.endsWith('/') ? path.slice(0, -1) : path;
  const isRooted = whole.startsWith('/');
  const segments = isRooted ? whole.slice(1).split('/') : whole.split('/');
  const subscription = isRooted ? valueAfter(segments, 0, 'subscriptions') : null;
  const group = subscription === null ? null : valueAfter(segments, 2, 'resourcegroups');
  const scopeLength = subscription === null ? 0 : group === null ? 2 : 4;
  let start = scopeLength;
  let above = joined(segments.slice(0, scopeLength));
  let namespace: string | null = null;
  const types: string[] = [];
  const names: string[] = [];
  for (let index = start; index < segments.length; index += 2) {
    const word = segments[index] ?? '';
    const next = segments[index + 1];
    // Without a namespace before it, the word can only come first: a name may be `providers` too.
    const isProvider = word.toLowerCase() === 'providers' && next !== undefined;
    if (isProvider && (namespace !== null || index === scopeLength)) {
      above = joined(segments.slice(0, index));
      namespace = next;
      start = index + 2;
      continue;
    }
    types.push(word);
    if (next !== undefined) names.push(next);
  }
  return { subscription, group, above, namespace, rest: segments.slice(start), types, names };
}

/** The type that a path is of, as ARM spells it in its actions: `Microsoft.Network/privateDnsZones/A`. */
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

/** Whether ARM can be asked for a path: one with empty or dotted parts, or a query, it would read as another one. */
export function isAskable(path: string): boolean {
  return (
    path.startsWith('/') && !/\/\.{0,2}(?:\/|$)|[?#]/.test(path.endsWith('/') ? path.slice(0, -1) : path)
  );
}

/** The path as it stands in the address of a request. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** A path without its query, and the query: empty for a list without a filter. */
export function splitFilter(path: string): { readonly list: string; readonly query: string } {
  const mark = path.indexOf('?');
  return mark < 0 ? { list: path, query: '' } : { list: path.slice(0, mark), query: path.slice(mark + 1) };
}

function joined(segments: readonly string[]): string {
  return segments.map((segment) => `/${segment}`).join('');
}

function valueAfter(segments: readonly string[], index: number, name: string): string | null {
  return segments[index]?.toLowerCase() === name ? (segments[index + 1] ?? null) : null;
}
