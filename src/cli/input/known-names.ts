import { UsageError } from '../../errors.js';
import type { Listing } from '../../model/algebra/fact.js';
import { Model } from '../../model/bodies/model.js';
import { TARGETS } from '../../model/targets/targets.js';
import type { Snapshot } from '../../snapshot/format.js';
import { alternatives, didYouMean } from '../options/did-you-mean.js';

/**
 * Refuses endpoints and deployments that are not there. Where the list of them was not read whole, a name may well be
 * one of those that are missing.
 * @throws UsageError that names the nearest
 */
export function refuseUnknownNames(
  snapshot: Snapshot,
  wanted: { readonly endpoints?: readonly string[]; readonly deployments?: readonly string[] },
): void {
  const { endpoints = [], deployments = [] } = wanted;
  if (endpoints.length === 0 && deployments.length === 0) return;
  const model = new Model(snapshot);
  refuseUnknown('endpoint', TARGETS.endpoint.find(model), endpoints);
  if (deployments.length > 0) refuseUnknown('deployment', TARGETS.deployment.find(model), deployments);
}

function refuseUnknown(
  what: 'endpoint' | 'deployment',
  { items, gaps }: Listing<{ readonly name: string }>,
  wanted: readonly string[],
): void {
  if (gaps.length > 0) return;
  const names = [...new Set(items.map(({ name }) => name))].sort();
  const known = new Set(names.map((name) => name.toLowerCase()));
  for (const name of wanted) {
    if (known.has(name.toLowerCase())) continue;
    throw new UsageError(`--${what}: no ${what} is named "${name}"`, [
      ...didYouMean(name, names),
      names.length === 0 ? 'there is none at all' : `the ${what}s: ${listed(names)}`,
    ]);
  }
}

const MOST_LISTED = 10;

function listed(names: readonly string[]): string {
  if (names.length <= MOST_LISTED) return alternatives(names).replace(' or ', ' and ');
  return `${names.slice(0, MOST_LISTED).join(', ')} and ${names.length - MOST_LISTED} more`;
}
