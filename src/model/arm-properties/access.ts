import { anObject, choice, flag, list, name, object, text } from '../../arm/property.js';

/** Properties of identities, of what they may do, and of what is logged and locked. */

/** A management lock (learn.microsoft.com/rest/api/resources/management-locks). */
export const LOCK = {
  /** NotSpecified locks nothing. */
  level: choice('properties.level', ['CanNotDelete', 'ReadOnly', 'NotSpecified'], { absent: 'NotSpecified' }),
} as const;

/** The identity of a workspace or of an endpoint, which stands beside its properties. */
export const IDENTITY = {
  /** A comma list of SystemAssigned and UserAssigned. */
  type: text('identity.type', { absent: 'None' }),
  principalId: name('identity.principalId'),
  /** By resource id. */
  userAssigned: object('identity.userAssignedIdentities', { absent: {} }),
} as const;

/** One entry of `userAssignedIdentities`. */
export const USER_ASSIGNED_IDENTITY = {
  principalId: name('principalId'),
} as const;

/** Who may do what, and where (learn.microsoft.com/rest/api/authorization/role-assignments). */
export const ROLE_ASSIGNMENT = {
  roleDefinitionId: name('properties.roleDefinitionId'),
  scope: name('properties.scope'),
  condition: name('properties.condition'),
} as const;

/** What nobody of these may do, whatever roles they hold (learn.microsoft.com/rest/api/authorization/deny-assignments). */
export const DENY_ASSIGNMENT = {
  scope: name('properties.scope'),
  doNotApplyToChildScopes: flag('properties.doNotApplyToChildScopes', { absent: false }),
  principals: list('properties.principals', anObject, { absent: [] }),
  excludePrincipals: list('properties.excludePrincipals', anObject, { absent: [] }),
} as const;

/** One entry of `principals` or of `excludePrincipals`. */
export const DENIED_PRINCIPAL = {
  id: text('id', { absent: '' }),
  /** `User`, `ServicePrincipal`, `Group`, or `SystemDefined`, which is everyone. */
  type: text('type', { absent: '' }),
} as const;

/** What is sent where of a resource's logs (learn.microsoft.com/rest/api/monitor/diagnostic-settings). */
export const DIAGNOSTIC_SETTING = {
  logs: list('properties.logs', anObject, { absent: [] }),
} as const;

/** One entry of a diagnostic setting's `logs`: it names a category or a group of them. */
export const DIAGNOSTIC_LOG = {
  category: name('category'),
  categoryGroup: name('categoryGroup'),
  enabled: flag('enabled', { absent: false }),
} as const;
