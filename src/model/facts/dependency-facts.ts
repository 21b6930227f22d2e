import { fact } from '../algebra/fact-definition.js';
import { closedNeighbours, unlinkedZones } from '../dns/zones/dependency-zones.js';
import type { Dependency } from '../resources/dependency.js';
import { WAY_IN } from './workspace-facts.js';

const NEIGHBOURS = ['registry', 'keyVault', 'storageAccount', ...WAY_IN] as const;

/** Facts of any service that a workspace depends on: its registry, key vault or storage account. */
export const dependencyFacts = {
  publicNetworkAccess: fact(['registry', 'keyVault', 'storageAccount'], (target: Dependency) =>
    target.publicNetworkAccess(),
  ),
  /** Its private endpoints beside those of the workspaces; null where it is open to public networks. */
  closedNeighbours: fact(NEIGHBOURS, closedNeighbours),
  /** The zones of these that are not linked to their network. */
  unlinkedZones: fact(
    [...NEIGHBOURS, 'zoneGroups', 'privateDnsZone', 'resourceGraph', 'zoneLinks', 'virtualNetwork'],
    unlinkedZones,
  ),
} as const;
