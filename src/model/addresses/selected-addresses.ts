import type { Property } from '../../arm/property.js';
import type { JsonObject } from '../../json.js';
import { all, chain, type Fact, known, map, unread } from '../algebra/fact.js';
import { WORKSPACE } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';

const PROPERTIES = [
  WORKSPACE.ipAllowlist,
  WORKSPACE.networkAclsDefaultAction,
  WORKSPACE.networkAclsIpRules,
] as const;

/** Whether an answer tells of selected addresses at all: see `selectedAddresses`. */
export function tellsSelectedAddresses(workspace: Resource): boolean {
  return PROPERTIES.some((property) => workspace.has(property));
}

/**
 * The addresses that a workspace's public access is limited to: `ipAllowlist`, and `networkAcls` in newer
 * api-versions. Only previews know them for sure; but an answer that carries one of the two comes from a service
 * that knows both, so the other one is then absent and not unknown (answers of stable versions do carry them).
 * @returns null when every network is let in; an empty list when the firewall denies and lists nobody
 */
export function selectedAddresses(resource: Resource): Fact<readonly string[] | null> {
  const told = tellsSelectedAddresses(resource);
  const read = <T>(property: Property<T>): Fact<T> =>
    told && !resource.has(property) ? known(property.absent) : resource.read(property);
  const allowlist = map(read(WORKSPACE.ipAllowlist), (addresses) => addresses ?? []);
  const rules = chain(read(WORKSPACE.networkAclsIpRules), (bodies) =>
    all((bodies ?? []).map((rule) => addressOf(resource, rule))),
  );
  return chain(all([allowlist, rules]), (lists) =>
    map(read(WORKSPACE.networkAclsDefaultAction), (action) => {
      const addresses = [...new Set(lists.flat())];
      return addresses.length > 0 || action === 'Deny' ? addresses : null;
    }),
  );
}

/** The property that holds an address of the list. */
export function pathOfSelected(resource: Resource, address: string): string {
  const { ipAllowlist, networkAclsIpRules } = WORKSPACE;
  const listed = resource.read(ipAllowlist);
  return listed.known && listed.value?.includes(address) === true
    ? ipAllowlist.path
    : networkAclsIpRules.path;
}

function addressOf(resource: Resource, rule: JsonObject): Fact<string> {
  const { value } = rule;
  if (typeof value === 'string') return known(value);
  const { path } = WORKSPACE.networkAclsIpRules;
  return unread(
    resource.gap('unsupported', `${path} holds ${JSON.stringify(rule)}; isocheck knows objects with a value`),
  );
}
