import { anyIn, chain, complete, found, known } from '../algebra/fact.js';
import { fact } from '../algebra/fact-definition.js';
import { hasApprovedInbound } from '../connections/client-connections.js';
import { blobAccess, pullAccess } from '../identity/endpoint-roles.js';
import { ownIdentities } from '../identity/managed-identity.js';
import { legacyPrivateDeploymentsBehind } from '../ownership/legacy-private-deployments.js';
import { unsupportedLogs } from '../reach/diagnostic-settings.js';
import { hasServingDeployment, lostTraffic } from '../reach/endpoint-traffic.js';
import { deploymentsOf } from '../resources/deployment.js';
import type { Endpoint } from '../resources/endpoint.js';
import { ROLES, WAY_IN } from './workspace-facts.js';

/** Facts of an online endpoint. */
export const endpointFacts = {
  isKubernetes: fact(['endpoints'], (target: Endpoint) => target.isKubernetes()),
  publicNetworkAccess: fact(['endpoints'], (target: Endpoint) => target.publicNetworkAccess()),
  provisioningState: fact(['endpoints'], (target: Endpoint) => target.provisioningState()),
  /** Who gets how much of the traffic; shares of 0 are left out. */
  traffic: fact(['endpoints'], (target: Endpoint) => target.traffic()),
  /** Whether it has a deployment at all. */
  hasDeployment: fact(['endpoints', 'deployments'], (target: Endpoint) =>
    anyIn(deploymentsOf(target), () => known(true)),
  ),
  /** Whether a deployment that exists gets traffic. */
  hasServingDeployment: fact(['endpoints', 'deployments'], (target: Endpoint) =>
    hasServingDeployment(target),
  ),
  /** Shares of the traffic that no deployment answers. */
  lostTraffic: fact(['endpoints', 'deployments'], (target: Endpoint) => lostTraffic(target)),
  /**
   * Its deployments that leave by Microsoft-made private endpoints of their own; the list tells itself what may be
   * missing from it.
   */
  listedPrivateDeployments: fact(['workspace', 'endpoints', 'deployments'], (target: Endpoint) =>
    known(legacyPrivateDeploymentsBehind(target)),
  ),
  /** Every connection of the workspace that is not an egress one. */
  inboundConnections: fact(['workspace', 'workspaceConnections'], (target: Endpoint) =>
    chain(target.workspace.owner(), (owner) => complete(owner.inboundConnections())),
  ),
  /** Whether the workspace has an Approved way in for its clients. */
  hasApprovedInbound: fact(WAY_IN, (target: Endpoint) =>
    chain(target.workspace.owner(), (owner) => hasApprovedInbound(owner)),
  ),
  /** Its user-assigned identities; none where it has a system-assigned one, or runs on Kubernetes. */
  ownIdentities: fact(['endpoints'], (target: Endpoint) => ownIdentities(target)),
  /** What these lack for pulling images from the workspace's registry. */
  pullAccess: fact(['workspace', 'endpoints', 'registry', ...ROLES], (target: Endpoint) =>
    pullAccess(target),
  ),
  /** What these lack for reading models and code from the workspace's storage account. */
  blobAccess: fact(['workspace', 'endpoints', ...ROLES], (target: Endpoint) => blobAccess(target)),
  /** Its deployments that leave by Microsoft-made private endpoints of their own. */
  legacyPrivateDeployments: fact(['workspace', 'endpoints', 'deployments'], (target: Endpoint) =>
    found(legacyPrivateDeploymentsBehind(target)),
  ),
  /** Its diagnostic settings that send logs which such deployments can't write. */
  unsupportedLogs: fact(['endpoints', 'diagnosticSettings'], (target: Endpoint) => unsupportedLogs(target)),
} as const;
