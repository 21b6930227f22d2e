import { isAssignableScope, nearestAssignableScope } from '../../arm/assignable-scope.js';
import { UsageError } from '../../errors.js';

/**
 * Reads a scope of a role: the id of a subscription, a resource group or a management group. A slash at its end is
 * left away.
 * @throws UsageError for anything else, with the id that was perhaps meant
 */
export function roleScope(word: string, previous: readonly string[] = []): readonly string[] {
  const scope = word.trim().replace(/\/+$/, '');
  if (isAssignableScope(scope)) return [...new Set([...previous, scope])];
  throw new UsageError(
    `--scope: expected the id of a subscription, resource group or management group, found "${word}"`,
    hints(scope),
  );
}

function hints(scope: string): readonly string[] {
  const near = nearestAssignableScope(scope);
  if (near !== null) return [`did you mean ${near}?`];
  return [
    'forms: /subscriptions/ID, /subscriptions/ID/resourceGroups/NAME, /providers/Microsoft.Management/managementGroups/NAME',
  ];
}
