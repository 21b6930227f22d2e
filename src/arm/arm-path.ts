/** What the SDK clients ask of a resource id or a collection path, names in the spelling of the path. */
export interface ArmPath {
  readonly subscription: string;
  /** Empty for a list of the whole subscription. */
  readonly group: string;
  /** Names below the provider, outermost first: of a deployments list the workspace's and the endpoint's. */
  readonly names: readonly string[];
}

/**
 * Cuts an id or a collection path below a subscription into its parts. What extends a resource (its locks, its role
 * assignments) stands behind a second `/providers/…`, which is no name.
 * @param path without query
 * @returns null for anything else, and for a path with empty or dotted parts, which ARM would read as another path
 */
export function parseArmPath(path: string): ArmPath | null {
  const match =
    /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?(?:\/providers\/[^/]+((?:\/[^/]+)+)|\/resources)$/i.exec(
      path.endsWith('/') ? path.slice(0, -1) : path,
    );
  const [, subscription, group, rest] = match ?? [];
  if (subscription === undefined || /\/\.{1,2}(?:\/|$)|[?#]/.test(path)) return null;
  const segments = (rest ?? '').split('/').slice(1);
  const names = segments.filter(
    (_, index) => index % 2 === 1 && segments[index - 1]?.toLowerCase() !== 'providers',
  );
  return { subscription, group: group ?? '', names };
}
