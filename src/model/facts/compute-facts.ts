import type { Compute } from '../compute.js';
import { fact } from './define.js';

/** Facts of a compute of a workspace. */
export const computeFacts = {
  isManaged: fact(['workspace'], (target: Compute) => target.workspace.isManaged()),
  computeType: fact(['computes'], (target: Compute) => target.computeType()),
} as const;
