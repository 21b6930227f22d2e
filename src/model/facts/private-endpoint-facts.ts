import { fact } from '../algebra/fact-definition.js';
import type { PrivateEndpoint } from '../resources/private-endpoint.js';

/** Facts of a private endpoint of a workspace. */
export const privateEndpointFacts = {
  /** What it leads to, with the sub-resources. */
  services: fact(['privateEndpoint'], (target: PrivateEndpoint) => target.services()),
  /** The workspaces that it leads to, with the sub-resources. */
  workspaces: fact(['privateEndpoint'], (target: PrivateEndpoint) => target.workspaces()),
  provisioningState: fact(['privateEndpoint'], (target: PrivateEndpoint) => target.provisioningState()),
} as const;
