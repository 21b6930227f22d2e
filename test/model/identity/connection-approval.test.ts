import { describe, expect, it } from 'vitest';
import { roleAssignmentsPath } from '../../../src/arm/list-paths.js';
import { Model } from '../../../src/model/bodies/model.js';
import { connectionApproval } from '../../../src/model/identity/connection-approval.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import type { Estate } from '../../world/estate.js';
import {
  assignRole,
  giveIdentities,
  listRoles,
  PRINCIPAL,
  WORKSPACE_PRINCIPAL,
} from '../../world/identities.js';
import { addOutboundRule } from '../../world/managed-network.js';
import { HUB_SUBSCRIPTION } from '../../world/names.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';

const { keyVault, registry, storage, workspace } = soundManaged().names;
const LAKE = `/subscriptions/${HUB_SUBSCRIPTION}/resourceGroups/rg-lake/providers/Microsoft.Storage/storageAccounts/stlake`;
const FACTORY = `/subscriptions/${HUB_SUBSCRIPTION}/resourceGroups/rg-lake/providers/Microsoft.DataFactory/factories/adf`;
const SITE = `/subscriptions/${HUB_SUBSCRIPTION}/resourceGroups/rg-lake/providers/Microsoft.Web/sites/app`;
const BRICKS = `/subscriptions/${HUB_SUBSCRIPTION}/resourceGroups/rg-lake/providers/Microsoft.Databricks/workspaces/dbw`;
const FORBIDDEN = '403 AuthorizationFailed';
const APPROVER = 'Azure AI Enterprise Network Connection Approver';

type Change = (estate: Estate) => unknown;

/** `targets`, with `!` where private endpoints stand on all that is missing; then each missing role. */
function approvalIn(changes: readonly Change[], base = soundManaged): readonly string[] | string {
  const estate = base();
  for (const change of changes) change(estate);
  const approval = connectionApproval(
    workspaceAt(new Model(estate.world.snapshot()), estate.names.workspace),
  );
  if (!approval.known) return approval.gaps.map(({ detail }) => detail).join('; ');
  const { targets, missing, isApproved } = approval.value;
  return [
    `${targets}${isApproved ? '!' : ''}`,
    ...missing.map(({ resourceId, roles, principalId }) => {
      const who = principalId === PRINCIPAL ? 'own' : 'system';
      return `${who} ${resourceId.replace(/.*\//, '')} ${roles.allow[0] === APPROVER ? 'approver' : 'contributor'}`;
    }),
  ];
}

interface Rule {
  readonly status?: string;
  readonly category?: 'UserDefined' | 'Required' | 'Recommended' | 'Dependency';
  readonly name?: string;
}

