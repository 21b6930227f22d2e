import { derived } from '../algebra/derived.js';
import { anyIn, flat, type Listing, not } from '../algebra/fact.js';
import { type Deployment, deploymentsOf } from '../resources/deployment.js';
import { type Endpoint, endpointsOf } from '../resources/endpoint.js';
import type { Workspace } from '../resources/workspace.js';
import { networkUsersOf } from './owners.js';

/** Endpoints of this workspace and of the projects that take their network from it. */
export const servedEndpoints = derived(
  (workspace: Workspace): Listing<Endpoint> => flat(networkUsersOf(workspace), (user) => endpointsOf(user)),
);

export const servedDeployments = derived(
  (workspace: Workspace): Listing<Deployment> =>
    flat(servedEndpoints(workspace), (endpoint) => deploymentsOf(endpoint)),
);

/** Whether an endpoint served through this workspace takes scoring requests from private networks alone. */
export const hasClosedEndpoint = derived((workspace: Workspace) =>
  anyIn(servedEndpoints(workspace), (endpoint) => endpoint.isClosed()),
);

/** Whether an endpoint served through this workspace runs on Microsoft's computes. */
export const hasManagedEndpoint = derived((workspace: Workspace) =>
  anyIn(servedEndpoints(workspace), (endpoint) => not(endpoint.isKubernetes())),
);
