import type { VirtualNetwork } from '../virtual-network.js';
import { fact } from './define.js';

/** Facts of a virtual network that holds private endpoints of a workspace or the compute that builds its images. */
export const virtualNetworkFacts = {
  addressPrefixes: fact(['virtualNetwork'], (target: VirtualNetwork) => target.addressPrefixes()),
} as const;
