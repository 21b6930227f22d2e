import {
  all,
  both,
  chain,
  type Fact,
  flat,
  found,
  known,
  type Listing,
  listingOf,
  map,
} from '../algebra/fact.js';
import { ACCESS_POLICY, KEY_VAULT } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';
import { servedEndpoints } from '../ownership/served.js';
import { type Endpoint, readsSecrets } from '../resources/endpoint.js';
import { type KeyVault, keyVaultAt } from '../resources/key-vault.js';
import type { ManagedIdentity } from '../resources/managed-identity.js';
import type { Workspace } from '../resources/workspace.js';
import { SECRETS_READ, SECRETS_WRITE } from './built-in-roles.js';
import { ownIdentities, workspaceIdentity } from './managed-identity.js';
import { lackedByAll, type MissingRole, missingRole } from './missing-role.js';

/** Who reads secrets of the vault by user-assigned identities. */
interface VaultUser {
  readonly owner: Workspace | Endpoint;
  readonly body: Resource;
  readonly identities: readonly ManagedIdentity[];
}

/** A user-assigned identity without access to the secrets of a vault. */
export interface MissingVaultAccess {
  readonly owner: Workspace | Endpoint;
  readonly identity: ManagedIdentity;
  readonly principalId: string;
  /** The permissions on secrets that an access policy has to give it. */
  readonly permissions: readonly string[];
  /** Those that its access policy gives it already; empty on a vault that goes by roles. */
  readonly heldPermissions: readonly string[];
  /** The role that it lacks on a vault that goes by roles; null on one that goes by access policies. */
  readonly role: MissingRole | null;
}

export interface VaultAccess {
  /** null where the workspace names no vault. */
  readonly vault: KeyVault | null;
  /** How many have user-assigned identities that need it: the workspace, and endpoints that read secrets. */
  readonly users: number;
  readonly missing: readonly MissingVaultAccess[];
}

/**
 * Which user-assigned identities lack access to the secrets of the workspace's vault: the one that the workspace works
 * by, and those of its endpoints that read secrets.
 */
export function vaultAccess(workspace: Workspace): Fact<VaultAccess> {
  return chain(workspace.keyVaultId(), (id): Fact<VaultAccess> => {
    if (id === null) return known({ vault: null, users: 0, missing: [] });
    const vault = keyVaultAt(workspace.model, id);
    const users = vaultUsers(workspace);
    const missing = flat(users, ({ owner, body, identities }) =>
      listingOf(
        lackedByAll(body, identities, (identity) => missingAccess(vault, owner, identity)),
        (items): Listing<MissingVaultAccess> => ({ items, gaps: [] }),
      ),
    );
    return map(found(missing), (items) => ({ vault, users: users.items.length, missing: items }));
  });
}

function vaultUsers(workspace: Workspace): Listing<VaultUser> {
  const own = listingOf(workspace.resource, (body) =>
    listingOf(workspaceIdentity(workspace), (identity) => ({
      items: identity.kind === 'user-assigned' ? [{ owner: workspace, body, identities: [identity] }] : [],
      gaps: [],
    })),
  );
  const ofEndpoints = flat(servedEndpoints(workspace), (endpoint) =>
    listingOf(endpoint.resource, (body) =>
      listingOf(secretReaders(endpoint), (identities) => ({
        items: identities.length > 0 ? [{ owner: endpoint, body, identities }] : [],
        gaps: [],
      })),
    ),
  );
  return { items: [...own.items, ...ofEndpoints.items], gaps: [...own.gaps, ...ofEndpoints.gaps] };
}

/** Of a managed endpoint; none where it reads no secrets. */
function secretReaders(endpoint: Endpoint): Fact<readonly ManagedIdentity[]> {
  return chain(ownIdentities(endpoint), (identities) =>
    identities.length === 0
      ? known([])
      : map(chain(endpoint.resource, readsSecrets), (reads) => (reads ? identities : [])),
  );
}

function missingAccess(
  vault: KeyVault,
  owner: Workspace | Endpoint,
  identity: ManagedIdentity,
): Fact<MissingVaultAccess | null> {
  const isKeeper = owner.type === 'workspace';
  const permissions = isKeeper ? ['get', 'set'] : ['get'];
  return chain(vault.resource, (body) =>
    chain(body.read(KEY_VAULT.enableRbacAuthorization), (byRoles): Fact<MissingVaultAccess | null> => {
      if (byRoles) {
        const roles = isKeeper ? SECRETS_WRITE : SECRETS_READ;
        return map(missingRole(vault.model, identity, vault.id, roles), (role) =>
          role === null
            ? null
            : { owner, identity, principalId: role.principalId, permissions, heldPermissions: [], role },
        );
      }
      return chain(identity.principalId, (principalId) =>
        map(permissionsOf(body, principalId, permissions), (heldPermissions) =>
          gives(heldPermissions, permissions)
            ? null
            : { owner, identity, principalId, permissions, heldPermissions, role: null },
        ),
      );
    }),
  );
}

/** What the access policies of a vault let a principal do with its secrets; those wanted are enough, else all count. */
function permissionsOf(
  vault: Resource,
  principalId: string,
  wanted: readonly string[],
): Fact<readonly string[]> {
  return chain(vault.read(KEY_VAULT.accessPolicies), (policies) => {
    const read = policies.map((entry) => {
      const policy = vault.part(vault.id, entry);
      return map(
        both(policy.read(ACCESS_POLICY.objectId), policy.read(ACCESS_POLICY.secrets)),
        ([objectId, secrets]) => (objectId?.toLowerCase() === principalId.toLowerCase() ? secrets : []),
      );
    });
    const held = read.flatMap((permissions) => (permissions.known ? permissions.value : []));
    return gives(held, wanted) ? known(held) : map(all(read), () => held);
  });
}

function gives(secrets: readonly string[], permissions: readonly string[]): boolean {
  const given = new Set(secrets.map((each) => each.toLowerCase()));
  return given.has('all') || permissions.every((each) => given.has(each));
}
