import { subscriptionPath } from './path-builders.js';

const SUBSCRIPTION = /^\/subscriptions\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** What a custom role may be assigned to (learn.microsoft.com/azure/role-based-access-control/custom-roles). */
const SCOPE = new RegExp(
  `${SUBSCRIPTION.source}(?:/resourceGroups/[^/\\s]+)?$|^/providers/Microsoft\\.Management/managementGroups/[^/\\s]+$`,
  'i',
);

/** Whether a custom role may be assigned to a scope: a subscription, a resource group or a management group. */
export function isAssignableScope(scope: string): boolean {
  return SCOPE.test(scope);
}

/** The scope that a word comes nearest to: a bare id, one without its first slash, or something below a group. */
export function nearestAssignableScope(word: string): string | null {
  const rooted = word.startsWith('/') ? word : `/${word}`;
  const candidates = [
    subscriptionPath(word),
    rooted,
    /^(\/subscriptions\/[^/]+\/resourceGroups\/[^/]+)\//i.exec(rooted)?.[1],
    SUBSCRIPTION.exec(rooted)?.[0],
  ];
  return candidates.find((each) => each !== undefined && isAssignableScope(each)) ?? null;
}
