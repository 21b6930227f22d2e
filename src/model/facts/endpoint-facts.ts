import type { Endpoint } from '../endpoint.js';
import { chain, complete } from '../fact.js';
import { fact } from './define.js';
import { WAY_IN } from './workspace-facts.js';

/** Facts of an online endpoint. */
export const endpointFacts = {
  isKubernetes: fact(['endpoints'], (target: Endpoint) => target.isKubernetes()),
  publicNetworkAccess: fact(['endpoints'], (target: Endpoint) => target.publicNetworkAccess()),
  provisioningState: fact(['endpoints'], (target: Endpoint) => target.provisioningState()),
  /** Who gets how much of the traffic; shares of 0 are left out. */
  traffic: fact(['endpoints'], (target: Endpoint) => target.traffic()),
  deployments: fact(['endpoints', 'deployments'], (target: Endpoint) => complete(target.deployments())),
  /** Whether the workspace has an Approved way in for its clients. */
  hasApprovedInbound: fact(WAY_IN, (target: Endpoint) =>
    chain(target.workspace.owner(), (owner) => owner.hasApprovedInbound()),
  ),
} as const;
