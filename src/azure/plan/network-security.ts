import { parentOf, sameId } from '../../arm/resource-id.js';
import type { JsonObject } from '../../json.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { type Read, resourceRead } from '../exchange/read.js';
import { idAt, objectsAt, textAt } from './body.js';
import type { RelevantPrivateEndpoints } from './private-endpoints.js';

/** The network security group of a subnet, as soon as its virtual network's body tells of one. */
export function* securityGroupReads(subnet: string, known: KnownAnswers): Generator<Read> {
  const group = idAt(subnetBody(subnet, known), 'properties', 'networkSecurityGroup', 'id');
  if (group !== undefined) yield resourceRead('networkSecurityGroup', group);
}

/**
 * The network security groups of the subnets that hold private endpoints of the workspaces, where they have a say:
 * with network policies off, which they are unless told otherwise, they have none
 * (learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy, reviewed 2026-11-24).
 */
export function* endpointSecurityReads(
  { found }: RelevantPrivateEndpoints,
  known: KnownAnswers,
): Generator<Read> {
  for (const { body, ofWorkspace } of found.values()) {
    const subnet = ofWorkspace ? idAt(body, 'properties', 'subnet', 'id') : undefined;
    if (subnet === undefined) continue;
    const policies = textAt(subnetBody(subnet, known), 'properties', 'privateEndpointNetworkPolicies');
    if ((policies ?? 'Disabled').toLowerCase() !== 'disabled') yield* securityGroupReads(subnet, known);
  }
}

function subnetBody(subnet: string, known: KnownAnswers): JsonObject {
  const subnets = objectsAt(known.body(parentOf(subnet)) ?? {}, 'properties', 'subnets');
  return subnets.find((body) => sameId(textAt(body, 'id') ?? '', subnet)) ?? {};
}
