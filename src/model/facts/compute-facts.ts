import type { Compute } from '../compute.js';
import { fact } from './define.js';

/** Facts of a compute of a workspace. */
export const computeFacts = {
  computeType: fact(['computes'], (target: Compute) => target.computeType()),
} as const;
