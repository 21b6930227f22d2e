import { all, chain, type Fact, known, map, unread } from '../algebra/fact.js';
import type { Model } from '../bodies/model.js';
import type { Resource } from '../bodies/resource.js';
import type { ManagedIdentity } from '../resources/managed-identity.js';
import type { RoleSet } from './built-in-roles.js';
import { rolesOf } from './role-access.js';

/** An identity that holds none of the roles that allow something on a resource. */
export interface MissingRole {
  readonly identity: ManagedIdentity;
  readonly principalId: string;
  readonly resourceId: string;
  readonly roles: RoleSet;
  /** What it holds at the resource and above it instead. */
  readonly held: readonly string[];
}

/** What an identity lacks on a resource; null when it holds one of the roles. */
export function missingRole(
  model: Model,
  identity: ManagedIdentity,
  resourceId: string,
  roles: RoleSet,
): Fact<MissingRole | null> {
  return chain(identity.principalId, (principalId) =>
    map(rolesOf(model).holds(principalId, resourceId, roles), (holds) =>
      holds
        ? null
        : {
            identity,
            principalId,
            resourceId,
            roles,
            held: rolesOf(model).held(principalId, resourceId),
          },
    ),
  );
}

/**
 * What the identities of a resource lack, of which any one may be the one it works by: empty when all have it, all of
 * them when none has. Where some have it and some have not, that decides nothing.
 * @param owner the resource that has the identities
 * @param missing what each identity lacks, null where it lacks nothing
 */
export function lackedByAll<T>(
  owner: Resource,
  identities: readonly ManagedIdentity[],
  missing: (identity: ManagedIdentity) => Fact<T | null>,
): Fact<readonly T[]> {
  return chain(all(identities.map(missing)), (found): Fact<readonly T[]> => {
    const lacking = found.flatMap((each) => (each === null ? [] : [each]));
    return lacking.length === 0 || lacking.length === identities.length
      ? known(lacking)
      : unread(
          owner.gap(
            'unsupported',
            `${lacking.length} of its ${identities.length} user-assigned identities lack the access, and by which it works ARM does not tell`,
          ),
        );
  });
}
