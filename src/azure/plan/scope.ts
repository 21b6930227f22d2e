import type { Cloud } from '../../arm/clouds.js';
import type { ReadName } from '../../arm/reads.js';
import type { WorkspaceReference } from '../../arm/workspace-reference.js';

/** What a scan was asked for. */
export interface ScanScope {
  readonly workspaces: readonly WorkspaceReference[];
  readonly cloud: Cloud;
  /** What may be read; all when absent. */
  readonly reads?: ReadonlySet<ReadName> | undefined;
}

/** The subscriptions of the workspaces, each once. */
export function subscriptionsOf({ workspaces }: ScanScope): readonly string[] {
  const subscriptions = new Map<string, string>();
  for (const { subscription } of workspaces) subscriptions.set(subscription.toLowerCase(), subscription);
  return [...subscriptions.values()];
}
