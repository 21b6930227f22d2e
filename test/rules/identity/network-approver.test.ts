import { roleAssignmentsPath } from '../../../src/arm/list-paths.js';
import rule from '../../../src/rules/identity/network-approver.js';
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
import { testRule } from '../test-rule.js';

const { workspace, storage, keyVault, registry, subscription } = soundManaged().names;
const LAKE = `/subscriptions/${HUB_SUBSCRIPTION}/resourceGroups/rg-lake/providers/Microsoft.Storage/storageAccounts/stlake`;
const FACTORY = `/subscriptions/${HUB_SUBSCRIPTION}/resourceGroups/rg-lake/providers/Microsoft.DataFactory/factories/adf-lake`;
const APPROVER = 'Azure AI Enterprise Network Connection Approver';
const ROLES = `${APPROVER}, Contributor and Owner`;

/** A managed network with private endpoint rules of the user's to these targets. */
function withRules(targets: readonly string[], change: (estate: Estate) => void = () => {}): Estate {
  const estate = soundManaged();
  for (const [position, serviceResourceId] of targets.entries()) {
    addOutboundRule(estate, `own-${position}`, {
      type: 'PrivateEndpoint',
      category: 'UserDefined',
      status: 'Active',
      destination: {
        serviceResourceId,
        subresourceTarget: 'dfs',
        sparkEnabled: false,
        sparkStatus: 'Inactive',
      },
    });
  }
  listRoles(estate, WORKSPACE_PRINCIPAL, targets);
  change(estate);
  return estate;
}

/** The workspace works by a user-assigned identity. */
function ownIdentity(change: (estate: Estate) => void = () => {}): Estate {
  return withRules([], (estate) => {
    giveIdentities(estate, workspace, { 'id-workspace': PRINCIPAL });
    listRoles(estate, PRINCIPAL, [storage, keyVault, registry]);
    change(estate);
  });
}

const evidence = (resourceId: string, actual: string, expected = APPROVER) => ({
  resourceId,
  path: 'roleAssignments.properties.roleDefinitionId',
  actual,
  expected,
});
const grant = (principal: string, scope: string, role = `'${APPROVER}'`) =>
  `az role assignment create --assignee-object-id ${principal} --assignee-principal-type ServicePrincipal --role ${role} --scope ${scope} --subscription ${scope.split('/')[2]}`;
const works = {
  summary: "Give the workspace's identity the role on each target.",
  tail: ' Those that stand are Active all the same; one that is made anew may wait for somebody to approve it.',
};
const nowhere = 'No private endpoint rule of the user leads anywhere that needs a role.';

testRule(rule, {
  fail: [
    {
      name: "the system-assigned identity has another role on a rule's target",
      world: () =>
        withRules([LAKE, LAKE.toUpperCase()], (estate) => {
          assignRole(estate, [LAKE, LAKE.toUpperCase()], {
            principal: WORKSPACE_PRINCIPAL,
            role: 'Reader',
            scope: `/subscriptions/${HUB_SUBSCRIPTION}`,
          });
        }),
      severity: 'warning',
      message: `Identity of mlw-managed (system-assigned) has none of the roles ${ROLES} on STLAKE or above: it can't approve the managed network's private endpoints there.${works.tail}`,
      evidence: [evidence(LAKE.toUpperCase(), 'Reader of mlw-managed')],
      summary: works.summary,
      commands: [grant(WORKSPACE_PRINCIPAL, LAKE.toUpperCase())],
    },
    {
      name: 'a user-assigned identity lacks it on the dependencies',
      world: () =>
        ownIdentity((estate) => void assignRole(estate, [keyVault], { role: 'Owner', scope: keyVault })),
      severity: 'warning',
      message: `Identity id-workspace has none of the roles ${ROLES} on stmanaged and crmanaged or above: it can't approve the managed network's private endpoints there.${works.tail}`,
      evidence: [evidence(storage, 'no role of id-workspace'), evidence(registry, 'no role of id-workspace')],
      summary: works.summary,
      commands: [grant(PRINCIPAL, storage), grant(PRINCIPAL, registry)],
    },
    {
      name: 'a data factory wants Contributor, its private endpoint waits, and another target may not be read',
      world: () =>
        withRules([FACTORY, LAKE], ({ world }) => {
          world.set(`${workspace}/outboundRules/own-0`, 'properties.status', 'Inactive');
          world.gap('roleAssignments', roleAssignmentsPath(LAKE, WORKSPACE_PRINCIPAL));
        }),
      severity: 'warning',
      message:
        "Identity of mlw-managed (system-assigned) has none of the roles Contributor and Owner on adf-lake or above: it can't approve the managed network's private endpoints there.",
      evidence: [evidence(FACTORY, 'no role of mlw-managed', 'Contributor')],
      summary: "Give the workspace's identity the role on each target; then make the outbound rule again.",
      commands: [grant(WORKSPACE_PRINCIPAL, FACTORY, 'Contributor')],
    },
  ],
  pass: [
    {
      name: 'the role stands on the target, another rule being of another kind',
      world: () =>
        withRules([LAKE], (estate) => {
          assignRole(estate, [LAKE], { principal: WORKSPACE_PRINCIPAL, role: APPROVER, scope: LAKE });
          addOutboundRule(estate, 'host', {
            type: 'FQDN',
            category: 'UserDefined',
            status: 'Active',
            destination: 'pypi.org',
          });
        }),
      message: "The workspace's identity may approve the private endpoints of the managed network.",
    },
    {
      name: 'a user-assigned identity has it at the subscription, and there is no registry yet',
      world: () =>
        ownIdentity((estate) => {
          estate.world.set(workspace, 'properties.containerRegistry', null);
          assignRole(estate, [storage, keyVault], {
            role: 'Contributor',
            scope: `/subscriptions/${subscription}`,
          });
        }),
      message: "The workspace's identity may approve the private endpoints of the managed network.",
    },
  ],
  unknown: [
    {
      name: 'the roles on a target may not be read',
      world: () =>
        withRules([LAKE], ({ world }) => {
          world.gap('roleAssignments', roleAssignmentsPath(LAKE, WORKSPACE_PRINCIPAL));
        }),
      message: `roleassignments?$filter=assignedto('${WORKSPACE_PRINCIPAL}') was not read (forbidden, Microsoft.Authorization/roleAssignments/read): 403 AuthorizationFailed.`,
      operations: ['Microsoft.Authorization/roleAssignments/read'],
    },
    {
      name: 'the outbound rules may not be read',
      world: () =>
        withRules([], ({ world }) => void world.gap('outboundRules', `${workspace}/outboundRules`)),
      message:
        'outboundrules was not read (forbidden, Microsoft.MachineLearningServices/workspaces/outboundRules/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/outboundRules/read'],
    },
    {
      name: 'a workspace without an identity',
      world: () => withRules([LAKE], ({ world }) => void world.unset(workspace, 'identity')),
      message: 'mlw-managed: identity.type is absent.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'a system-assigned identity without a principal',
      world: () => withRules([LAKE], ({ world }) => void world.set(workspace, 'identity.principalId', '')),
      message: 'mlw-managed: identity.principalId is absent.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'a target that is empty',
      world: () => withRules(['']),
      message: 'own-0: properties.destination.serviceResourceId is absent.',
      operations: ['Microsoft.MachineLearningServices/workspaces/outboundRules/read'],
    },
  ],
  notApplicable: [
    { name: 'no managed network', world: soundPrivate, message: 'The workspace has no managed network.' },
    { name: 'required rules alone', world: () => soundManaged(), message: nowhere },
  ],
});
