import { addDiagnosticSetting } from '../../world/diagnostic-settings.js';
import {
  assignRole,
  giveIdentities,
  listRoles,
  PRINCIPAL,
  WORKSPACE_PRINCIPAL,
} from '../../world/identities.js';
import { addOutboundRule } from '../../world/managed-network.js';
import { endpointId } from '../../world/names.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';

/** Worlds whose identities lack roles, and that send logs which isolation keeps away. */
export const IDENTITY_AND_MONITORING: readonly (() => World)[] = [
  strangers,
  strangersByPolicy,
  unapproved,
  silentTables,
];

/** Workspace and endpoint work by an identity without any role that counts. */
function strangers(): World {
  const estate = soundPrivate();
  const { workspace, registry, storage, keyVault } = estate.names;
  const endpoint = endpointId(workspace, 'fraud');
  for (const owner of [workspace, endpoint]) giveIdentities(estate, owner, { 'id-fraud': PRINCIPAL });
  estate.world.set(endpoint, 'properties.properties', { enforceAccessToDefaultSecretStores: 'enabled' });
  listRoles(estate, PRINCIPAL, [registry, keyVault]);
  assignRole(estate, [storage], { role: 'Contributor', scope: storage });
  return estate.world;
}

/** The same where the vault goes by access policies and the registry by repositories. */
function strangersByPolicy(): World {
  const world = strangers();
  const { keyVault, registry } = soundPrivate().names;
  return world
    .set(keyVault, 'properties.enableRbacAuthorization', false)
    .set(registry, 'properties.roleAssignmentMode', 'AbacRepositoryPermissions');
}

/** A private endpoint rule to an account on which the workspace has no role. */
function unapproved(): World {
  const estate = soundManaged();
  const lake = estate.names.storage.replace('stmanaged', 'stlake');
  addOutboundRule(estate, 'lake', {
    type: 'PrivateEndpoint',
    category: 'UserDefined',
    status: 'Active',
    destination: {
      serviceResourceId: lake,
      subresourceTarget: 'dfs',
      sparkEnabled: false,
      sparkStatus: 'Inactive',
    },
  });
  listRoles(estate, WORKSPACE_PRINCIPAL, [lake]);
  return estate.world;
}

/** All logs are sent, of which two stay away. */
function silentTables(): World {
  const estate = soundPrivate();
  const endpoint = endpointId(estate.names.workspace, 'fraud');
  addDiagnosticSetting(estate, endpoint, 'to-logs', [{ categoryGroup: 'allLogs', enabled: true }]);
  return estate.world;
}
