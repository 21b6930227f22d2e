import { derived } from '../algebra/derived.js';
import { anyIn, flat, known, type Listing, map, selected } from '../algebra/fact.js';
import type { Dependency } from '../resources/dependency.js';
import { type Deployment, deploymentsOf } from '../resources/deployment.js';
import type { Endpoint } from '../resources/endpoint.js';
import type { Workspace } from '../resources/workspace.js';
import { workspacesUsing } from './dependency-users.js';
import { servedDeployments } from './served.js';

/** The deployments that leave through Microsoft-made private endpoints of their own. */
export const legacyPrivateDeployments = derived(
  (workspace: Workspace): Listing<Deployment> =>
    selected(servedDeployments(workspace), (deployment) =>
      map(deployment.generation(), (generation) => generation === 'legacy-private'),
    ),
);

/** Whether a deployment leaves through Microsoft-made private endpoints of its own. */
export const hasLegacyPrivateDeployment = derived((workspace: Workspace) =>
  anyIn(legacyPrivateDeployments(workspace), () => known(true)),
);

/** The deployments of an endpoint that leave by Microsoft-made private endpoints of their own. */
export function legacyPrivateDeploymentsBehind(endpoint: Endpoint): Listing<Deployment> {
  return selected(deploymentsOf(endpoint), (deployment) =>
    map(deployment.generation(), (generation) => generation === 'legacy-private'),
  );
}

/** Deployments, of the workspaces that use a dependency, that leave by Microsoft-made private endpoints of their own. */
export const legacyPrivateDeploymentsUsing = derived(
  (dependency: Dependency): Listing<Deployment> =>
    flat(workspacesUsing(dependency), legacyPrivateDeployments),
);
