import { anyOf, chain, type Fact, map } from './fact.js';
import type { Property } from './property.js';
import type { Resource } from './resource.js';

/** Whether a service takes requests from public networks. */
export type Access = 'open' | 'closed';

type AccessProperties = {
  readonly publicNetworkAccess: Property<'Enabled' | 'Disabled'>;
  readonly defaultAction: Property<'Allow' | 'Deny'>;
};

/** What `publicNetworkAccess` says of a service. */
export function accessOf(resource: Fact<Resource>, properties: AccessProperties): Fact<Access> {
  return chain(resource, (body) =>
    map(body.read(properties.publicNetworkAccess), (access) => (access === 'Enabled' ? 'open' : 'closed')),
  );
}

/** Restricted: closed to public networks, or a firewall whose default action is Deny. */
export function isRestricted(resource: Fact<Resource>, properties: AccessProperties): Fact<boolean> {
  return chain(resource, (body) =>
    anyOf([
      map(body.read(properties.publicNetworkAccess), (access) => access === 'Disabled'),
      map(body.read(properties.defaultAction), (action) => action === 'Deny'),
    ]),
  );
}

/** The property that makes a service restricted, for evidence: the closed flag before the firewall. */
export function restriction(
  resource: Resource,
  properties: AccessProperties,
): { readonly path: string; readonly actual: string } {
  const access = resource.read(properties.publicNetworkAccess);
  const property =
    access.known && access.value === 'Disabled' ? properties.publicNetworkAccess : properties.defaultAction;
  return { path: property.path, actual: resource.raw(property) };
}
