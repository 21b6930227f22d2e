import { idKey, parseResourceId, sameId } from '../../arm/resource-id.js';
import {
  all,
  asList,
  chain,
  concat,
  type Fact,
  flat,
  found,
  known,
  type Listing,
  listingOf,
  map,
} from '../algebra/fact.js';
import { outboundRulesOf, privateEndpointRulesOf } from '../managed-network/outbound-rules.js';
import type { OutboundRule } from '../resources/outbound-rule.js';
import type { Workspace } from '../resources/workspace.js';
import { CONNECTION_APPROVAL, CONTRIBUTOR_APPROVAL } from './built-in-roles.js';
import { workspaceIdentity } from './managed-identity.js';
import { type MissingRole, missingRole } from './missing-role.js';

/** Where the identity of a workspace approves the private endpoints of the managed network. */
export interface ConnectionApproval {
  /** The resources that it needs a role on. */
  readonly targets: number;
  readonly missing: readonly MissingRole[];
  /** Whether private endpoints stand on all that it lacks a role on: they were approved all the same. */
  readonly isApproved: boolean;
}

/** Targets for which the page wants Contributor in place of the approver's role (lower case). */
const CONTRIBUTOR_TYPES: readonly string[] = [
  'microsoft.datafactory/factories',
  'microsoft.databricks/workspaces',
  'microsoft.web/sites',
];

/**
 * The roles that the workspace's identity lacks for approving private endpoints: on the targets of the user's own
 * private endpoint rules, and for a user-assigned identity on the workspace's dependencies as well
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network, reviewed 2026-11-24).
 */
export function connectionApproval(workspace: Workspace): Fact<ConnectionApproval> {
  return chain(workspace.isManaged(), (isManaged): Fact<ConnectionApproval> => {
    if (!isManaged) return known({ targets: 0, missing: [], isApproved: false });
    return chain(workspaceIdentity(workspace), (identity) => {
      const dependencies =
        identity.kind === 'user-assigned' ? dependenciesOf(workspace) : { items: [], gaps: [] };
      const targets = concat([flat(outboundRulesOf(workspace), targetOf), dependencies]);
      const ids = new Map(targets.items.map((id) => [idKey(id), id]));
      const missing = flat({ items: [...ids.values()], gaps: targets.gaps }, (id) =>
        asList<MissingRole>(missingRole(workspace.model, identity, id, rolesOn(id))),
      );
      return map(found(missing), (items) => ({
        targets: ids.size,
        missing: items,
        isApproved: items.length > 0 && items.every(({ resourceId }) => isActive(workspace, resourceId)),
      }));
    });
  });
}

/** Whether private endpoint rules lead to a resource, and all of them are Active. */
function isActive(workspace: Workspace, id: string): boolean {
  const rules = privateEndpointRulesOf(workspace).items.filter(
    ({ serviceResourceId }) => serviceResourceId !== null && sameId(serviceResourceId, id),
  );
  return rules.length > 0 && rules.every(({ status }) => status === 'Active');
}

function rolesOn(id: string) {
  const type = parseResourceId(id)?.type ?? '';
  return CONTRIBUTOR_TYPES.includes(type) ? CONTRIBUTOR_APPROVAL : CONNECTION_APPROVAL;
}

function dependenciesOf(workspace: Workspace): Listing<string> {
  const ids = all([workspace.storageId(), workspace.keyVaultId(), workspace.registryId()]);
  return listingOf(ids, (each) => ({ items: each.flatMap((id) => (id === null ? [] : [id])), gaps: [] }));
}

/** What a rule of the user's own leads to by a private endpoint. */
function targetOf(rule: OutboundRule): Listing<string> {
  const target = chain(rule.category(), (category): Fact<string | null> => {
    if (category !== 'UserDefined') return known(null);
    return map(rule.destination(), (destination) =>
      destination.type === 'PrivateEndpoint' ? destination.serviceResourceId : null,
    );
  });
  return asList(target);
}
