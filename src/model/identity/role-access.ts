import { customRolesPath, denyAssignmentsPath, roleAssignmentsPath } from '../../arm/list-paths.js';
import type { ReadName } from '../../arm/reads.js';
import { idKey, nameOf, subscriptionOf } from '../../arm/resource-id.js';
import { isAtOrAbove, isBelow } from '../../arm/scopes.js';
import { derived } from '../algebra/derived.js';
import {
  all,
  anyIn,
  anyOf,
  both,
  chain,
  type Fact,
  flat,
  gapsOf,
  known,
  type Listing,
  listingOf,
  map,
  unread,
} from '../algebra/fact.js';
import { DENIED_PRINCIPAL, DENY_ASSIGNMENT, ROLE_ASSIGNMENT } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import type { Resource } from '../bodies/resource.js';
import type { SnapshotIndex } from '../bodies/snapshot-index.js';
import { BUILT_IN_ROLES, builtInRoleName, type RoleSet } from './built-in-roles.js';

/** How a deny assignment names everyone. */
const EVERYONE = '00000000-0000-0000-0000-000000000000';

/**
 * Which roles principals hold on resources. What a custom role allows, what a condition lets through and what a deny
 * assignment forbids is not judged: where one of them has a say, it is not known whether a role is held.
 */
export class RoleAccess {
  readonly #index: SnapshotIndex;
  readonly #customRoles = new Map<string, Listing<string> & { readonly guids: ReadonlySet<string> }>();

  constructor(index: SnapshotIndex) {
    this.#index = index;
  }

  /**
   * Whether a principal holds one of the roles on a resource, by itself or through a group: assigned at the resource
   * or above it. One below does not open the whole, and may be enough where what is wanted lies in a part.
   */
  holds(principalId: string, resourceId: string, { allow, mayAllow, hasParts }: RoleSet): Fact<boolean> {
    const wanted = new Set<string>(allow.map((name) => BUILT_IN_ROLES[name]));
    const unsure = new Set<string>(mayAllow.map((name) => BUILT_IN_ROLES[name]));
    const grants = (assignment: Resource) => this.#grants(assignment, resourceId, wanted, unsure);
    const whole = anyIn(this.#assignments(principalId, resourceId, isAtOrAbove), grants);
    const parts = anyIn(this.#assignments(principalId, resourceId, isBelow), (assignment) =>
      chain(grants(assignment), (isGranted) => (isGranted ? inPart(assignment) : known(false))),
    );
    return chain(this.#deny(principalId, resourceId), () => anyOf(hasParts ? [whole, parts] : [whole]));
  }

  /** The names of the roles that are known to be held at a resource or above it; GUIDs where there is no name. */
  held(principalId: string, resourceId: string): readonly string[] {
    const names = this.#assignments(principalId, resourceId, isAtOrAbove).items.flatMap((assignment) => {
      const guid = roleOf(assignment);
      return guid.known ? [builtInRoleName(guid.value) ?? guid.value] : [];
    });
    return [...new Set(names)].sort();
  }

  /** The assignments whose scope is where a test wants it. */
  #assignments(principalId: string, resourceId: string, isThere: typeof isBelow): Listing<Resource> {
    const path = roleAssignmentsPath(resourceId, principalId);
    return flat(this.#members(path, 'roleAssignments'), (assignment) =>
      listingOf(scopeOf(assignment), (scope) => ({
        items: isThere(scope, resourceId) ? [assignment] : [],
        gaps: [],
      })),
    );
  }

  #grants(
    assignment: Resource,
    resourceId: string,
    wanted: ReadonlySet<string>,
    unsure: ReadonlySet<string>,
  ): Fact<boolean> {
    return chain(roleOf(assignment), (guid): Fact<boolean> => {
      if (wanted.has(guid)) return withoutCondition(assignment);
      const { path } = ROLE_ASSIGNMENT.roleDefinitionId;
      if (unsure.has(guid)) {
        return unread(
          assignment.gap(
            'unsupported',
            `${path} is ${builtInRoleName(guid)}, of which no page says whether it is enough`,
          ),
        );
      }
      if (builtInRoleName(guid) !== undefined) return known(false);
      const custom = this.#customRolesOf(resourceId);
      if (custom.guids.has(guid)) {
        return unread(
          assignment.gap(
            'unsupported',
            `${path} is ${guid}, a custom role, and what it allows isocheck does not judge`,
          ),
        );
      }
      // A role of which it can't be told that it is built in may be a custom one that allows it.
      return anyOf(custom.gaps.map((gap) => unread(gap)));
    });
  }

  #customRolesOf(resourceId: string): Listing<string> & { readonly guids: ReadonlySet<string> } {
    const subscription = (subscriptionOf(resourceId) ?? '').toLowerCase();
    const found = this.#customRoles.get(subscription);
    if (found !== undefined) return found;
    const listing = this.#index.collection(customRolesPath(subscription), 'customRoles');
    const guids = new Set(listing.items.map((id) => nameOf(id).toLowerCase()));
    const made = { ...listing, guids };
    this.#customRoles.set(subscription, made);
    return made;
  }

  /** Known when no deny assignment can be in the way. */
  #deny(principalId: string, resourceId: string): Fact<readonly boolean[]> {
    const denials = this.#members(denyAssignmentsPath(resourceId), 'denyAssignments');
    const hits = denials.items.map((denial) =>
      chain(
        mayDeny(denial, principalId, resourceId),
        (hit): Fact<boolean> =>
          hit
            ? unread(
                denial.gap(
                  'unsupported',
                  'this deny assignment may forbid it, and what it forbids isocheck does not judge',
                ),
              )
            : known(false),
      ),
    );
    return all([...hits, ...denials.gaps.map((gap) => unread(gap))]);
  }

  #members(path: string, read: ReadName): Listing<Resource> {
    const listing = this.#index.collection(path, read);
    const members = listing.items.map((id) => this.#index.resource(id, read));
    return {
      items: members.flatMap((member) => (member.known ? [member.value] : [])),
      gaps: [...listing.gaps, ...members.flatMap(gapsOf)],
    };
  }
}

