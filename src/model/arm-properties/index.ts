/**
 * Every ARM property that isocheck reads, with what ARM means when it leaves it out: the one place for ARM's
 * defaults. Source of types and defaults, where no other is named: the REST reference of the resource type
 * (learn.microsoft.com/rest/api/, azure-rest-api-specs), reviewed 2026-11-24.
 */
export * from './access.js';
export * from './dependencies.js';
export * from './machine-learning.js';
export * from './network.js';
export type { ProvisioningState } from './states.js';
