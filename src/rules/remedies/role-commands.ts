import { nameOf, subscriptionOf } from '../../arm/resource-id.js';
import type { Evidence } from '../../findings/report.js';
import type { MissingRole } from '../../model/identity/missing-role.js';
import type { ManagedIdentity } from '../../model/resources/managed-identity.js';
import { type Fail, fail } from '../engine/outcome.js';
import { azureCli } from './azure-cli.js';

/** Assigns to each identity the least of the roles that it lacks. */
export function grantRoles(missing: readonly MissingRole[]): string[] {
  return missing.map(({ principalId, resourceId, roles }) =>
    azureCli('az role assignment create', {
      '--assignee-object-id': principalId,
      '--assignee-principal-type': 'ServicePrincipal',
      '--role': roles.allow[0],
      '--scope': resourceId,
      '--subscription': subscriptionOf(resourceId) ?? '',
    }),
  );
}

/** What each identity holds on the resource in place of the role. */
export function missingRoleEvidence(missing: readonly MissingRole[]): Evidence[] {
  return missing.map(({ identity, resourceId, roles, held }) => ({
    resourceId,
    path: 'roleAssignments.properties.roleDefinitionId',
    actual: `${held.length === 0 ? 'no role' : held.join(', ')} of ${identity.name}`,
    expected: roles.allow[0],
  }));
}

/** `Identity id-fraud has none of the roles AcrPull and AcrPush on crfraud or above`. */
export function missingRoleSentence(missing: readonly MissingRole[]): string {
  const resources = new Map<string, string[]>();
  for (const { identity, resourceId, roles } of missing) {
    const lack = `dentity ${shownIdentity(identity)} has none of the roles ${inWords(roles.allow)}`;
    const names = resources.get(lack);
    if (names === undefined) resources.set(lack, [nameOf(resourceId)]);
    else names.push(nameOf(resourceId));
  }
  return [...resources]
    .map(([lack, names], position) => `${position === 0 ? 'I' : 'i'}${lack} on ${inWords(names)} or above`)
    .join('; ');
}

/**
 * The failure of an endpoint whose identity lacks a role.
 * @param name of the resource on which it lacks it
 * @param purpose what it can't do without: `pull the image of a deployment`
 */
export function lackingRoles(missing: readonly MissingRole[], name: string, purpose: string): Fail {
  return fail({
    message: `${missingRoleSentence(missing)}: it can't ${purpose}.`,
    evidence: missingRoleEvidence(missing),
    remedy: {
      summary: `Assign the role ${missing[0]?.roles.allow[0]} on ${name}. It takes minutes to act; then create the deployment again.`,
      commands: grantRoles(missing),
    },
  });
}

/** The name of a user-assigned identity; of a system-assigned one what it belongs to. */
function shownIdentity({ kind, name }: ManagedIdentity): string {
  return kind === 'user-assigned' ? name : `of ${name} (system-assigned)`;
}

function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
