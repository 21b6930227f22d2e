import { nameOf, subscriptionOf } from '../../arm/resource-id.js';
import { CONNECTION } from '../../model/arm-properties/index.js';
import { workspaceOf } from '../../model/resources/workspace.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli } from '../remedies/azure-cli.js';

/**
 * Private endpoints in other subscriptions can lead to a workspace: those of a partner, of Synapse or of Data Factory
 * (learn.microsoft.com/azure/machine-learning/how-to-configure-private-link, "Multiple private endpoints").
 */
export default defineRule({
  id: 'private-endpoint/foreign',
  title: 'the private endpoint of the connection can be read',
  severity: 'info',
  target: 'connection',
  docs: {
    why: "A connection of the workspace names a private endpoint that can't be read: it may be a client's in a network that you may not see, one of a service such as Synapse or Data Factory, or a deleted one. Whose network it lets in, only the owner of its subscription knows.",
    consequence:
      'Everybody in the network of that private endpoint reaches the workspace while the connection is Approved, and isocheck cannot judge its name resolution.',
    wrongWhen:
      "The managed network's own private endpoint can't be read either; it is known by its name or explained by an Active rule to the workspace. One that people forgot to give you Reader on is not foreign at all.",
    example: {
      read: 'workspace',
      type: 'Microsoft.MachineLearningServices/workspaces',
      failing: {
        properties: {
          privateEndpointConnections: [
            {
              properties: {
                privateEndpoint: { id: '<id in a subscription that you may not read>' },
                privateLinkServiceConnectionState: { status: 'Approved' },
              },
            },
          ],
        },
      },
      mended: { properties: { privateEndpointConnections: [] } },
      notInBicep:
        'A connection belongs to the private endpoint at its other end: its owner tells what it is for, or it is deleted.',
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isOfManagedNetwork'],
    when: ({ isOfManagedNetwork }) =>
      !isOfManagedNetwork || "The connection is the managed network's own: a way out, not a way in.",
  },
  needs: ['attribution', 'status'],
  check: ({ attribution, status }, { target }) => {
    const id = target.privateEndpointId() ?? target.id;
    if (attribution !== 'unattributed') return pass(`Private endpoint ${target.name} was read.`);
    const workspace = workspaceOf(target);
    const subscription = subscriptionOf(id) ?? '';
    return fail({
      message: `${status} connection to private endpoint ${nameOf(id)} in subscription ${subscription}, which can't be read: only its owner knows whose network it lets into ${workspace.name}.`,
      evidence: [
        {
          resourceId: target.id,
          path: CONNECTION.privateEndpointId.path,
          actual: id,
          expected: 'a private endpoint that you may read',
        },
      ],
      remedy: {
        summary: `Ask the owner of subscription ${subscription} what it is for, or for Reader on it. The descriptions of all connections may tell more.`,
        commands: [
          azureCli('az network private-endpoint-connection list', {
            '--id': workspace.id,
            '--subscription': subscriptionOf(workspace.id) ?? '',
          }),
        ],
      },
    });
  },
});
