/**
 * A custom role as `az role definition create` takes it
 * (learn.microsoft.com/azure/role-based-access-control/custom-roles, reviewed 2026-11-24).
 */
export interface AzureRole {
  readonly Name: string;
  readonly IsCustom: true;
  readonly Description: string;
  readonly Actions: readonly string[];
  readonly NotActions: readonly string[];
  readonly DataActions: readonly string[];
  readonly NotDataActions: readonly string[];
  /** Where it may be assigned: ids of management groups, subscriptions or resource groups. */
  readonly AssignableScopes: readonly string[];
}

/**
 * The role that allows actions, and nothing else.
 * @param actions `Microsoft.KeyVault/vaults/read`
 * @param scopes where it may be assigned, at least one
 */
export function azureRole(actions: readonly string[], scopes: readonly string[]): AzureRole {
  return {
    Name: 'isocheck reader',
    IsCustom: true,
    Description: 'Reads what isocheck judges: settings of networks and resources, no data and no secrets.',
    Actions: actions,
    NotActions: [],
    DataActions: [],
    NotDataActions: [],
    AssignableScopes: scopes,
  };
}
