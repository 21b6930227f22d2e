import rule from '../../../src/rules/identity/key-vault-access.js';
import type { Estate } from '../../world/estate.js';
import { assignRole, giveIdentities, listRoles, PRINCIPAL } from '../../world/identities.js';
import { endpointId } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, keyVault, subscription } = soundPrivate().names;
const endpoint = endpointId(workspace, 'fraud');
const ENDPOINT_PRINCIPAL = '3e5f7091-a2b3-4c4d-9e6f-0718293a4b5c';
const SECRETS = 'properties.properties';
const READERS =
  'Key Vault Secrets User, Key Vault Secrets Officer, Key Vault Administrator and Key Vault Certificate User';

/** A workspace that works by a user-assigned identity without access to its vault. */
function ownWorkspace(change: (estate: Estate) => void = () => {}): Estate {
  const estate = soundPrivate();
  giveIdentities(estate, workspace, { 'id-workspace': PRINCIPAL });
  listRoles(estate, PRINCIPAL, [keyVault]);
  change(estate);
  return estate;
}

/** An endpoint that reads secrets by a user-assigned identity without access to the vault. */
function ownEndpoint(change: (estate: Estate) => void = () => {}): Estate {
  const estate = soundPrivate();
  giveIdentities(estate, endpoint, { 'id-fraud': ENDPOINT_PRINCIPAL });
  estate.world.set(endpoint, SECRETS, { enforceAccessToDefaultSecretStores: 'Enabled' });
  listRoles(estate, ENDPOINT_PRINCIPAL, [keyVault]);
  change(estate);
  return estate;
}

/** The vault goes by access policies, of which these give permissions on secrets. */
function byPolicies(estate: Estate, policies: Readonly<Record<string, string[]>> = {}): void {
  const accessPolicies = Object.entries(policies).map(([objectId, secrets]) => ({
    tenantId: '2c3d4e5f-6071-4829-9a31-b2c3d4e5f607',
    objectId,
    permissions: { keys: [], secrets, certificates: [] },
  }));
  estate.world
    .unset(keyVault, 'properties.enableRbacAuthorization')
    .set(keyVault, 'properties.accessPolicies', accessPolicies);
}

const summary = 'Give access to the secrets of kv-fraud to those that need it.';
const roleEvidence = (name: string, role: string, held = 'no role') => ({
  resourceId: keyVault,
  path: 'roleAssignments.properties.roleDefinitionId',
  actual: `${held} of ${name}`,
  expected: role,
});
const grant = (principal: string, role: string) =>
  `az role assignment create --assignee-object-id ${principal} --assignee-principal-type ServicePrincipal --role '${role}' --scope ${keyVault} --subscription ${subscription}`;
const passed = 'The user-assigned identities that read secrets have access to kv-fraud.';
const nobody = 'No user-assigned identity of the workspace or of its endpoints reads secrets.';

