import { parseResourceId, type ResourceId } from '../../arm/resource-id.js';
import { restriction } from '../addresses/network-access.js';
import { chain, concat, type Fact, found, known, type Listing, listingOf, unread } from '../algebra/fact.js';
import { REGISTRY, STORAGE_ACCOUNT, WORKSPACE } from '../arm-properties/index.js';
import { type Registry, registryOf } from '../resources/registry.js';
import { type StorageAccount, storageAccountOf } from '../resources/storage-account.js';
import type { Workspace } from '../resources/workspace.js';

/** A resource that a workspace owns by id. */
export interface NamedDependency {
  /** What it is, in words. */
  readonly words: 'storage account' | 'key vault' | 'container registry';
  /** Where the workspace names it. */
  readonly path: string;
  readonly id: string;
  readonly place: ResourceId;
}

/** A dependency that does not take requests from every public network, and the property that says so. */
export interface RestrictedDependency {
  readonly words: 'storage account' | 'container registry';
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly actual: string;
}

const PROPERTIES = {
  'storage account': WORKSPACE.storageAccount,
  'key vault': WORKSPACE.keyVault,
  'container registry': WORKSPACE.containerRegistry,
} as const;

/** The dependencies that lie in another subscription than the workspace; an absent one is none. */
export function dependenciesInOtherSubscriptions(workspace: Workspace): Fact<readonly NamedDependency[]> {
  return elsewhere(workspace, ['storage account', 'key vault', 'container registry'], ({ subscription }) =>
    subscription.toLowerCase(),
  );
}

/** Registry and storage account that lie in another resource group than the workspace; an absent one is none. */
export function dependenciesInOtherGroups(workspace: Workspace): Fact<readonly NamedDependency[]> {
  return elsewhere(workspace, ['storage account', 'container registry'], ({ subscription, group }) =>
    `${subscription}/${group}`.toLowerCase(),
  );
}

/** Registry and storage account that are closed to public networks or stand behind a firewall. */
export function restrictedImageSources(workspace: Workspace): Fact<readonly RestrictedDependency[]> {
  return found(
    concat([
      restricted('container registry', registryOf(workspace)),
      restricted('storage account', storageAccountOf(workspace)),
    ]),
  );
}

function elsewhere(
  workspace: Workspace,
  kinds: readonly NamedDependency['words'][],
  placeOf: (id: ResourceId) => string,
): Fact<readonly NamedDependency[]> {
  const own = parsed(workspace, 'id', workspace.id);
  return chain(own, (home) =>
    found(
      concat(
        kinds.map((words) =>
          listingOf(dependency(workspace, words), (each) => ({
            items: each === null || placeOf(each.place) === placeOf(home) ? [] : [each],
            gaps: [],
          })),
        ),
      ),
    ),
  );
}

function dependency(workspace: Workspace, words: NamedDependency['words']): Fact<NamedDependency | null> {
  const property = PROPERTIES[words];
  return chain(workspace.read(property), (id): Fact<NamedDependency | null> => {
    if (id === null) return known(null);
    return chain(parsed(workspace, property.path, id), (place) =>
      known({ words, path: property.path, id, place }),
    );
  });
}

function parsed(workspace: Workspace, path: string, id: string): Fact<ResourceId> {
  const parts = parseResourceId(id);
  if (parts !== null) return known(parts);
  return chain(workspace.resource, (resource) =>
    unread(resource.gap('unsupported', `${path} is ${id}; isocheck knows ids of resources in a group`)),
  );
}

function restricted(
  words: RestrictedDependency['words'],
  dependency: Fact<Registry | StorageAccount | null>,
): Listing<RestrictedDependency> {
  return listingOf(dependency, (service) => {
    if (service === null) return { items: [], gaps: [] };
    return listingOf(service.isRestricted(), (isRestricted) =>
      listingOf(service.resource, (resource) => {
        const properties = words === 'container registry' ? REGISTRY : STORAGE_ACCOUNT;
        const item = { words, id: service.id, name: service.name, ...restriction(resource, properties) };
        return { items: isRestricted ? [item] : [], gaps: [] };
      }),
    );
  });
}
