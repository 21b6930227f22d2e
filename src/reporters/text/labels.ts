import { parseArmPath } from '../../arm/arm-path.js';
import { nameOf, nameOfType, parseResourceId, withoutLast } from '../../arm/resource-id.js';
import type { FindingTarget, Report } from '../../findings/report.js';

/** Resource group and name of the workspace that an id or a collection's path lies in; null outside of one. */
function workspaceOf(id: string): { readonly group: string; readonly name: string } | null {
  const { group } = parseArmPath(id);
  const name = nameOfType(id, 'workspaces');
  return group === null || name === null ? null : { group, name };
}

/** The name a target is shown under, as `endpoint/deployment` for a deployment. */
function ownName(target: FindingTarget): string {
  const endpoint = nameOfType(target.id, 'onlineEndpoints');
  const deployment = nameOfType(target.id, 'deployments');
  return endpoint === null || deployment === null ? target.name : `${endpoint}/${nameOf(target.id)}`;
}

/** Names of a report's targets, each no longer than it takes to tell them apart. */
export type TargetLabel = (target: FindingTarget) => string;

/** Makes the labels of one report: with several workspaces, a part of one is shown with the workspace's name. */
export function targetLabels(report: Report): TargetLabel {
  const names = new Set<string>();
  const ambiguous = new Set<string>();
  for (const { name } of report.workspaces) {
    const key = name.toLowerCase();
    (names.has(key) ? ambiguous : names).add(key);
  }
  return (target) => {
    const workspace = workspaceOf(target.id);
    if (workspace === null || report.workspaces.length < 2) {
      return ownName(target);
    }
    const { group, name } = workspace;
    const qualified = ambiguous.has(name.toLowerCase()) ? `${group}/${name}` : name;
    return target.type === 'workspace' ? qualified : `${ownName(target)} (${qualified})`;
  };
}

/**
 * A gap's scope in short, e.g. `privatednszones/privatelink.api.azureml.ms/a`, or for a list in a whole group or
 * subscription `privatednszones in subscription 1111…`.
 */
export function scopeLabel(path: string): string {
  const { subscription, group, namespace, rest, names } = parseArmPath(path);
  if (namespace === null || rest.length === 0) {
    return path;
  }
  if (rest.length > 1) {
    return rest.join('/');
  }
  if (subscription === null || names.length > 0) {
    return path;
  }
  return group === null
    ? `${rest.join('/')} in subscription ${subscription}`
    : `${rest.join('/')} in resource group ${group}`;
}

/** The narrowest scope at which a role that lets one read `path` can be given; null when the path names none. */
export function roleScope(path: string): string | null {
  const { above, namespace, rest } = parseArmPath(path);
  if (namespace === null || rest.length < 2) {
    return above === '' ? null : above;
  }
  return rest.length % 2 === 0 ? path : withoutLast(path);
}

/**
 * Another resource's id as it is shown beside a target: without subscription, group and provider where the target
 * has the same.
 */
export function idBeside(targetId: string, id: string): string {
  const own = parseResourceId(targetId);
  const other = parseResourceId(id);
  const same = (first: string | undefined, second: string | undefined) =>
    first?.toLowerCase() === second?.toLowerCase();
  return own !== null && same(own.subscription, other?.subscription) && same(own.group, other?.group)
    ? scopeLabel(id)
    : id;
}