testRule(rule, {
  fail: [
    {
      name: 'the workspace has a role that reads secrets and does not write them',
      world: () =>
        ownWorkspace(
          (estate) =>
            void assignRole(estate, [keyVault], { role: 'Key Vault Secrets User', scope: keyVault }),
        ),
      severity: 'warning',
      message:
        'Identity id-workspace has none of the roles Key Vault Administrator and Key Vault Secrets Officer on kv-fraud or above, by which workspace mlw-fraud gets at secrets. Whether that stands in the way is doubtful.',
      evidence: [roleEvidence('id-workspace', 'Key Vault Administrator', 'Key Vault Secrets User')],
      summary,
      commands: [grant(PRINCIPAL, 'Key Vault Administrator')],
    },
    {
      name: 'the endpoint has no role, while the workspace may not be read for its own identity',
      world: () => ownEndpoint(({ world }) => void world.set(workspace, 'identity.type', 'Federated')),
      severity: 'warning',
      message: `Identity id-fraud has none of the roles ${READERS} on kv-fraud or above, by which endpoint fraud gets at secrets. Whether that stands in the way is doubtful.`,
      evidence: [roleEvidence('id-fraud', 'Key Vault Secrets User')],
      summary,
      commands: [grant(ENDPOINT_PRINCIPAL, 'Key Vault Secrets User')],
    },
    {
      name: 'no access policy names the two identities for what they need',
      world: () =>
        ownEndpoint((estate) => {
          giveIdentities(estate, workspace, { 'id-workspace': PRINCIPAL });
          byPolicies(estate, { [PRINCIPAL]: ['Get', 'list'], [ENDPOINT_PRINCIPAL]: ['list'] });
        }),
      severity: 'warning',
      message:
        'No access policy of kv-fraud gives identity id-workspace, by which workspace mlw-fraud gets at secrets, the permission to get and set them. No access policy of kv-fraud gives identity id-fraud, by which endpoint fraud gets at secrets, the permission to get them. Whether that stands in the way is doubtful.',
      evidence: [
        {
          resourceId: keyVault,
          path: 'properties.accessPolicies',
          actual: 'no policy with secrets get, set for id-workspace',
          expected: 'permissions.secrets: get, set',
        },
        {
          resourceId: keyVault,
          path: 'properties.accessPolicies',
          actual: 'no policy with secrets get for id-fraud',
          expected: 'permissions.secrets: get',
        },
      ],
      summary,
      commands: [
        `az keyvault set-policy --name kv-fraud --subscription ${subscription} --object-id ${PRINCIPAL} --secret-permissions get list set`,
        `az keyvault set-policy --name kv-fraud --subscription ${subscription} --object-id ${ENDPOINT_PRINCIPAL} --secret-permissions list get`,
      ],
    },
  ],
  pass: [
    {
      name: 'the workspace administers the vault',
      world: () =>
        ownWorkspace(
          (estate) => void assignRole(estate, [keyVault], { role: 'Key Vault Administrator', scope: '/' }),
        ),
      message: passed,
    },
    {
      name: 'the endpoint reads the secrets',
      world: () =>
        ownEndpoint(
          (estate) =>
            void assignRole(estate, [keyVault], {
              principal: ENDPOINT_PRINCIPAL,
              role: 'Key Vault Secrets User',
              scope: keyVault,
            }),
        ),
      message: passed,
    },
    {
      name: 'access policies in another spelling',
      world: () =>
        ownEndpoint((estate) => {
          giveIdentities(estate, workspace, { 'id-workspace': PRINCIPAL });
          byPolicies(estate, { [PRINCIPAL.toUpperCase()]: ['Get', 'Set'], [ENDPOINT_PRINCIPAL]: ['ALL'] });
        }),
      message: passed,
    },
    {
      name: 'the primary one of several identities of the workspace',
      world: () =>
        ownWorkspace((estate) => {
          const { world } = estate;
          giveIdentities(estate, workspace, { 'id-data': ENDPOINT_PRINCIPAL, 'id-workspace': PRINCIPAL });
          const [, primary = ''] = Object.keys(
            Object(Object(world.body(workspace)['identity']).userAssignedIdentities),
          );
          world.set(workspace, 'properties.primaryUserAssignedIdentity', primary.toUpperCase());
          assignRole(estate, [keyVault], { role: 'Key Vault Secrets Officer', scope: keyVault });
        }),
      message: passed,
    },
  ],
  unknown: [
    {
      name: 'a vault that may not be read',
      world: () => ownWorkspace(({ world }) => void world.gap('keyVault', keyVault)),
      message: 'kv-fraud was not read (forbidden, Microsoft.KeyVault/vaults/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.KeyVault/vaults/read'],
    },
    {
      name: 'several identities of the workspace without a primary one',
      world: () =>
        ownWorkspace((estate) =>
          giveIdentities(estate, workspace, { 'id-data': ENDPOINT_PRINCIPAL, 'id-workspace': PRINCIPAL }),
        ),
      message:
        'mlw-fraud: properties.primaryUserAssignedIdentity is absent while there are 2 user-assigned identities.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'a primary identity that the workspace does not have',
      world: () =>
        ownWorkspace(
          ({ world }) => void world.set(workspace, 'properties.primaryUserAssignedIdentity', '/gone'),
        ),
      message:
        'mlw-fraud: properties.primaryUserAssignedIdentity is /gone, which identity.userAssignedIdentities does not hold.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'an endpoint of which it is not known whether it reads secrets',
      world: () =>
        ownEndpoint(
          ({ world }) => void world.set(endpoint, SECRETS, { enforceAccessToDefaultSecretStores: 'perhaps' }),
        ),
      message:
        'fraud: properties.properties.enforceAccessToDefaultSecretStores is perhaps; isocheck knows enabled or disabled.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'rubbish among the access policies',
      world: () =>
        ownWorkspace((estate) => {
          byPolicies(estate);
          estate.world.set(keyVault, 'properties.accessPolicies', [{ objectId: 7 }]);
        }),
      message: 'kv-fraud: objectId is 7; isocheck knows a string.',
      operations: ['Microsoft.KeyVault/vaults/read'],
    },
    {
      name: 'endpoints that may not be read',
      world: () => {
        const estate = soundPrivate();
        estate.world.gap('endpoints', `${workspace}/onlineEndpoints`);
        return estate;
      },
      message:
        'onlineendpoints was not read (forbidden, Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
  ],
  notApplicable: [
    { name: 'system-assigned identities alone', world: soundPrivate, message: nobody },
    {
      name: 'a user-assigned identity beside the system-assigned one by which the workspace works',
      world: () =>
        ownWorkspace(
          ({ world }) => void world.set(workspace, 'identity.type', 'SystemAssigned, UserAssigned'),
        ),
      message: nobody,
    },
    {
      name: 'an endpoint that reads no secrets',
      world: () => ownEndpoint(({ world }) => void world.unset(endpoint, SECRETS)),
      message: nobody,
    },
    {
      name: 'no vault',
      world: () => ownWorkspace(({ world }) => void world.set(workspace, 'properties.keyVault', null)),
      message: 'The workspace names no key vault.',
    },
  ],
});
