import { derived } from '../algebra/derived.js';
import { type Fact, gapsOf, known, selected, unread } from '../algebra/fact.js';
import { legacyPrivateDeployments } from '../ownership/legacy-private-deployments.js';
import { servedEndpoints } from '../ownership/served.js';
import type { Deployment } from '../resources/deployment.js';
import type { Endpoint } from '../resources/endpoint.js';
import type { Workspace } from '../resources/workspace.js';

/** What needs the private path into a workspace. */
export interface PrivatePathNeed {
  /** Whether the workspace is known to be closed to public networks. */
  readonly isClosed: boolean;
  readonly closedEndpoints: readonly Endpoint[];
  /** Those that leave by private endpoints of their own. */
  readonly deployments: readonly Deployment[];
}

/**
 * What needs the private path into the workspace; null where nothing does. One need that is known is enough: then
 * what may hide more of them does not matter.
 */
export const privatePathNeed = derived((workspace: Workspace): Fact<PrivatePathNeed | null> => {
  const closed = selected(servedEndpoints(workspace), (endpoint) => endpoint.isClosed());
  const deployments = legacyPrivateDeployments(workspace);
  const access = workspace.publicNetworkAccess();
  const isClosed = access.known && access.value === 'closed';
  if (isClosed || closed.items.length > 0 || deployments.items.length > 0) {
    return known({ isClosed, closedEndpoints: closed.items, deployments: deployments.items });
  }
  const [gap, ...more] = [...gapsOf(access), ...closed.gaps, ...deployments.gaps];
  return gap === undefined ? known(null) : unread(gap, ...more);
});
