import { anyIn, known } from '../fact.js';
import type { Registry } from '../registry.js';
import { fact } from './define.js';
import { SERVED, WAY_IN } from './workspace-facts.js';

/** Facts of a container registry. */
export const registryFacts = {
  sku: fact(['registry'], (target: Registry) => target.sku()),
  /** Why it needs the Premium tier; null when nothing does. */
  premiumNeed: fact([...SERVED, ...WAY_IN, 'registry'], (target: Registry) => target.premiumNeed()),
  /** Its connections by which isolated deployments pull their images. */
  egressConnections: fact(['registry', 'privateEndpoint'], (target: Registry) => target.egressConnections()),
  hasLegacyPrivateDeployment: fact(SERVED, (target: Registry) =>
    anyIn(target.users(), (workspace) => workspace.hasLegacyPrivateDeployment()),
  ),
  /**
   * Deployments of the workspaces read that leave by Microsoft-made private endpoints of their own; the list tells
   * itself what may be missing from it.
   */
  legacyPrivateDeployments: fact(SERVED, (target: Registry) => known(target.legacyPrivateDeployments())),
} as const;
