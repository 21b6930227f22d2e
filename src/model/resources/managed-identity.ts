import { nameOf } from '../../arm/resource-id.js';
import { isJsonObject } from '../../json.js';
import { chain, type Fact, known, unread } from '../algebra/fact.js';
import { IDENTITY, USER_ASSIGNED_IDENTITY } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';

/** An identity that a workspace or an endpoint works by. */
export interface ManagedIdentity {
  readonly kind: 'system-assigned' | 'user-assigned';
  /** Of a user-assigned one its own; of a system-assigned one that of the resource it belongs to. */
  readonly id: string;
  readonly name: string;
  /** By which roles are assigned to it. */
  readonly principalId: Fact<string>;
}

/** The user-assigned identities of a workspace or an endpoint, at least one. */
export function userAssigned(body: Resource): Fact<readonly ManagedIdentity[]> {
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

/** The system-assigned identity of a workspace or an endpoint that has one. */
export function systemAssigned(body: Resource): ManagedIdentity {
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
