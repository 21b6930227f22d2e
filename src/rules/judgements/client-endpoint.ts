import type { Property } from '../../arm/property.js';
import type { Severity } from '../../findings/report.js';
import { type PrivateEndpointNeed, waitingConnections } from '../../model/reach/dependency-access.js';
import type { Dependency } from '../../model/resources/dependency.js';
import { type Fail, fail } from '../engine/outcome.js';
import type { RuleExample } from '../engine/rule.js';
import { approveConnection, createDependencyEndpoint } from '../remedies/private-endpoint-commands.js';

/** A sub-resource that clients come to by a private endpoint. */
type Group = 'blob' | 'file' | 'vault' | 'registry';

/** Why no private endpoint of the user's own is asked for; true where one is. */
export function needsClientEndpoint(need: PrivateEndpointNeed, noun: string): true | string {
  if (need === 'needed') return true;
  return need === 'open'
    ? `${noun} is not closed to public networks.`
    : 'Every workspace that uses it has a managed network, which has private endpoints of its own.';
}

/** What is said of a closed service to which no private endpoint of the user's own leads. */
export function missingClientEndpoint(
  dependency: Dependency,
  service: {
    readonly noun: string;
    readonly path: string;
    readonly publicNetworkAccess: Property<unknown>;
  },
  groups: readonly Group[],
  severity: Severity,
): Fail {
  const { noun, path, publicNetworkAccess } = service;
  const access = dependency.resource.known ? dependency.resource.value.raw(publicNetworkAccess) : '';
  // The others have one sub-resource alone.
  const isOneOfSeveral = dependency.type === 'storage-account';
  const waiting = new Set(
    groups.flatMap((group) => waitingConnections(dependency, isOneOfSeveral ? group : null)),
  );
  const where = isOneOfSeveral ? `${groups.join(' and ')} of ${noun}` : noun;
  const create = groups.flatMap((group) => createDependencyEndpoint(dependency, group));
  return fail({
    severity,
    message: `${publicNetworkAccess.path} is ${access}, and no Approved private endpoint of its clients leads to ${where}.`,
    evidence: groups.map((group) => ({
      resourceId: dependency.id,
      path,
      actual: `no Approved one of a client's private endpoint to ${group}`,
      expected: 'one Approved',
    })),
    remedy:
      waiting.size > 0
        ? {
            summary:
              'A connection waits: find out whose private endpoint it is, then approve it, its description passed along.',
            commands: [...waiting].map(approveConnection),
          }
        : {
            summary:
              "Make a private endpoint in the network of the workspace's private endpoint (<subnet id> here), with the DNS zone by which clients find it. The zone is linked to that network first.",
            commands: create,
          },
  });
}

/** A private endpoint that leads elsewhere, and one that leads to the service. */
export function clientEndpointExample(group: Group, service: string): RuleExample {
  const leadingTo = (id: string) => [
    { name: group, properties: { privateLinkServiceId: id, groupIds: [group] } },
  ];
  return {
    read: 'privateEndpoint',
    type: 'Microsoft.Network/privateEndpoints',
    failing: { properties: { privateLinkServiceConnections: leadingTo(`<id of another ${service}>`) } },
    mended: {
      properties: {
        subnet: { id: "<id of a subnet of the workspace's network>" },
        privateLinkServiceConnections: leadingTo(`<id of this ${service}>`),
      },
    },
  };
}
