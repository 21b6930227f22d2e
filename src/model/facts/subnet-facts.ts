import { found } from '../algebra/fact.js';
import { fact } from '../algebra/fact-definition.js';
import { deniedServices, trafficFromNetwork } from '../network/subnet-traffic.js';
import { subnetUsesOf } from '../network/subnet-uses.js';
import type { Subnet } from '../resources/subnet.js';

/** Facts of a subnet that holds private endpoints of a workspace or the compute that builds its images. */
export const subnetFacts = {
  /** The private endpoints of workspaces in it. */
  privateEndpoints: fact(['workspace', 'workspaceConnections', 'privateEndpoint'], (target: Subnet) =>
    found(subnetUsesOf(target.network.model).endpointsIn(target)),
  ),
  /** The computes in it that build the images of workspaces. */
  imageBuilders: fact(['workspace', 'computes'], (target: Subnet) =>
    found(subnetUsesOf(target.network.model).buildersIn(target)),
  ),
  networkPolicies: fact(['virtualNetwork'], (target: Subnet) => target.privateEndpointNetworkPolicies()),
  /** What its network security group does with HTTPS from its virtual network; null where there is none. */
  trafficFromNetwork: fact(['virtualNetwork', 'networkSecurityGroup'], trafficFromNetwork),
  /** Services that image builds need and that its network security group denies. */
  deniedServices: fact(
    ['workspace', 'computes', 'virtualNetwork', 'networkSecurityGroup', 'privateEndpoint'],
    deniedServices,
  ),
} as const;
