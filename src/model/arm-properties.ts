/**
 * Every ARM property that isocheck reads, with what ARM means when it leaves it out: the one place for ARM's
 * defaults. Source of types and defaults, where no other is named: the REST reference of the resource type
 * (learn.microsoft.com/rest/api/, azure-rest-api-specs), reviewed 2026-11-24.
 */
export * from './arm-properties/access.js';
export * from './arm-properties/dependencies.js';
export * from './arm-properties/machine-learning.js';
export * from './arm-properties/network.js';
export type { ProvisioningState } from './arm-properties/states.js';
