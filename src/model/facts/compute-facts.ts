import { fact } from '../algebra/fact-definition.js';
import type { Compute } from '../resources/compute.js';

/** Facts of a compute of a workspace. */
export const computeFacts = {
  isManaged: fact(['workspace'], (target: Compute) => target.workspace.isManaged()),
  computeType: fact(['computes'], (target: Compute) => target.computeType()),
} as const;
