import { sameId } from '../../arm/resource-id.js';
import { all, chain, type Fact, known, unread } from '../algebra/fact.js';
import { IDENTITY, WORKSPACE } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';
import type { Endpoint } from '../resources/endpoint.js';
import { type ManagedIdentity, systemAssigned, userAssigned } from '../resources/managed-identity.js';
import type { Workspace } from '../resources/workspace.js';

type Kind = ManagedIdentity['kind'];

const KINDS: Readonly<Record<string, Kind | 'none'>> = {
  none: 'none',
  systemassigned: 'system-assigned',
  userassigned: 'user-assigned',
};

/**
 * The user-assigned identities of a managed endpoint; none where it has a system-assigned one. An endpoint has the one or the
 * other (learn.microsoft.com/azure/machine-learning/how-to-access-resources-from-endpoints-managed-identities,
 * reviewed 2026-11-24): of one with both it can't be told by which it works.
 */
export function ownIdentities(endpoint: Endpoint): Fact<readonly ManagedIdentity[]> {
  return chain(endpoint.isKubernetes(), (isKubernetes) =>
    isKubernetes ? known([]) : chain(endpoint.resource, ownIdentitiesIn),
  );
}

function ownIdentitiesIn(body: Resource): Fact<readonly ManagedIdentity[]> {
  return chain(kindsOf(body), (kinds) => {
    if (!kinds.includes('user-assigned')) return known([]);
    return kinds.includes('system-assigned')
      ? unread(
          body.gap(
            'unsupported',
            `${IDENTITY.type.path} is ${body.raw(IDENTITY.type)}, and by which of them the endpoint works ARM does not tell`,
          ),
        )
      : userAssigned(body);
  });
}

/** The identity by which a workspace works: its primary user-assigned one, else its system-assigned one. */
export function workspaceIdentity({ resource }: Workspace): Fact<ManagedIdentity> {
  return chain(resource, (body) =>
    chain(body.read(WORKSPACE.primaryUserAssignedIdentity), (primary) =>
      chain(kindsOf(body), (kinds): Fact<ManagedIdentity> => {
        if (kinds.includes('system-assigned') && primary === null) return known(systemAssigned(body));
        if (kinds.includes('user-assigned')) {
          return chain(userAssigned(body), (identities) => primaryOf(body, identities, primary));
        }
        return unread(body.gap('unsupported', `${IDENTITY.type.path} is ${body.raw(IDENTITY.type)}`));
      }),
    ),
  );
}

function primaryOf(
  body: Resource,
  identities: readonly ManagedIdentity[],
  primary: string | null,
): Fact<ManagedIdentity> {
  const { path } = WORKSPACE.primaryUserAssignedIdentity;
  const [only, ...others] = identities;
  const found = primary === null ? only : identities.find(({ id }) => sameId(id, primary));
  if (found === undefined) {
    return unread(
      body.gap('unsupported', `${path} is ${primary}, which ${IDENTITY.userAssigned.path} does not hold`),
    );
  }
  if (primary === null && others.length > 0) {
    return unread(
      body.gap(
        'unsupported',
        `${path} is absent while there are ${identities.length} user-assigned identities`,
      ),
    );
  }
  return known(found);
}

function kindsOf(body: Resource): Fact<readonly (Kind | 'none')[]> {
  return chain(body.read(IDENTITY.type), (type) =>
    all(
      type.split(',').map((word): Fact<Kind | 'none'> => {
        const kind = KINDS[word.trim().toLowerCase()];
        return kind === undefined
          ? unread(
              body.gap(
                'unsupported',
                `${IDENTITY.type.path} is ${type}; isocheck knows SystemAssigned, UserAssigned and None`,
              ),
            )
          : known(kind);
      }),
    ),
  );
}
