import { describe, expect, it } from 'vitest';
import { roleAssignmentsPath } from '../../../src/arm/list-paths.js';
import type { Json } from '../../../src/json.js';
import { Model } from '../../../src/model/bodies/model.js';
import { vaultAccess } from '../../../src/model/identity/vault-access.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import type { Estate } from '../../world/estate.js';
import { assignRole, giveIdentities, listRoles, PRINCIPAL } from '../../world/identities.js';
import { endpointId } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';

const { keyVault, subscription, workspace } = soundPrivate().names;
const FRAUD = endpointId(workspace, 'fraud');
const READER = '3e5f7091-a2b3-4c4d-9e6f-0718293a4b5c';
const SECOND = '4f608192-b3c4-4d5e-8f70-18293a4b5c6d';
const FORBIDDEN = '403 AuthorizationFailed';

type Change = (estate: Estate) => unknown;

/** `users: missing`, each missing one in a line; or what the gaps say. */
function accessIn(...changes: readonly Change[]): readonly string[] | string {
  const estate = soundPrivate();
  for (const change of changes) change(estate);
  const access = vaultAccess(workspaceAt(new Model(estate.world.snapshot()), workspace));
  if (!access.known) return access.gaps.map(({ detail }) => detail).join('; ');
  const { vault, users, missing } = access.value;
  return [
    `${users} of ${vault?.name ?? 'no vault'}`,
    ...missing.map(({ owner, identity, permissions, heldPermissions, role, principalId }) => {
      const held = role === null ? heldPermissions : role.held;
      const wanted = role === null ? permissions : [role.roles.allow[0]];
      expect(principalId).toBe(identity.principalId.known && identity.principalId.value);
      return `${owner.name} ${identity.name} wants ${wanted.join(' ')}, has ${held.join(' ') || 'nothing'}`;
    }),
  ];
}

/** The workspace works by an identity of the user's. */
const keeper: Change = (estate) => {
  giveIdentities(estate, workspace, { 'id-keeper': PRINCIPAL });
  listRoles(estate, PRINCIPAL, [keyVault]);
};
/** The endpoint reads secrets by identities of the user's. */
const reader =
  (
    identities: Readonly<Record<string, string>> = { 'id-reader': READER },
    secrets: Json = 'enabled',
  ): Change =>
  (estate) => {
    giveIdentities(estate, FRAUD, identities);
    estate.world.set(FRAUD, 'properties.properties', { enforceAccessToDefaultSecretStores: secrets });
    for (const principal of Object.values(identities)) listRoles(estate, principal, [keyVault]);
  };
const role =
  (principal: string, name: Parameters<typeof assignRole>[2]['role'], scope = keyVault): Change =>
  (estate) =>
    assignRole(estate, [keyVault], { principal, role: name, scope });
const policies =
  (...entries: readonly (readonly [objectId: Json, secrets: Json])[]): Change =>
  ({ world }) =>
    world.set(keyVault, 'properties.enableRbacAuthorization', false).set(
      keyVault,
      'properties.accessPolicies',
      entries.map(([objectId, secrets]) => ({ objectId, permissions: { secrets } })),
    );

const WRITES = 'Key Vault Administrator';
const READS = 'Key Vault Secrets User';

