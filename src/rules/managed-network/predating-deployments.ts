import { EGRESS_DESCRIPTION } from '../../arm/egress-description.js';
import { nameOf } from '../../arm/resource-id.js';
import { CONNECTION } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { remakeDeployment } from '../remedies/deployment-commands.js';

/**
 * Turning a managed network on leaves the deployments there are as they were
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint).
 */
export default defineRule({
  id: 'managed-network/predating-deployments',
  title: 'no deployment is older than the managed network',
  severity: 'warning',
  target: 'deployment',
  docs: {
    why: 'Deployments that were made before the managed network keep the way out they were made with, and have to be made again to leave through it. One that was sent out by private endpoints of its own shows by its egress connections on the workspace, the registry and the storage account.',
    consequence:
      'The deployment may still leave by the old way, so that neither the isolation mode nor the outbound rules hold for it.',
    wrongWhen:
      'It is doubtful: ARM does not tell which deployment a connection belongs to, nor when the managed network was made. A connection may be left over from a deployment that is gone, or on a shared registry or storage account be that of a workspace that was not read. The other way round, a deployment that was made before with public egress leaves no trace at all.',
    example: {
      read: 'workspaceConnections',
      type: 'Microsoft.MachineLearningServices/workspaces/privateEndpointConnections',
      failing: {
        properties: {
          privateLinkServiceConnectionState: { status: 'Approved', description: EGRESS_DESCRIPTION },
        },
      },
      mended: {
        properties: {
          privateLinkServiceConnectionState: { status: 'Disconnected', description: EGRESS_DESCRIPTION },
        },
      },
      notInBicep:
        "The connection belongs to a private endpoint of Microsoft's and goes with its deployment, which has to be deleted and made again.",
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['generation'],
    when: ({ generation }) =>
      generation === 'managed' || 'The deployment does not leave through a managed network.',
  },
  needs: ['egressLeftovers'],
  check: ({ egressLeftovers }, { target }) => {
    if (egressLeftovers.length === 0) {
      return pass(
        'No egress connection of an older deployment is left on workspace, registry or storage account.',
      );
    }
    const hosts = [...new Set(egressLeftovers.map(({ host }) => nameOf(host.id)))].join(', ');
    const connections =
      egressLeftovers.length === 1 ? 'an egress connection' : `${egressLeftovers.length} egress connections`;
    return fail({
      message: `Doubtful: ${hosts} still ${hosts.includes(', ') ? 'have' : 'has'} ${connections} of deployments that are older than the managed network; this one may leave by its own way still.`,
      evidence: egressLeftovers.slice(0, 3).map((connection) => ({
        resourceId: connection.id,
        path: CONNECTION.description.path,
        actual: connection.description() || 'empty',
        expected: 'no such connection',
      })),
      remedy: {
        summary: `If deployment ${target.name} was made before the managed network, this deletes it and makes it again from its own file (deployment.yml here); it answers nothing meanwhile. If it was made after, nothing is to be done for it.`,
        commands: remakeDeployment(target, 'enabled'),
      },
    });
  },
});