/** A private endpoint rule to a target, on which no role is held yet. */
const to =
  (
    target: string,
    { status = 'Active', category = 'UserDefined', name = target.replace(/.*\//, '') }: Rule = {},
  ): Change =>
  (estate) => {
    const destination = { serviceResourceId: target, subresourceTarget: 'dfs' };
    addOutboundRule(estate, name, { type: 'PrivateEndpoint', category, status: 'Active', destination });
    estate.world.set(`${workspace}/outboundRules/${name}`, 'properties.status', status);
    listRoles(estate, WORKSPACE_PRINCIPAL, [target]);
    listRoles(estate, PRINCIPAL, [target]);
  };
const role =
  (name: Parameters<typeof assignRole>[2]['role'], scope: string, principal = WORKSPACE_PRINCIPAL): Change =>
  (estate) =>
    assignRole(estate, [scope], { principal, role: name, scope });
const ownIdentity: Change = (estate) => {
  giveIdentities(estate, workspace, { 'id-own': PRINCIPAL });
  listRoles(estate, PRINCIPAL, [storage, keyVault, registry]);
};
const fqdn: Change = (estate) =>
  addOutboundRule(estate, 'pypi', {
    type: 'FQDN',
    category: 'UserDefined',
    status: 'Active',
    destination: 'pypi.org',
  });

describe('the roles that a workspace lacks for approving private endpoints', () => {
  const rulesUnread: Change = ({ world }) => world.incomplete('outboundRules', `${workspace}/outboundRules`);
  const table: readonly [what: string, changes: readonly Change[], approval: readonly string[] | string][] = [
    ['none without rules', [], ['0']],
    ['none for the rules of the service', [to(LAKE, { category: 'Required' })], ['0']],
    ['none for what comes of other rules', [to(LAKE, { category: 'Dependency' })], ['0']],
    ['none for other rules', [fqdn], ['0']],
    ['one', [to(LAKE)], ['1!', 'system stlake approver']],
    ['one that is not approved', [to(LAKE, { status: 'Inactive' })], ['1', 'system stlake approver']],
    ['one with another role', [to(LAKE), role('Reader', LAKE)], ['1!', 'system stlake approver']],
    ['none with the role', [to(LAKE), role(APPROVER, LAKE)], ['1']],
    ['none as Owner', [to(LAKE), role('Owner', LAKE)], ['1']],
    [
      'Contributor on some types',
      [to(FACTORY), to(SITE), to(BRICKS)],
      ['3!', 'system adf contributor', 'system app contributor', 'system dbw contributor'],
    ],
    ['none as Contributor', [to(FACTORY), role('Contributor', FACTORY)], ['1']],
    ['one each', [to(LAKE), to(FACTORY)], ['2!', 'system stlake approver', 'system adf contributor']],
    [
      'one for two rules',
      [to(LAKE), to(LAKE.toUpperCase(), { name: 'again' })],
      ['1!', 'system STLAKE approver'],
    ],
    [
      'one for two rules, of which one is not approved',
      [to(LAKE), to(LAKE, { name: 'again', status: 'Failed' })],
      ['1', 'system stlake approver'],
    ],
    [
      'two, of which one is not approved',
      [to(LAKE), to(FACTORY, { status: 'Failed' })],
      ['2', 'system stlake approver', 'system adf contributor'],
    ],
    [
      'one that is approved beside one that is not needed',
      [to(LAKE), to(FACTORY, { status: 'Failed' }), role('Owner', FACTORY)],
      ['2!', 'system stlake approver'],
    ],
    [
      'those on dependencies, of an identity of the user',
      [ownIdentity],
      ['3!', 'own stmanaged approver', 'own kv-managed approver', 'own crmanaged approver'],
    ],
    [
      'one on a dependency that no rule leads to',
      [
        ownIdentity,
        role('Owner', storage, PRINCIPAL),
        role('Owner', keyVault, PRINCIPAL),
        ({ world }) => world.remove(`${workspace}/outboundRules/__SYS_PE_registry`),
      ],
      ['3', 'own crmanaged approver'],
    ],
    [
      'those on dependencies that are there',
      [ownIdentity, ({ world }) => world.unset(workspace, 'properties.containerRegistry')],
      ['2!', 'own stmanaged approver', 'own kv-managed approver'],
    ],
    [
      'on dependencies and on targets',
      [
        ownIdentity,
        to(LAKE),
        role('Owner', storage, PRINCIPAL),
        role('Owner', registry, PRINCIPAL),
        role('Owner', keyVault, PRINCIPAL),
      ],
      ['4!', 'own stlake approver'],
    ],
    [
      'one for a dependency that a rule leads to',
      [ownIdentity, to(storage)],
      ['3!', 'own stmanaged approver', 'own kv-managed approver', 'own crmanaged approver'],
    ],
    [
      'not known of roles that were not read',
      [to(LAKE), ({ world }) => world.gap('roleAssignments', roleAssignmentsPath(LAKE, WORKSPACE_PRINCIPAL))],
      FORBIDDEN,
    ],
    ['not known of rules that were not read', [rulesUnread], '429 TooManyRequests'],
    ['one that is known, whatever was not read', [to(LAKE), rulesUnread], ['1!', 'system stlake approver']],
    [
      'not known of an odd rule',
      [
        to(LAKE),
        role('Owner', LAKE),
        ({ world }) => world.set(`${workspace}/outboundRules/stlake`, 'properties.category', 'Odd'),
      ],
      'properties.category is Odd; isocheck knows Required or Recommended or UserDefined or Dependency',
    ],
    [
      'not known of a workspace that was not read',
      [({ world }) => world.gap('workspace', workspace)],
      FORBIDDEN,
    ],
    [
      'not known of odd identities',
      [({ world }) => world.set(workspace, 'identity.type', 'Odd')],
      'identity.type is Odd; isocheck knows SystemAssigned, UserAssigned and None',
    ],
  ];
  it.each(table)('%s', (_, changes, approval) => expect(approvalIn(changes)).toEqual(approval));

  it('are none without a managed network, whatever its identity', () => {
    const { workspace: plain } = soundPrivate().names;
    expect(approvalIn([({ world }) => world.set(plain, 'identity.type', 'Odd')], soundPrivate)).toEqual([
      '0',
    ]);
  });
});
