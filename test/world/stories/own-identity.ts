import type { Estate } from '../estate.js';
import { addCustomRole, assignRole, giveIdentities, identityId, PRINCIPAL } from '../identities.js';
import { endpointId } from '../names.js';
import { completeWorld } from './complete.js';
import { soundEstate } from './private.js';
import type { Story } from './story.js';

/** The service principal of the identity by which the workspace works. */
const KEEPER = '3e5f7091-a2b3-4c4d-9e6f-0718293a4b5c';

export const ownIdentity: Story = {
  title: 'Identities of their own',
  description:
    'A pricing team whose workspace and endpoint work by user-assigned identities, with their roles on registry, storage and vault given at the resource group, the subscription and the vault itself.',
  order: 13,
  required: { inbound: 'private', outbound: 'private', workspace: 'private' },
  exitCode: 0,
  world: () => completeWorld(withRoles(soundEstate('pricing', 'pricing'))),
};

function withRoles(estate: Estate): Estate {
  const { world, names } = estate;
  const { workspace, registry, storage, keyVault, subscription, group } = names;
  const endpoint = endpointId(workspace, 'pricing');
  giveIdentities(estate, endpoint, { 'id-pricing-endpoint': PRINCIPAL });
  world.set(endpoint, 'properties.properties', { enforceAccessToDefaultSecretStores: 'enabled' });
  giveIdentities(estate, workspace, { 'id-pricing-workspace': KEEPER });
  world.set(workspace, 'properties.primaryUserAssignedIdentity', identityId(names, 'id-pricing-workspace'));
  addCustomRole(estate);
  // ARM lists an assignment for every resource at or below its scope.
  assignRole(estate, [registry, storage, keyVault], {
    role: 'AcrPull',
    scope: `/subscriptions/${subscription}`,
  });
  assignRole(estate, [registry, storage, keyVault], {
    role: 'Storage Blob Data Reader',
    scope: `/subscriptions/${subscription}/resourceGroups/${group}`,
  });
  assignRole(estate, [keyVault], { role: 'Key Vault Secrets User', scope: keyVault });
  assignRole(estate, [keyVault], { principal: KEEPER, role: 'Key Vault Administrator', scope: keyVault });
  return estate;
}