function inPart(assignment: Resource): Fact<boolean> {
  return chain(scopeOf(assignment), (scope) => {
    const detail = `${ROLE_ASSIGNMENT.scope.path} is ${nameOf(scope)} alone; whether that is enough isocheck does not judge`;
    return unread(assignment.gap('unsupported', detail));
  });
}

function scopeOf(assignment: Resource): Fact<string> {
  return chain(assignment.read(ROLE_ASSIGNMENT.scope), (scope) =>
    scope === null
      ? unread(assignment.gap('unsupported', `${ROLE_ASSIGNMENT.scope.path} is absent`))
      : known(scope),
  );
}

/** The GUID of an assignment's role, lower case. */
function roleOf(assignment: Resource): Fact<string> {
  const { roleDefinitionId } = ROLE_ASSIGNMENT;
  return chain(assignment.read(roleDefinitionId), (id) =>
    id === null
      ? unread(assignment.gap('unsupported', `${roleDefinitionId.path} is absent`))
      : known(nameOf(id).toLowerCase()),
  );
}

function withoutCondition(assignment: Resource): Fact<boolean> {
  const { condition } = ROLE_ASSIGNMENT;
  return chain(assignment.read(condition), (text) =>
    text === null
      ? known(true)
      : unread(
          assignment.gap(
            'unsupported',
            `${condition.path} is set, and what it lets through isocheck does not judge`,
          ),
        ),
  );
}

/** Whether a deny assignment can hit a principal: named, as everyone, or through a group that it may belong to. */
function mayDeny(denial: Resource, principalId: string, resourceId: string): Fact<boolean> {
  const own = principalId.toLowerCase();
  const place = both(
    denial.read(DENY_ASSIGNMENT.scope),
    denial.read(DENY_ASSIGNMENT.doNotApplyToChildScopes),
  );
  return chain(place, ([scope, staysThere]) => {
    const isElsewhere = scope !== null && !isAtOrAbove(scope, resourceId);
    const isAboveAlone = scope !== null && staysThere && idKey(scope) !== idKey(resourceId);
    if (isElsewhere || isAboveAlone) return known(false);
    return chain(principalsOf(denial, DENY_ASSIGNMENT.excludePrincipals), (excluded) =>
      map(
        principalsOf(denial, DENY_ASSIGNMENT.principals),
        (denied) => !excluded.some(({ id }) => id === own) && denied.some((each) => mayBe(each, own)),
      ),
    );
  });
}

interface Principal {
  /** Lower case. */
  readonly id: string;
  readonly type: string;
}

function mayBe({ id, type }: Principal, own: string): boolean {
  if (id === own || id === EVERYONE) return true;
  return !['user', 'serviceprincipal'].includes(type.toLowerCase());
}

function principalsOf(
  denial: Resource,
  property: (typeof DENY_ASSIGNMENT)['principals' | 'excludePrincipals'],
): Fact<readonly Principal[]> {
  return chain(denial.read(property), (entries) =>
    all(
      entries.map((entry) => {
        const principal = denial.part(denial.id, entry);
        return map(
          all([principal.read(DENIED_PRINCIPAL.id), principal.read(DENIED_PRINCIPAL.type)]),
          ([id = '', type = '']) => ({ id: id.toLowerCase(), type }),
        );
      }),
    ),
  );
}

/** Which roles principals hold on resources. */
export const rolesOf = derived((model: Model): RoleAccess => new RoleAccess(model.index));
