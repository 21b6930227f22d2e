/** The parts of an ARM resource id that isocheck uses. Ids are compared without regard to case. */
export interface ResourceId {
  readonly subscription: string;
  readonly group: string;
  /** The last segment. */
  readonly name: string;
  /** Lower case, e.g. `microsoft.network/privateendpoints`. */
  readonly type: string;
}

/** The form in which ids are keyed and compared: lower case, without trailing slashes. */
export function idKey(id: string): string {
  const key = id.toLowerCase();
  return key.endsWith('/') ? key.replace(/\/+$/, '') : key;
}

/** Tells whether two ids name the same resource. */
export function sameId(first: string, second: string): boolean {
  return idKey(first) === idKey(second);
}

/**
 * Cuts an id of a resource in a resource group into its parts.
 * @returns null for anything else
 */
export function parseResourceId(id: string): ResourceId | null {
  const segments = id.replace(/\/$/, '').split('/');
  const [empty, subscriptions, subscription, groups, group, providers, namespace] = segments;
  if (
    empty !== '' ||
    subscriptions?.toLowerCase() !== 'subscriptions' ||
    groups?.toLowerCase() !== 'resourcegroups' ||
    providers?.toLowerCase() !== 'providers' ||
    !subscription ||
    !group ||
    !namespace ||
    segments.length < 9 ||
    segments.length % 2 === 0 ||
    segments.slice(1).includes('')
  ) {
    return null;
  }
  const types = segments.slice(7).filter((_, index) => index % 2 === 0);
  return {
    subscription,
    group,
    name: segments.at(-1) ?? '',
    type: [namespace, ...types].join('/').toLowerCase(),
  };
}

/** The last segment of an id, or the whole text when it has none. */
export function nameOf(id: string): string {
  const end = id.endsWith('/') ? id.length - 1 : id.length;
  return id.slice(id.lastIndexOf('/', end - 1) + 1, end) || id;
}

/** The subscription of any id below one; null when there is none. */
export function subscriptionOf(id: string): string | null {
  return /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] ?? null;
}

/** The id without its last type and name: of a subnet the virtual network, of a deployment the endpoint. */
export function parentOf(id: string): string {
  return id.replace(/\/$/, '').split('/').slice(0, -2).join('/');
}
