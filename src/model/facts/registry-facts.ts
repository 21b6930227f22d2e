import { anyIn, known } from '../algebra/fact.js';
import { fact } from '../algebra/fact-definition.js';
import { egressConnectionsOf } from '../connections/egress-connections.js';
import { workspacesUsing } from '../ownership/dependency-users.js';
import {
  hasLegacyPrivateDeployment,
  legacyPrivateDeploymentsUsing,
} from '../ownership/legacy-private-deployments.js';
import {
  hasClientEndpoint,
  hasPrivateOutboundUser,
  privateEndpointNeed,
} from '../reach/dependency-access.js';
import { premiumNeed } from '../reach/premium-need.js';
import type { Registry } from '../resources/registry.js';
import { SERVED, WAY_IN } from './workspace-facts.js';

/** Facts of a container registry. */
export const registryFacts = {
  sku: fact(['registry'], (target: Registry) => target.sku()),
  isRestricted: fact(['registry'], (target: Registry) => target.isRestricted()),
  /** From which public networks it takes requests. */
  publicReach: fact(['registry'], (target: Registry) => target.publicReach()),
  hasPrivateOutboundUser: fact(SERVED, (target: Registry) => hasPrivateOutboundUser(target)),
  /** Whether clients need a private endpoint of the user's own to come to it. */
  privateEndpointNeed: fact(['workspace', 'registry'], (target: Registry) => privateEndpointNeed(target)),
  hasClientEndpoint: fact(['registry', 'privateEndpoint'], (target: Registry) =>
    hasClientEndpoint(target, null),
  ),
  /** Whether Azure's trusted services pass the firewall. */
  bypass: fact(['registry'], (target: Registry) => target.bypass()),
  /** Whether images are held back until somebody passes them. */
  quarantine: fact(['registry'], (target: Registry) => target.quarantine()),
  /** Why it needs the Premium tier; null when nothing does. */
  premiumNeed: fact([...SERVED, ...WAY_IN, 'registry'], (target: Registry) => premiumNeed(target)),
  /** Its connections by which isolated deployments pull their images. */
  egressConnections: fact(['registry', 'privateEndpoint'], (target: Registry) => egressConnectionsOf(target)),
  hasLegacyPrivateDeployment: fact(SERVED, (target: Registry) =>
    anyIn(workspacesUsing(target), (workspace) => hasLegacyPrivateDeployment(workspace)),
  ),
  /**
   * Deployments of the workspaces read that leave by Microsoft-made private endpoints of their own; the list tells
   * itself what may be missing from it.
   */
  legacyPrivateDeployments: fact(SERVED, (target: Registry) => known(legacyPrivateDeploymentsUsing(target))),
} as const;
