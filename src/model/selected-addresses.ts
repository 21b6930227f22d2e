import { WORKSPACE } from './arm-properties.js';
import { all, chain, type Fact, known, map } from './fact.js';
import type { Property } from './property.js';
import type { Resource } from './resource.js';

/**
 * The addresses that a workspace's public access is limited to: `ipAllowlist`, and `networkAcls` in newer
 * api-versions. Only previews know them for sure; but an answer that carries one of the two comes from a service
 * that knows both, so the other one is then absent and not unknown (answers of stable versions do carry them).
 * @returns null when every network is let in; an empty list when the firewall denies and lists nobody
 */
export function selectedAddresses(resource: Resource): Fact<readonly string[] | null> {
  const properties = [
    WORKSPACE.ipAllowlist,
    WORKSPACE.networkAclsDefaultAction,
    WORKSPACE.networkAclsIpRules,
  ] as const;
  const told = properties.some((property) => resource.has(property));
  const read = <T>(property: Property<T>): Fact<T> =>
    told && !resource.has(property) ? known(property.absent) : resource.read(property);
  const allowlist = map(read(WORKSPACE.ipAllowlist), (addresses) => addresses ?? []);
  const rules = map(read(WORKSPACE.networkAclsIpRules), (bodies) =>
    (bodies ?? []).flatMap((rule) => (typeof rule['value'] === 'string' ? [rule['value']] : [])),
  );
  return chain(all([allowlist, rules]), (lists) =>
    map(read(WORKSPACE.networkAclsDefaultAction), (action) => {
      const addresses = [...new Set(lists.flat())];
      return addresses.length > 0 || action === 'Deny' ? addresses : null;
    }),
  );
}
