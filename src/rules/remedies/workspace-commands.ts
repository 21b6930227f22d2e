import type { Workspace } from '../../model/resources/workspace.js';
import { azureCli, inGroupOf } from './azure-cli.js';

/** Closes a workspace to public networks. */
export function closeWorkspace(workspace: Workspace): string {
  return azureCli('az ml workspace update', {
    '--name': workspace.name,
    ...inGroupOf(workspace.id),
    '--public-network-access': 'Disabled',
  });
}
