import type { Workspace } from '../../model/resources/workspace.js';
import { azureCli, inGroupOf } from './azure-cli.js';

/** So many commands are still read by somebody; the rest of a list is told by one that shows it. */
const MOST_COMMANDS = 5;

/** Takes addresses off the list that a workspace's public access is limited to: a command each, for a few of them. */
export function removeSelected(workspace: Workspace, addresses: readonly string[]): string[] {
  const commands = addresses.slice(0, MOST_COMMANDS).map((address) =>
    azureCli('az ml workspace network-rule remove', {
      '--workspace-name': workspace.name,
      ...inGroupOf(workspace.id),
      '--ip-address': address,
    }),
  );
  return addresses.length > MOST_COMMANDS ? [...commands, listSelected(workspace)] : commands;
}

/** Shows the addresses that a workspace's public access is limited to. */
export function listSelected(workspace: Workspace): string {
  return azureCli('az ml workspace network-rule list', {
    '--workspace-name': workspace.name,
    ...inGroupOf(workspace.id),
  });
}

/** The first addresses of a list, for people. */
export function shownAddresses(addresses: readonly string[]): string {
  const more = addresses.length - MOST_COMMANDS;
  return `${addresses.slice(0, MOST_COMMANDS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
