import { type DocumentedTypes, LEARN, REST } from './documented-property.js';

const DENY_ASSIGNMENTS = `${REST}/authorization/deny-assignments/get`;
const DIAGNOSTIC_SETTINGS = `${REST}/monitor/diagnostic-settings/get`;
const IDENTITIES = `${LEARN}/azure/templates/microsoft.machinelearningservices/workspaces`;

/** Identities, what they may do, and what is logged and locked. */
export const ACCESS_TYPES: DocumentedTypes = {
  LOCK: {
    page: `${REST}/resources/management-locks/get-at-resource-level`,
    properties: {
      level: {
        path: 'properties.level',
        holds: ['NotSpecified', 'CanNotDelete', 'ReadOnly'],
        absent: 'NotSpecified',
        safe: 'required: no lock is without one',
      },
    },
  },
  IDENTITY: {
    page: IDENTITIES,
    properties: {
      type: {
        path: 'identity.type',
        holds: 'text',
        absent: 'None',
        safe: 'required inside an identity; a resource without an identity has none',
      },
      principalId: {
        path: 'identity.principalId',
        holds: 'name',
        absent: null,
        says: 'this property will only be provided for a system assigned identity: a gap where that one is asked for',
      },
      userAssigned: {
        path: 'identity.userAssignedIdentities',
        holds: 'object',
        absent: {},
        safe: 'a gap where the type is UserAssigned',
      },
    },
  },
  USER_ASSIGNED_IDENTITY: {
    page: IDENTITIES,
    properties: {
      principalId: {
        path: 'principalId',
        holds: 'name',
        absent: null,
        safe: 'read-only, and a gap without a value',
      },
    },
  },
  ROLE_ASSIGNMENT: {
    page: `${REST}/authorization/role-assignments/get`,
    properties: {
      roleDefinitionId: {
        path: 'properties.roleDefinitionId',
        holds: 'name',
        absent: null,
        safe: 'required; a gap without a value',
      },
      scope: {
        path: 'properties.scope',
        holds: 'name',
        absent: null,
        safe: 'read-only, and a gap without a value',
      },
      condition: {
        path: 'properties.condition',
        holds: 'name',
        absent: null,
        says: 'a condition is an additional check that you can optionally add to your role assignment',
        page: `${LEARN}/azure/role-based-access-control/conditions-overview`,
      },
    },
  },
  DENY_ASSIGNMENT: {
    page: DENY_ASSIGNMENTS,
    properties: {
      scope: {
        path: 'properties.scope',
        holds: 'name',
        absent: null,
        safe: 'it may then hit the resource: a role is a gap',
      },
      doNotApplyToChildScopes: {
        path: 'properties.doNotApplyToChildScopes',
        holds: 'flag',
        absent: false,
        says: 'whether the deny assignment applies to child scopes; default value is false',
        page: `${LEARN}/azure/role-based-access-control/deny-assignments`,
      },
      principals: {
        path: 'properties.principals',
        holds: 'objects',
        absent: [],
        safe: 'it hits those that it names',
      },
      excludePrincipals: {
        path: 'properties.excludePrincipals',
        holds: 'objects',
        absent: [],
        safe: 'nobody is spared',
      },
    },
  },
  DENIED_PRINCIPAL: {
    page: DENY_ASSIGNMENTS,
    properties: {
      id: {
        path: 'id',
        holds: 'text',
        absent: '',
        safe: 'it spares nobody, and hits whom its type may stand for',
      },
      type: { path: 'type', holds: 'text', absent: '', safe: 'it may then hit everybody' },
    },
  },
  DIAGNOSTIC_SETTING: {
    page: DIAGNOSTIC_SETTINGS,
    properties: {
      logs: { path: 'properties.logs', holds: 'objects', absent: [], safe: 'the setting sends no logs' },
    },
  },
  DIAGNOSTIC_LOG: {
    page: DIAGNOSTIC_SETTINGS,
    properties: {
      category: { path: 'category', holds: 'name', absent: null, safe: 'with neither it nor a group, a gap' },
      categoryGroup: {
        path: 'categoryGroup',
        holds: 'name',
        absent: null,
        safe: 'with neither it nor a category, a gap',
      },
      enabled: { path: 'enabled', holds: 'flag', absent: false, safe: 'required: no log is without one' },
    },
  },
};
