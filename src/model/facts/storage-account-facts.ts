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
  hasManagedUser,
  hasPrivateOutboundUser,
  privateEndpointNeed,
} from '../reach/dependency-access.js';
import { mixedSubnets } from '../reach/mixed-subnets.js';
import { workspacesShutOut } from '../reach/trusted-access.js';
import type { StorageAccount } from '../resources/storage-account.js';
import { SERVED } from './workspace-facts.js';

/** Facts of the default storage account of a workspace. */
export const storageAccountFacts = {
  isRestricted: fact(['storageAccount'], (target: StorageAccount) => target.isRestricted()),
  /** From which public networks it takes requests. */
  publicReach: fact(['storageAccount'], (target: StorageAccount) => target.publicReach()),
  hasPrivateOutboundUser: fact(SERVED, (target: StorageAccount) => hasPrivateOutboundUser(target)),
  /** Whether a workspace that uses it has a managed network. */
  hasManagedUser: fact(['workspace'], (target: StorageAccount) => hasManagedUser(target)),
  /** Whether clients need a private endpoint of the user's own to come to it. */
  privateEndpointNeed: fact(['workspace', 'storageAccount'], (target: StorageAccount) =>
    privateEndpointNeed(target),
  ),
  /** Whether such a private endpoint leads to its blobs. */
  hasBlobEndpoint: fact(['storageAccount', 'privateEndpoint'], (target: StorageAccount) =>
    hasClientEndpoint(target, 'blob'),
  ),
  /** Whether such a private endpoint leads to its file shares. */
  hasFileEndpoint: fact(['storageAccount', 'privateEndpoint'], (target: StorageAccount) =>
    hasClientEndpoint(target, 'file'),
  ),
  /** The workspaces that its firewall does not let in as trusted ones. */
  workspacesShutOut: fact(['workspace', 'storageAccount'], (target: StorageAccount) =>
    workspacesShutOut(target),
  ),
  /** The subnets that come in by service endpoints while private endpoints lead in as well. */
  mixedSubnets: fact(['storageAccount'], (target: StorageAccount) => mixedSubnets(target)),
  /** Its connections by which isolated deployments fetch models and code. */
  egressConnections: fact(['storageAccount', 'privateEndpoint'], (target: StorageAccount) =>
    egressConnectionsOf(target),
  ),
  hasLegacyPrivateDeployment: fact(SERVED, (target: StorageAccount) =>
    anyIn(workspacesUsing(target), (workspace) => hasLegacyPrivateDeployment(workspace)),
  ),
  /** Deployments of the workspaces read that leave by private endpoints of their own; the list tells what it may lack. */
  legacyPrivateDeployments: fact(SERVED, (target: StorageAccount) =>
    known(legacyPrivateDeploymentsUsing(target)),
  ),
} as const;
