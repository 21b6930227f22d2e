import { nameOf, parseResourceId } from '../../arm/resource-id.js';
import type { FindingTarget, Report } from '../../findings/report.js';

/** Resource group and name of the workspace that an id or a collection's path lies in; null outside of one. */
function workspaceOf(id: string): { readonly group: string; readonly name: string } | null {
  const [, group, name] = /\/resourceGroups\/([^/]+)\/.*\/workspaces\/([^/]+)/i.exec(id) ?? [];
  return group === undefined || name === undefined ? null : { group, name };
}

/** The name a target is shown under, as `endpoint/deployment` for a deployment. */
function ownName(target: FindingTarget): string {
  const endpoint = /\/onlineEndpoints\/([^/]+)\/deployments\//i.exec(target.id)?.[1];
  return endpoint === undefined ? target.name : `${endpoint}/${nameOf(target.id)}`;
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

/** An id or a collection's path, cut at its last provider. */
interface Scope {
  /** What comes before `/providers/`: a resource group's or a subscription's id, or a resource's; may be empty. */
  readonly container: string;
  /** Types and names in turn; of odd length for a collection. */
  readonly segments: readonly string[];
}

function scopeOf(path: string): Scope | null {
  const parts = /^(.*)\/providers\/[^/]+\/(.+)$/i.exec(path);
  return parts ? { container: parts[1] ?? '', segments: (parts[2] ?? '').split('/') } : null;
}

/**
 * A gap's scope in short, e.g. `privatednszones/privatelink.api.azureml.ms/a`, or for a list in a whole group or
 * subscription `privatednszones in subscription 1111…`.
 */
export function scopeLabel(path: string): string {
  const scope = scopeOf(path);
  if (scope === null) {
    return path;
  }
  if (scope.segments.length > 1) {
    return scope.segments.join('/');
  }
  const container = /\/(subscriptions|resourcegroups)\/([^/]+)$/i.exec(scope.container);
  if (container === null) {
    return path;
  }
  const kind = container[1]?.toLowerCase() === 'subscriptions' ? 'subscription' : 'resource group';
  return `${scope.segments.join('/')} in ${kind} ${container[2] ?? ''}`;
}

/** The narrowest scope at which a role that lets one read `path` can be given; null when the path names none. */
export function roleScope(path: string): string | null {
  const scope = scopeOf(path);
  if (scope === null) {
    return /^\/subscriptions\/[^/]+(\/resourcegroups\/[^/]+)?/i.exec(path)?.[0] ?? null;
  }
  if (scope.segments.length === 1) {
    return scope.container === '' ? null : scope.container;
  }
  return scope.segments.length % 2 === 0 ? path : path.slice(0, path.lastIndexOf('/'));
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
