import { azureRole } from '../../catalogue/azure-role.js';
import { actionsOf } from '../../catalogue/permissions.js';
import type { AnyRule } from '../../rules/engine/rule.js';
import type { RuleListFormat } from '../options/rule-list-formats.js';

/** The actions that rules take together: a line each, or as JSON. */
export function listPermissions(rules: readonly AnyRule[], format: RuleListFormat): string {
  const actions = actionsOf(rules);
  return format === 'json'
    ? `${JSON.stringify({ actions }, null, 2)}\n`
    : actions.map((action) => `${action}\n`).join('');
}

/** The same actions as a custom role of Azure, JSON. */
export function listRole(rules: readonly AnyRule[], scopes: readonly string[]): string {
  return `${JSON.stringify(azureRole(actionsOf(rules), scopes), null, 2)}\n`;
}
