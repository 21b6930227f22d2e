import { chain, type Fact, known, map } from '../algebra/fact.js';
import { REGISTRY } from '../arm-properties/index.js';
import type { Endpoint } from '../resources/endpoint.js';
import { registryOf } from '../resources/registry.js';
import { BLOB_READ, REGISTRY_PULL, REPOSITORY_READ, type RoleSet } from './built-in-roles.js';
import { ownIdentities } from './managed-identity.js';
import { lackedByAll, type MissingRole, missingRole } from './missing-role.js';

/** What the user-assigned identities of an endpoint lack on a resource of its workspace. */
export interface EndpointAccess {
  /** null where the workspace has none. */
  readonly resourceId: string | null;
  /** Empty when they lack nothing. */
  readonly missing: readonly MissingRole[];
}

/** What they lack for pulling images from the workspace's container registry. */
export function pullAccess(endpoint: Endpoint): Fact<EndpointAccess> {
  return chain(endpoint.workspace.owner(), (owner) =>
    chain(registryOf(owner), (registry) => {
      if (registry === null) return known({ resourceId: null, missing: [] });
      return chain(registry.read(REGISTRY.roleAssignmentMode), (mode) =>
        accessTo(
          endpoint,
          registry.id,
          mode === 'AbacRepositoryPermissions' ? REPOSITORY_READ : REGISTRY_PULL,
        ),
      );
    }),
  );
}

/** What they lack for reading models and code from the workspace's default storage account. */
export function blobAccess(endpoint: Endpoint): Fact<EndpointAccess> {
  return chain(endpoint.workspace.owner(), (owner) =>
    chain(owner.storageId(), (id) =>
      id === null ? known({ resourceId: null, missing: [] }) : accessTo(endpoint, id, BLOB_READ),
    ),
  );
}

function accessTo(endpoint: Endpoint, resourceId: string, roles: RoleSet): Fact<EndpointAccess> {
  const { model } = endpoint.workspace;
  return chain(endpoint.resource, (body) =>
    chain(ownIdentities(endpoint), (identities) =>
      map(
        lackedByAll(body, identities, (identity) => missingRole(model, identity, resourceId, roles)),
        (missing) => ({ resourceId, missing }),
      ),
    ),
  );
}
