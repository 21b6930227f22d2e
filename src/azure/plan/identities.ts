import { customRolesPath, denyAssignmentsPath, roleAssignmentsPath } from '../../arm/list-paths.js';
import { idKey, subscriptionOf } from '../../arm/resource-id.js';
import { derived } from '../../model/algebra/derived.js';
import { type Fact, map, possible } from '../../model/algebra/fact.js';
import { OUTBOUND_RULE, WORKSPACE } from '../../model/arm-properties/index.js';
import type { Resource } from '../../model/bodies/resource.js';
import { readsSecrets } from '../../model/resources/endpoint.js';
import { systemAssigned, userAssigned } from '../../model/resources/managed-identity.js';
import { hasManagedNetwork } from '../../model/resources/workspace.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { collectionRead, type Read } from '../exchange/read.js';
import { endpointsRead, isManagedEndpoint } from './endpoints.js';
import { namedId } from './named-id.js';
import type { ScanScope } from './scope.js';
import { outboundRulesRead, ownerOf, workspaceIds } from './workspaces.js';

/**
 * What the identities of endpoints and workspaces may do, where that is the user's to grant: a user-assigned one has
 * what it was given, and every workspace whose managed network is to lead to a resource needs a role on it. To
 * system-assigned identities the service itself grants the rest.
 */
export function* identityReads(scope: ScanScope, known: KnownAnswers): Generator<Read> {
  const owners = new Map<string, string>();
  for (const workspace of workspaceIds(scope, known)) {
    const owner = ownerOf(workspace, known);
    owners.set(idKey(owner), owner);
    const body = known.resource(owner);
    if (body === undefined) continue;
    for (const endpoint of known.broughtBy(endpointsRead(workspace))) {
      if (isManagedEndpoint(endpoint)) yield* endpointRoleReads(endpoint, body);
    }
  }
  for (const owner of owners.values()) {
    const body = known.resource(owner);
    if (body !== undefined) yield* workspaceRoleReads(body, known.broughtBy(outboundRulesRead(owner)));
  }
}

function* endpointRoleReads(endpoint: Resource, owner: Resource): Generator<Read> {
  const principals = userAssignedPrincipals(endpoint);
  if (principals.length === 0) return;
  yield* roleReads(principals, [
    namedId(owner.read(WORKSPACE.containerRegistry)),
    namedId(owner.read(WORKSPACE.storageAccount)),
    ...(possible(readsSecrets(endpoint)) ? [namedId(owner.read(WORKSPACE.keyVault))] : []),
  ]);
}

function* workspaceRoleReads(workspace: Resource, rules: readonly Resource[]): Generator<Read> {
  const isManaged = possible(hasManagedNetwork(workspace));
  const own = userAssignedPrincipals(workspace);
  yield* roleReads(own, [
    namedId(workspace.read(WORKSPACE.keyVault)),
    ...(isManaged
      ? [
          namedId(workspace.read(WORKSPACE.containerRegistry)),
          namedId(workspace.read(WORKSPACE.storageAccount)),
        ]
      : []),
  ]);
  if (!isManaged) return;
  const principals = [...principalOf(systemAssigned(workspace).principalId), ...own];
  yield* roleReads(principals, rules.map(targetOf));
}

/** What each principal was granted on each resource, and what there may refuse or widen it. */
function* roleReads(principals: readonly string[], resources: readonly (string | null)[]): Generator<Read> {
  if (principals.length === 0) return;
  for (const resource of resources) {
    const subscription = resource === null ? null : subscriptionOf(resource);
    if (resource === null || subscription === null) continue;
    for (const principal of principals) {
      yield collectionRead('roleAssignments', roleAssignmentsPath(resource, principal));
    }
    yield collectionRead('denyAssignments', denyAssignmentsPath(resource));
    yield collectionRead('customRoles', customRolesPath(subscription));
  }
}

/** The resource that the user has the managed network lead to; null for every other outbound rule. */
const targetOf = derived((rule: Resource): string | null => {
  const isUsers = map(rule.read(OUTBOUND_RULE.category), (category) => category === 'UserDefined');
  return possible(isUsers) ? namedId(rule.read(OUTBOUND_RULE.serviceResourceId)) : null;
});

const userAssignedPrincipals = derived((resource: Resource): readonly string[] => {
  const identities = userAssigned(resource);
  return identities.known ? identities.value.flatMap(({ principalId }) => principalOf(principalId)) : [];
});

/** The object id of an identity; none where it is no id that ARM could be asked for. */
function principalOf(id: Fact<string>): readonly string[] {
  return id.known && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id.value) ? [id.value] : [];
}