describe('who lacks access to the secrets of a vault that goes by roles', () => {
  const lacks = (who: string, wanted: string, held = 'nothing') => `${who} wants ${wanted}, has ${held}`;
  const KEEPER = (held?: string) => lacks('mlw-fraud id-keeper', WRITES, held);
  const READ = (held?: string) => lacks('fraud id-reader', READS, held);
  const table: readonly [what: string, changes: readonly Change[], access: readonly string[] | string][] = [
    ['nobody works by an identity of the user', [], ['0 of kv-fraud']],
    ['no vault', [keeper, ({ world }) => world.unset(workspace, 'properties.keyVault')], ['0 of no vault']],
    ['the workspace', [keeper], ['1 of kv-fraud', KEEPER()]],
    ['a workspace that only reads', [keeper, role(PRINCIPAL, READS)], ['1 of kv-fraud', KEEPER(READS)]],
    [
      'not a workspace that writes',
      [keeper, role(PRINCIPAL, 'Key Vault Secrets Officer')],
      ['1 of kv-fraud'],
    ],
    ['not one that may do all', [keeper, role(PRINCIPAL, WRITES)], ['1 of kv-fraud']],
    [
      'one with a role elsewhere',
      [keeper, role(PRINCIPAL, WRITES, '/subscriptions/x')],
      ['1 of kv-fraud', KEEPER()],
    ],
    [
      'not one with a role above the vault',
      [keeper, role(PRINCIPAL, WRITES, `/subscriptions/${subscription}`)],
      ['1 of kv-fraud'],
    ],
    ['an endpoint that reads secrets', [reader()], ['1 of kv-fraud', READ()]],
    ['not an endpoint with the role', [reader(), role(READER, READS)], ['1 of kv-fraud']],
    ['no endpoint that reads none', [reader({ 'id-reader': READER }, 'disabled')], ['0 of kv-fraud']],
    ['both', [keeper, reader()], ['2 of kv-fraud', KEEPER(), READ()]],
    ['one of both', [keeper, reader(), role(READER, READS)], ['2 of kv-fraud', KEEPER()]],
    [
      'all the identities of an endpoint',
      [reader({ 'id-reader': READER, 'id-second': SECOND })],
      ['1 of kv-fraud', READ(), lacks('fraud id-second', READS)],
    ],
    [
      'open where one of its identities has the role',
      [reader({ 'id-reader': READER, 'id-second': SECOND }), role(READER, READS)],
      '1 of its 2 user-assigned identities lack the access, and by which it works ARM does not tell',
    ],
    [
      'open where the vault was not read',
      [keeper, ({ world }) => world.gap('keyVault', keyVault)],
      FORBIDDEN,
    ],
    [
      'not open where nobody needs a vault that was not read',
      [({ world }) => world.gap('keyVault', keyVault)],
      ['0 of kv-fraud'],
    ],
    [
      'open where the roles were not read',
      [keeper, ({ world }) => world.gap('roleAssignments', roleAssignmentsPath(keyVault, PRINCIPAL))],
      FORBIDDEN,
    ],
    [
      'open where the endpoints were not read',
      [({ world }) => world.gap('endpoints', `${workspace}/onlineEndpoints`)],
      FORBIDDEN,
    ],
    [
      'one that is known, whatever was not read',
      [keeper, ({ world }) => world.gap('endpoints', `${workspace}/onlineEndpoints`)],
      ['1 of kv-fraud', KEEPER()],
    ],
    [
      'open where the identity of the workspace is not told',
      [keeper, ({ world }) => world.set(workspace, 'identity.type', 'Odd')],
      'identity.type is Odd; isocheck knows SystemAssigned, UserAssigned and None',
    ],
    [
      'not open where an endpoint has no identity of the user, whatever it reads',
      [
        ({ world }) =>
          world.set(FRAUD, 'properties.properties', { enforceAccessToDefaultSecretStores: 'odd' }),
      ],
      ['0 of kv-fraud'],
    ],
    [
      'open where it is not told whether secrets are read',
      [reader({ 'id-reader': READER }, 'odd')],
      'properties.properties.enforceAccessToDefaultSecretStores is odd; isocheck knows enabled or disabled',
    ],
  ];
  it.each(table)('%s', (_, changes, access) => expect(accessIn(...changes)).toEqual(access));
});

describe('who lacks access to the secrets of a vault that goes by access policies', () => {
  const KEEPER = (held = 'nothing') => `mlw-fraud id-keeper wants get set, has ${held}`;
  const READ = (held = 'nothing') => `fraud id-reader wants get, has ${held}`;
  const table: readonly [what: string, who: Change, entries: Change, missing: readonly string[] | string][] =
    [
      ['nothing', keeper, policies(), [KEEPER()]],
      ['what it wants', keeper, policies([PRINCIPAL, ['get', 'set']]), []],
      [
        'what it wants in another case',
        keeper,
        policies([PRINCIPAL.toUpperCase(), ['Get', 'SET', 'list']]),
        [],
      ],
      ['all', keeper, policies([PRINCIPAL, ['All']]), []],
      ['what it wants in two entries', keeper, policies([PRINCIPAL, ['get']], [PRINCIPAL, ['set']]), []],
      ['a part', keeper, policies([PRINCIPAL, ['get']]), [KEEPER('get')]],
      ['other permissions', keeper, policies([PRINCIPAL, ['list', 'delete']]), [KEEPER('list delete')]],
      ['what another one has', keeper, policies([READER, ['get', 'set']]), [KEEPER()]],
      ['what nobody has', keeper, policies([null, ['get', 'set']]), [KEEPER()]],
      ['no permissions on secrets', keeper, policies([PRINCIPAL, null]), [KEEPER()]],
      ['what a reader wants', reader(), policies([READER, ['get']]), []],
      ['what a reader does not want', reader(), policies([READER, ['set']]), [READ('set')]],
      // A role counts for nothing here.
      [
        'a role',
        reader(),
        (estate) => {
          role(READER, READS)(estate);
          policies()(estate);
        },
        [READ()],
      ],
      [
        'what can not be read',
        keeper,
        policies([7, ['get', 'set']]),
        'objectId is 7; isocheck knows a string',
      ],
      ['enough beside what can not be read', keeper, policies([7, ['get']], [PRINCIPAL, ['get', 'set']]), []],
      [
        'too little beside what can not be read',
        keeper,
        policies([7, ['get']], [PRINCIPAL, ['get']]),
        'objectId is 7; isocheck knows a string',
      ],
    ];
  it.each(table)('%s', (_, who, entries, missing) => {
    expect(accessIn(who, entries)).toEqual(
      typeof missing === 'string' ? missing : ['1 of kv-fraud', ...missing],
    );
  });
});
