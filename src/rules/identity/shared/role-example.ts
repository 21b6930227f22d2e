import { ofType } from '../../../arm/path-builders.js';
import { ROLE_DEFINITION_TYPE } from '../../../arm/resource-types.js';
import type { JsonObject } from '../../../json.js';
import { BUILT_IN_ROLES, type BuiltInRole } from '../../../model/identity/built-in-roles.js';
import type { RuleExample } from '../../engine/rule.js';

/** An identity that holds a role which is not enough, and the same one with the role that is. */
export function roleExample(held: BuiltInRole, wanted: BuiltInRole): RuleExample {
  return {
    read: 'roleAssignments',
    type: 'Microsoft.Authorization/roleAssignments',
    failing: assignmentOf(held),
    mended: assignmentOf(wanted),
  };
}

function assignmentOf(role: BuiltInRole): JsonObject {
  return {
    properties: {
      principalId: '2d4e6f80-91a2-4b3c-8d5e-f60718293a4b',
      principalType: 'ServicePrincipal',
      roleDefinitionId: `${ofType('', ROLE_DEFINITION_TYPE)}/${BUILT_IN_ROLES[role]}`,
    },
  };
}
