import type { Cloud } from '../../arm/clouds.js';
import { nameOf } from '../../arm/resource-id.js';
import { anyIn, anyOf, chain, type Fact, flat, known, map } from '../algebra/fact.js';
import { networkUsersOf } from '../ownership/owners.js';
import { datastoresOf } from '../resources/datastore.js';
import type { Destination, OutboundRule } from '../resources/outbound-rule.js';

/** Services of a storage account that have a host of their own. */
const SERVICES = ['blob', 'dfs', 'file', 'queue', 'table', 'web'] as const;

/**
 * The storage account whose host an FQDN rule names.
 * @returns its name in lower case; `*` for a wildcard that covers those of everybody; null for any other destination
 */
export function storageAccountOf({
  workspace,
}: OutboundRule): (destination: Destination) => Fact<string | null> {
  const { cloud } = workspace.model;
  return (destination) =>
    known(destination.type === 'FQDN' ? storageAccountInHost(destination.host, cloud) : null);
}

/**
 * The storage account in a host name: `stlake.blob.core.windows.net`, its second region `stlake-secondary.blob.…`, also
 * `stlake.z6.web.core.windows.net`, and accounts of the second kind of endpoint, `stlake.z01.blob.storage.azure.net`
 * (learn.microsoft.com/azure/storage/common/storage-account-overview, reviewed 2026-11-24).
 */
export function storageAccountInHost(host: string, cloud: Cloud): string | null {
  const name = host.toLowerCase().replace(/\.$/, '');
  const suffixes = [cloud.dependencyZones.blob.replace('privatelink.blob', ''), '.storage.azure.net'];
  const suffix = suffixes.find((each) => name.endsWith(each));
  if (suffix === undefined) return null;
  const labels = name.slice(0, -suffix.length).split('.');
  const service = labels.at(-1) ?? '';
  if (labels.length === 1) return service === '*' ? '*' : null;
  if (!SERVICES.some((each) => each === service)) return null;
  return labels[0]?.replace(/-secondary$/, '') ?? null;
}

/**
 * Whether the storage account that an FQDN rule names is the workspace's own or one that a datastore leads to, of a
 * hub's projects too. A wildcard covers the workspace's own account, whatever that is.
 */
export function isStorageOfWorkspace(rule: OutboundRule): Fact<boolean> {
  const { workspace } = rule;
  return chain(chain(rule.destination(), storageAccountOf(rule)), (account) => {
    if (account === null) return known(false);
    if (account === '*') return known(true);
    const own = map(workspace.storageId(), (id) => id !== null && nameOf(id).toLowerCase() === account);
    const users = networkUsersOf(workspace);
    const workspaces = { items: [...new Set([workspace, ...users.items])], gaps: users.gaps };
    const ofDatastore = anyIn(
      flat(workspaces, (each) => datastoresOf(each)),
      (datastore) =>
        map(datastore.location(), (location) => location.kind === 'account' && location.account === account),
    );
    return anyOf([own, ofDatastore]);
  });
}
