import { nameOf, sameId } from '../../arm/resource-id.js';
import { isJsonObject } from '../../json.js';
import { all, chain, type Fact, known, map, unread } from '../algebra/fact.js';
import { ENDPOINT, IDENTITY, USER_ASSIGNED_IDENTITY, WORKSPACE } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';
import type { Endpoint } from '../resources/endpoint.js';
import type { Workspace } from '../resources/workspace.js';

/** An identity that a workspace or an endpoint works by. */
export interface ManagedIdentity {
  readonly kind: 'system-assigned' | 'user-assigned';
  /** Of a user-assigned one its own; of a system-assigned one that of the resource it belongs to. */
  readonly id: string;
  readonly name: string;
  /** By which roles are assigned to it. */
  readonly principalId: Fact<string>;
}

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

/** Whether the identity of an endpoint is meant to read secrets. */
export function readsSecrets({ resource }: Endpoint): Fact<boolean> {
  return chain(resource, (body) => map(body.read(ENDPOINT.readsSecrets), (flag) => flag === 'enabled'));
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

function userAssigned(body: Resource): Fact<readonly ManagedIdentity[]> {
  const { path } = IDENTITY.userAssigned;
  return chain(body.read(IDENTITY.userAssigned), (entries) => {
    const identities = Object.entries(entries).map(
      ([id, entry]): ManagedIdentity => ({
        kind: 'user-assigned',
        id,
        name: nameOf(id),
        principalId: principalIn(body, path, id, isJsonObject(entry) ? body.part(id, entry) : null),
      }),
    );
    return identities.length === 0
      ? unread(body.gap('unsupported', `${path} is empty while ${IDENTITY.type.path} is UserAssigned`))
      : known(identities);
  });
}

function systemAssigned(body: Resource): ManagedIdentity {
  return {
    kind: 'system-assigned',
    id: body.id,
    name: nameOf(body.id),
    principalId: chain(body.read(IDENTITY.principalId), (principalId) =>
      principalId === null
        ? unread(body.gap('unsupported', `${IDENTITY.principalId.path} is absent`))
        : known(principalId),
    ),
  };
}

function principalIn(body: Resource, path: string, id: string, entry: Resource | null): Fact<string> {
  const read = entry === null ? known(null) : entry.read(USER_ASSIGNED_IDENTITY.principalId);
  return chain(read, (principalId) =>
    principalId === null
      ? unread(body.gap('unsupported', `${path} tells no principalId of ${id}`))
      : known(principalId),
  );
}
