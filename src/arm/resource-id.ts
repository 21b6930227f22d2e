import { isAskable, parseArmPath, typeOf } from './arm-path.js';

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
  const path = parseArmPath(id);
  const { subscription, group, namespace, rest } = path;
  if (!subscription || !group || !namespace || id.includes('//')) return null;
  if (rest.length === 0 || rest.length % 2 !== 0) return null;
  const name = rest.at(-1);
  return name ? { subscription, group, name, type: typeOf(path).toLowerCase() } : null;
}

/** Whether a text is the id of a resource in a group by which ARM can be asked for it. */
export function isResourceId(text: string): boolean {
  return isAskable(text) && parseResourceId(text) !== null;
}

/** Whether an id is of a type, in whatever case. */
export function isOfType(id: string, type: string): boolean {
  return parseResourceId(id)?.type === type.toLowerCase();
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

/** The path without its last segment: of a resource id the list that the resource is in, of a list its parent. */
export function withoutLast(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/**
 * The name of the resource of a type that an id or a list's path is of or lies below.
 * @param type the last part of the type, in any case: `onlineEndpoints`
 */
export function nameOfType(path: string, type: string): string | null {
  const { types, names } = parseArmPath(path);
  const wanted = type.toLowerCase();
  return names[types.findIndex((each) => each.toLowerCase() === wanted)] ?? null;
}

/** The id of the resource of a type in a group that a path is of or lies below, as the path spells it. */
export function idOfType(path: string, type: string): string | null {
  const provider = `/providers/${type.toLowerCase()}/`;
  const at = path.toLowerCase().indexOf(provider);
  if (at < 0 || !isGroup(path.slice(0, at))) return null;
  const end = path.indexOf('/', at + provider.length);
  const id = end < 0 ? path : path.slice(0, end);
  return id.length > at + provider.length ? id : null;
}

/** The subscription whose resources of a type a path lists; null where the path is another one. */
export function subscriptionListed(path: string, type: string): string | null {
  if (!idKey(path).endsWith(`/providers/${type.toLowerCase()}`)) return null;
  const { subscription, group, types } = parseArmPath(path);
  return group === null && types.length === 1 ? subscription : null;
}

function isGroup(path: string): boolean {
  const { subscription, group, namespace, rest } = parseArmPath(path);
  return Boolean(subscription) && Boolean(group) && namespace === null && rest.length === 0;
}
