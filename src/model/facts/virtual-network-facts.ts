import { fact } from '../algebra/fact-definition.js';
import { DOCKER_BRIDGE, subnetsOnDockerBridge } from '../network/docker-bridge.js';
import type { VirtualNetwork } from '../resources/virtual-network.js';

/** Facts of a virtual network that holds private endpoints of a workspace or the compute that builds its images. */
export const virtualNetworkFacts = {
  /** Its address ranges that share addresses with Docker's bridge. */
  rangesOnDockerBridge: fact(['virtualNetwork'], (target: VirtualNetwork) => target.rangesIn(DOCKER_BRIDGE)),
  /** The ranges of its subnets that do. */
  subnetsOnDockerBridge: fact(['virtualNetwork'], subnetsOnDockerBridge),
} as const;
