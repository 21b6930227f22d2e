import { nameOf } from '../../arm/resource-id.js';
import { PRIVATE_ENDPOINT } from '../../model/arm-properties/index.js';
import { workspaceAt } from '../../model/resources/workspace.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { recreatePrivateEndpoint, ZONE_READS } from '../remedies/private-endpoint-commands.js';

const GROUP = 'amlworkspace';

/**
 * The sub-resource of a workspace for private endpoints is amlworkspace
 * (learn.microsoft.com/azure/machine-learning/how-to-configure-private-link).
 */
export default defineRule({
  id: 'private-endpoint/group-id',
  title: 'the private endpoint leads to the sub-resource of workspaces',
  severity: 'error',
  target: 'private-endpoint',
  docs: {
    why: 'A private endpoint leads to one sub-resource of its service, which its group ids name. Of a workspace that is amlworkspace, which stands for API, notebooks and scoring alike.',
    consequence:
      'Clients in the network of the private endpoint reach neither the workspace nor its endpoints by it.',
    wrongWhen:
      'A sub-resource that Azure adds to workspaces one day would be taken for a wrong one; no page knows another than amlworkspace.',
    example: {
      read: 'privateEndpoint',
      type: 'Microsoft.Network/privateEndpoints',
      failing: connection('workspace'),
      mended: connection(GROUP),
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/private-link/private-endpoint-overview',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['workspaces'],
    when: ({ workspaces }) => workspaces.length > 0 || 'The private endpoint leads to no workspace.',
  },
  needs: [],
  remedyReads: ZONE_READS,
  check: ({ workspaces }, { target }) => {
    const isRight = (groupIds: readonly string[]) => groupIds.some((group) => group.toLowerCase() === GROUP);
    const wrong = workspaces.find(({ groupIds }) => !isRight(groupIds));
    if (wrong === undefined) return pass(`Private endpoint ${target.name} leads to ${GROUP}.`);
    const groups = wrong.groupIds.length > 0 ? wrong.groupIds.join(', ') : 'none';
    return fail({
      message: `The group ids of private endpoint ${target.name} to workspace ${nameOf(wrong.serviceId)} are ${groups}; of a workspace the sub-resource is ${GROUP}.`,
      evidence: [
        {
          resourceId: target.id,
          path: wrong.isManual ? PRIVATE_ENDPOINT.manualConnections.path : PRIVATE_ENDPOINT.connections.path,
          actual: groups,
          expected: GROUP,
        },
      ],
      remedy: {
        summary: `Group ids can't be changed: this deletes ${target.name} and makes it again in its subnet, with ${GROUP}.`,
        commands: recreatePrivateEndpoint(target, workspaceAt(target.model, wrong.serviceId)),
      },
    });
  },
});

function connection(groupId: string) {
  return {
    properties: {
      privateLinkServiceConnections: [
        {
          name: 'workspace',
          properties: { privateLinkServiceId: '<id of the workspace>', groupIds: [groupId] },
        },
      ],
    },
  };
}
