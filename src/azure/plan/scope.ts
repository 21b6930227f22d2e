import type { Cloud } from '../../clouds.js';
import type { WorkspaceReference } from '../workspace-reference.js';

/** What a scan was asked for. */
export interface ScanScope {
  readonly workspaces: readonly WorkspaceReference[];
  readonly cloud: Cloud;
}

/** The subscriptions of the workspaces, each once. */
export function subscriptionsOf({ workspaces }: ScanScope): readonly string[] {
  const subscriptions = new Map<string, string>();
  for (const { subscription } of workspaces) subscriptions.set(subscription.toLowerCase(), subscription);
  return [...subscriptions.values()];
}
