import { anyIn, complete } from '../fact.js';
import type { Registry } from '../registry.js';
import { fact } from './define.js';
import { SERVED, WAY_IN } from './workspace-facts.js';

/** Facts of a container registry. */
export const registryFacts = {
  sku: fact(['registry'], (target: Registry) => target.sku()),
  isRestricted: fact(['registry'], (target: Registry) => target.isRestricted()),
  connections: fact(['registry'], (target: Registry) => complete(target.connections())),
  hasConnection: fact(['registry'], (target: Registry) => target.hasConnection()),
  /** Deployments of the workspaces read that leave by Microsoft-made private endpoints of their own. */
  legacyPrivateDeployments: fact(SERVED, (target: Registry) => complete(target.legacyPrivateDeployments())),
  hasLegacyPrivateDeployment: fact(SERVED, (target: Registry) =>
    anyIn(target.users(), (workspace) => workspace.hasLegacyPrivateDeployment()),
  ),
  /** Whether a workspace that uses it has a client's private endpoint. */
  hasInboundConnectionUser: fact(WAY_IN, (target: Registry) => target.hasInboundConnectionUser()),
  usedByInternetOutbound: fact(['workspace'], (target: Registry) => target.usedByMode('internet')),
  usedByApprovedOutbound: fact(['workspace'], (target: Registry) => target.usedByMode('approved')),
} as const;
