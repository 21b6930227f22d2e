import type { Endpoint } from '../endpoint.js';
import { anyIn, chain, complete, known } from '../fact.js';
import { hasServingDeployment, lostTraffic } from '../traffic.js';
import { fact } from './define.js';
import { WAY_IN } from './workspace-facts.js';

/** Facts of an online endpoint. */
export const endpointFacts = {
  isKubernetes: fact(['endpoints'], (target: Endpoint) => target.isKubernetes()),
  publicNetworkAccess: fact(['endpoints'], (target: Endpoint) => target.publicNetworkAccess()),
  provisioningState: fact(['endpoints'], (target: Endpoint) => target.provisioningState()),
  /** Who gets how much of the traffic; shares of 0 are left out. */
  traffic: fact(['endpoints'], (target: Endpoint) => target.traffic()),
  /** Whether it has a deployment at all. */
  hasDeployment: fact(['endpoints', 'deployments'], (target: Endpoint) =>
    anyIn(target.deployments(), () => known(true)),
  ),
  /** Whether a deployment that exists gets traffic. */
  hasServingDeployment: fact(['endpoints', 'deployments'], (target: Endpoint) =>
    hasServingDeployment(target),
  ),
  /** Shares of the traffic that no deployment answers. */
  lostTraffic: fact(['endpoints', 'deployments'], (target: Endpoint) => lostTraffic(target)),
  /** Every connection of the workspace that is not an egress one. */
  inboundConnections: fact(['workspace', 'workspaceConnections'], (target: Endpoint) =>
    chain(target.workspace.owner(), (owner) => complete(owner.inboundConnections())),
  ),
  /** Whether the workspace has an Approved way in for its clients. */
  hasApprovedInbound: fact(WAY_IN, (target: Endpoint) =>
    chain(target.workspace.owner(), (owner) => owner.hasApprovedInbound()),
  ),
} as const;
