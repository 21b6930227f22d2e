import { customRolesPath, denyAssignmentsPath, roleAssignmentsPath } from '../../arm/list-paths.js';
import { idKey, subscriptionOf } from '../../arm/resource-id.js';
import { isJsonObject, type JsonObject } from '../../json.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { collectionRead, type Read } from '../exchange/read.js';
import { idAt, textAt, valueAt } from './body.js';
import { endpointsRead, isKubernetes } from './endpoints.js';
import type { ScanScope } from './scope.js';
import { hasManagedNetwork, outboundRulesRead, ownerOf, workspaceIds } from './workspaces.js';

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
    for (const { body = {} } of known.to(endpointsRead(workspace))?.items ?? []) {
      if (!isKubernetes(body)) yield* endpointRoleReads(body, known.body(owner) ?? {});
    }
  }
  for (const owner of owners.values()) yield* workspaceRoleReads(owner, known);
}

function* endpointRoleReads(endpoint: JsonObject, owner: JsonObject): Generator<Read> {
  yield* roleReads(userAssignedPrincipals(endpoint), [
    idAt(owner, 'properties', 'containerRegistry'),
    idAt(owner, 'properties', 'storageAccount'),
    ...(readsSecrets(endpoint) ? [idAt(owner, 'properties', 'keyVault')] : []),
  ]);
}

function* workspaceRoleReads(workspace: string, known: KnownAnswers): Generator<Read> {
  const body = known.body(workspace) ?? {};
  const isManaged = hasManagedNetwork(body);
  const userAssigned = userAssignedPrincipals(body);
  yield* roleReads(userAssigned, [
    idAt(body, 'properties', 'keyVault'),
    ...(isManaged
      ? [idAt(body, 'properties', 'containerRegistry'), idAt(body, 'properties', 'storageAccount')]
      : []),
  ]);
  if (!isManaged) return;
  const rules = known.to(outboundRulesRead(workspace))?.items ?? [];
  yield* roleReads(
    [...principalOf(valueAt(body, 'identity')), ...userAssigned],
    rules.map((rule) => targetOf(rule.body ?? {})),
  );
}

/** What each principal was granted on each resource, and what there may refuse or widen it. */
function* roleReads(
  principals: readonly string[],
  resources: readonly (string | undefined)[],
): Generator<Read> {
  if (principals.length === 0) return;
  for (const resource of resources) {
    const subscription = resource === undefined ? null : subscriptionOf(resource);
    if (resource === undefined || subscription === null) continue;
    for (const principal of principals) {
      yield collectionRead('roleAssignments', roleAssignmentsPath(resource, principal));
    }
    yield collectionRead('denyAssignments', denyAssignmentsPath(resource));
    yield collectionRead('customRoles', customRolesPath(subscription));
  }
}

/** The resource that the user has the managed network lead to; undefined for every other outbound rule. */
function targetOf(rule: JsonObject): string | undefined {
  const category = textAt(rule, 'properties', 'category')?.toLowerCase();
  return category === 'userdefined'
    ? idAt(rule, 'properties', 'destination', 'serviceResourceId')
    : undefined;
}

/** Whether secrets of the workspace's vault are put into the deployments' environment by the endpoint's identity. */
function readsSecrets(endpoint: JsonObject): boolean {
  const access = textAt(endpoint, 'properties', 'properties', 'enforceAccessToDefaultSecretStores');
  return access?.toLowerCase() === 'enabled';
}

function userAssignedPrincipals(resource: JsonObject): readonly string[] {
  const identities = valueAt(resource, 'identity', 'userAssignedIdentities');
  return isJsonObject(identities) ? Object.values(identities).flatMap(principalOf) : [];
}

/** The object id of an identity; none where it is no id that ARM could be asked for. */
function principalOf(identity: unknown): readonly string[] {
  const id = isJsonObject(identity) ? textAt(identity, 'principalId') : undefined;
  return id !== undefined && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? [id] : [];
}
