import { derived } from '../algebra/derived.js';
import { type Fact, found, gapsOf, selected } from '../algebra/fact.js';
import { legacyPrivateDeployments } from '../ownership/legacy-private-deployments.js';
import { servedEndpoints } from '../ownership/served.js';
import type { Workspace } from '../resources/workspace.js';

/** Why the private path into the workspace is needed, in words; empty when nothing needs it. */
export const privatePathReasons = derived((workspace: Workspace): Fact<readonly string[]> => {
  const closed = selected(servedEndpoints(workspace), (endpoint) => endpoint.isClosed());
  const deployments = legacyPrivateDeployments(workspace);
  const access = workspace.publicNetworkAccess();
  const items = [
    ...(access.known && access.value === 'closed' ? ['the workspace is closed to public networks'] : []),
    ...(closed.items.length > 0 ? [`${listNames('endpoint', closed.items)} closed to public networks`] : []),
    ...(deployments.items.length > 0
      ? [`${listNames('deployment', deployments.items)} sent out privately`]
      : []),
  ];
  return found({ items, gaps: [...gapsOf(access), ...closed.gaps, ...deployments.gaps] });
});

/** `endpoint "a" is`, `endpoints "a", "b" and 3 more are`. */
function listNames(noun: string, items: readonly { readonly name: string }[]): string {
  const shown = items.slice(0, 3).map((item) => `"${item.name}"`);
  const more = items.length - shown.length;
  const names = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
  return items.length === 1 ? `${noun} ${names} is` : `${noun}s ${names} are`;
}
