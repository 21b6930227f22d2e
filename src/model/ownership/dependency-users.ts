import { idKey } from '../../arm/resource-id.js';
import { derived, shared } from '../algebra/derived.js';
import type { Listing } from '../algebra/fact.js';
import type { Model } from '../bodies/model.js';
import type { Dependency } from '../resources/dependency.js';
import type { Workspace } from '../resources/workspace.js';
import { ownersIn } from './owners.js';

/** The owners that name a dependency, by its id. */
const ownersByDependency = derived((model: Model) => {
  const gather = (dependency: 'registryId' | 'keyVaultId' | 'storageId') => {
    const owners = ownersIn(model).map((owner) => ({ owner, id: owner[dependency]() }));
    const gaps = owners.flatMap(({ id }) => (id.known ? [] : id.gaps));
    const listings = new Map<string, { items: Workspace[]; gaps: Listing<Workspace>['gaps'] }>();
    for (const { owner, id } of owners) {
      if (!id.known || id.value === null) continue;
      shared(listings, id.value, () => ({ items: [], gaps })).items.push(owner);
    }
    return listings;
  };
  return {
    registryId: gather('registryId'),
    keyVaultId: gather('keyVaultId'),
    storageId: gather('storageId'),
  };
});

/** Where a workspace names each kind of dependency. */
const NAMED_BY = {
  registry: 'registryId',
  'key-vault': 'keyVaultId',
  'storage-account': 'storageId',
} as const satisfies Record<Dependency['type'], string>;

/** The owners that use a registry, a key vault or a storage account; gaps where it can't be told which one they use. */
export const workspacesUsing = derived(
  ({ model, type, id }: Dependency): Listing<Workspace> =>
    ownersByDependency(model)[NAMED_BY[type]].get(idKey(id)) ?? { items: [], gaps: [] },
);
