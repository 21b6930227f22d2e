import { parseArmPath, splitFilter } from '../arm/arm-path.js';
import { READS } from '../arm/reads.js';
import { nameOf, parentOf, subscriptionOf, withoutLast } from '../arm/resource-id.js';
import type { Read } from './exchange/read.js';

/** The read in words, for a progress line: `deployments of fraud`. */
export function describeRead(read: Read): string {
  const label = READS[read.name].label;
  switch (read.form) {
    case 'resource':
      return `${label} ${assetName(read)}`;
    case 'query':
      return label;
    case 'lookup':
      return `workspaces of subscription ${subscriptionOf(read.path) ?? ''}`;
    case 'summaries':
      return `${label} in ${ownerName(read.path)}`;
    case 'collection':
      return subscriptionList(read.path)
        ? `${label}s of subscription ${subscriptionOf(read.path) ?? ''}`
        : `${label}s of ${ownerName(read.path)}`;
  }
}

/** An asset's id ends in `/versions/1`, which alone names nothing. */
function assetName({ name, path }: Read): string {
  if (name !== 'environment' && name !== 'model' && name !== 'code') return nameOf(path);
  return `${nameOf(parentOf(path))}:${nameOf(path)}`;
}

/** Whose list it is: the resource below which it lies, also behind a second `/providers/…`. */
function ownerName(path: string): string {
  const { list } = splitFilter(path);
  const { above, namespace, rest } = parseArmPath(list);
  return nameOf(namespace !== null && rest.length === 1 ? above : withoutLast(list));
}

function subscriptionList(path: string): boolean {
  const { group, namespace, types } = parseArmPath(splitFilter(path).list);
  return group === null && namespace !== null && types.length === 1;
}
