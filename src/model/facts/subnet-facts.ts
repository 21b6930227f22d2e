import type { Resource } from '../resource.js';
import type { Subnet } from '../subnet.js';
import { fact } from './define.js';

/** Facts of a subnet that holds private endpoints of a workspace or the compute that builds its images. */
export const subnetFacts = {
  body: fact<Subnet, Resource>(['virtualNetwork'], (target) => target.resource),
} as const;
