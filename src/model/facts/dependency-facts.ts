import type { Dependency } from '../dependency.js';
import { fact } from './define.js';

/** Facts of any service that a workspace depends on: its registry, key vault or storage account. */
export const dependencyFacts = {
  publicNetworkAccess: fact(['registry', 'keyVault', 'storageAccount'], (target: Dependency) =>
    target.publicNetworkAccess(),
  ),
} as const;
