import { matchesId } from '../../arm/scopes.js';
import {
  all,
  anyOf,
  certain,
  chain,
  type Fact,
  found,
  known,
  type Listing,
  listingOf,
  map,
  not,
  selected,
  unread,
} from '../algebra/fact.js';
import { RESOURCE_ACCESS_RULE, STORAGE_ACCOUNT } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';
import { workspacesUsing } from '../ownership/dependency-users.js';
import type { StorageAccount } from '../resources/storage-account.js';
import type { Workspace } from '../resources/workspace.js';

/** What `networkAcls.bypass` may list beside AzureServices (lower case). */
const OTHER_TRAFFIC: readonly string[] = ['none', 'logging', 'metrics'];

/**
 * The workspaces that a restricted storage account does not let in as trusted ones: its firewall lets no trusted
 * services through, and none of its resource instance rules names them
 * (learn.microsoft.com/azure/storage/common/storage-network-security, reviewed 2026-11-24).
 * @returns one that is known is enough: then what hides more of them does not matter
 */
export function workspacesShutOut(account: StorageAccount): Fact<readonly Workspace[]> {
  const trusted = chain(account.resource, trustsServices);
  if (certain(trusted)) return known([]);
  const rules = chain(account.resource, resourceRules);
  return found(
    selected(workspacesUsing(account), (workspace) =>
      not(anyOf([trusted, map(rules, (patterns) => patterns.some((each) => matchesId(each, workspace.id)))])),
    ),
  );
}

/** What the firewall lets through whatever it denies, one by one, as ARM wrote it. */
export function bypassed(account: StorageAccount): Listing<string> {
  return listingOf(account.resource, (body) =>
    listingOf(body.read(STORAGE_ACCOUNT.bypass), (list) => ({ items: partsOf(list), gaps: [] })),
  );
}

function partsOf(list: string): readonly string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function trustsServices(body: Resource): Fact<boolean> {
  return chain(body.read(STORAGE_ACCOUNT.bypass), (list): Fact<boolean> => {
    const parts = partsOf(list).map((part) => part.toLowerCase());
    if (parts.includes('azureservices')) return known(true);
    if (parts.length > 0 && parts.every((part) => OTHER_TRAFFIC.includes(part))) return known(false);
    const { path } = STORAGE_ACCOUNT.bypass;
    return unread(
      body.gap(
        'unsupported',
        `${path} is ${body.raw(STORAGE_ACCOUNT.bypass)}; isocheck knows AzureServices, Logging, Metrics or None`,
      ),
    );
  });
}

/** The ids that the resource instance rules name; segments may be `*`. */
function resourceRules(body: Resource): Fact<readonly string[]> {
  return chain(body.read(STORAGE_ACCOUNT.resourceAccessRules), (rules) =>
    map(all(rules.map((rule) => body.part(body.id, rule).read(RESOURCE_ACCESS_RULE.resourceId))), (ids) =>
      ids.filter((id) => id !== null),
    ),
  );
}
