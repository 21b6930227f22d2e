import { parentOf } from '../../arm/resource-id.js';
import { map, possible } from '../../model/algebra/fact.js';
import { PRIVATE_ENDPOINT, SUBNET } from '../../model/arm-properties/index.js';
import type { Resource } from '../../model/bodies/resource.js';
import { subnetIn } from '../../model/resources/subnet.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { type Read, resourceRead } from '../exchange/read.js';
import { namedId } from './named-id.js';
import type { RelevantPrivateEndpoints } from './private-endpoints.js';

/** The network security group of a subnet, as soon as its virtual network's body tells of one. */
export function* securityGroupReads(subnet: string, known: KnownAnswers): Generator<Read> {
  const group = subnetBody(subnet, known)?.read(SUBNET.networkSecurityGroupId);
  const id = group === undefined ? null : namedId(group);
  if (id !== null) yield resourceRead('networkSecurityGroup', id);
}

/**
 * The network security groups of the subnets that hold private endpoints of the workspaces, where they have a say:
 * with network policies off they have none
 * (learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy, reviewed 2026-11-24).
 */
export function* endpointSecurityReads(
  { found }: RelevantPrivateEndpoints,
  known: KnownAnswers,
): Generator<Read> {
  for (const { body, ofWorkspace } of found.values()) {
    const subnet = ofWorkspace ? namedId(body.read(PRIVATE_ENDPOINT.subnetId)) : null;
    if (subnet === null) continue;
    const policies = subnetBody(subnet, known)?.read(SUBNET.privateEndpointNetworkPolicies);
    if (policies === undefined) continue;
    if (possible(map(policies, (value) => value !== 'Disabled'))) yield* securityGroupReads(subnet, known);
  }
}

function subnetBody(subnet: string, known: KnownAnswers): Resource | undefined {
  const network = known.resource(parentOf(subnet));
  const body = network === undefined ? undefined : subnetIn(network, subnet);
  return body?.known === true ? body.value : undefined;
}
