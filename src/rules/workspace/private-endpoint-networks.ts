import { STORAGE_ACCOUNT } from '../../model/arm-properties/index.js';
import { privateEndpointsLeadingTo } from '../../model/connections/private-endpoints.js';
import type { Dependency } from '../../model/resources/dependency.js';
import { fail, pass, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';
import { freeName } from '../remedies/free-name.js';

/** Sub-resource by which a workspace talks to each kind of dependency. */
const GROUPS = { 'storage-account': 'blob', 'key-vault': 'vault', registry: 'registry' } as const;

/**
 * One of several private endpoints of a workspace has to be in the network of its dependencies
 * (learn.microsoft.com/azure/machine-learning/how-to-configure-private-link, "Limitations").
 */
export default defineRule({
  id: 'workspace/private-endpoint-networks',
  title: 'one of several private endpoints is in the network of the dependencies',
  severity: 'warning',
  target: 'workspace',
  docs: {
    why: 'With several private endpoints, one of them has to be in the virtual network that also holds private endpoints of the default storage account, the key vault and the container registry: by it the workspace talks to them. Those that take public requests need none, and a peered network counts as the same.',
    consequence: 'The workspace does not reach what it depends on: studio, jobs and deployments fail.',
    wrongWhen:
      'Networks that are joined by a gateway or by a hub in between are not followed, only direct peerings are. Private endpoints in networks that you may not read leave it unknown.',
    example: {
      read: 'privateEndpoint',
      type: 'Microsoft.Network/privateEndpoints',
      failing: { properties: { subnet: { id: "<subnet in the clients' network>" } } },
      mended: {
        properties: { subnet: { id: "<subnet in the network of the dependencies' private endpoints>" } },
      },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['severalClients'],
    when: ({ severalClients }) =>
      severalClients.length > 1 || 'The workspace has not more than one Approved private endpoint.',
  },
  needs: ['reachesClosedDependencies'],
  considers: ['closedDependencies'],
  check: ({ severalClients, reachesClosedDependencies, closedDependencies }, { target }) => {
    if (reachesClosedDependencies) {
      return pass(
        'The network of a private endpoint reaches those of every dependency that is closed to public networks.',
      );
    }
    if (!closedDependencies.known) return unknown(closedDependencies);
    const names = closedDependencies.value.map(({ name }) => name).join(', ');
    const endpoints = severalClients.map(({ name }) => name).join(', ');
    return fail({
      message: `None of the private endpoints ${endpoints} is in a network that reaches private endpoints of all that is closed to public networks: ${names}.`,
      evidence: closedDependencies.value.map((dependency) => ({
        resourceId: dependency.id,
        path: STORAGE_ACCOUNT.publicNetworkAccess.path,
        actual: 'Disabled',
        expected: `a private endpoint in the network of one of ${target.name}`,
      })),
      remedy: {
        summary:
          'Join the networks by a peering, or make private endpoints of these services in the network of one of the private endpoints, with DNS zones of their own (a zone keeps the records of one private endpoint to a service); a service that has one there already needs no second. Put the id of a subnet in.',
        commands: closedDependencies.value.map(createEndpointOf),
      },
    });
  },
});

function createEndpointOf({ id, name, type, model }: Dependency): string {
  const taken = privateEndpointsLeadingTo(model, id).items.map((endpoint) => endpoint.name);
  const free = freeName(`pe-${name}`, taken);
  return azureCli('az network private-endpoint create', {
    '--name': free,
    ...inGroupOf(id),
    '--subnet': '<subnet id>',
    '--private-connection-resource-id': id,
    '--group-id': GROUPS[type],
    '--connection-name': free,
  });
}
