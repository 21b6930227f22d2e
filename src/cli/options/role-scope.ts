import { UsageError } from '../../errors.js';

const SUBSCRIPTION = /^\/subscriptions\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** What a custom role may be assigned to (learn.microsoft.com/azure/role-based-access-control/custom-roles). */
const SCOPE = new RegExp(
  `${SUBSCRIPTION.source}(?:/resourceGroups/[^/\\s]+)?$|^/providers/Microsoft\\.Management/managementGroups/[^/\\s]+$`,
  'i',
);

/**
 * Reads a scope of a role: the id of a subscription, a resource group or a management group. A slash at its end is
 * left away.
 * @throws UsageError for anything else, with the id that was perhaps meant
 */
export function roleScope(word: string, previous: readonly string[] = []): readonly string[] {
  const scope = word.trim().replace(/\/+$/, '');
  if (SCOPE.test(scope)) return [...new Set([...previous, scope])];
  throw new UsageError(
    `--scope: expected the id of a subscription, resource group or management group, found "${word}"`,
    hints(scope),
  );
}

function hints(scope: string): readonly string[] {
  const near = nearestScope(scope);
  if (near !== null) return [`did you mean ${near}?`];
  return [
    'forms: /subscriptions/ID, /subscriptions/ID/resourceGroups/NAME, /providers/Microsoft.Management/managementGroups/NAME',
  ];
}

/** The scope that a word comes nearest to: a bare id, one without its first slash, or something below a group. */
function nearestScope(scope: string): string | null {
  const rooted = scope.startsWith('/') ? scope : `/${scope}`;
  const candidates = [
    `/subscriptions/${scope}`,
    rooted,
    /^(\/subscriptions\/[^/]+\/resourceGroups\/[^/]+)\//i.exec(rooted)?.[1],
    SUBSCRIPTION.exec(rooted)?.[0],
  ];
  return candidates.find((each) => each !== undefined && SCOPE.test(each)) ?? null;
}
