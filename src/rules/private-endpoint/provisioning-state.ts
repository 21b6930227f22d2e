import { PRIVATE_ENDPOINT } from '../../model/arm-properties/index.js';
import { workspaceAt } from '../../model/resources/workspace.js';
import { fail, pass, undecided } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';
import { recreatePrivateEndpoint, ZONE_READS } from '../remedies/private-endpoint-commands.js';

/**
 * A private endpoint works once its provisioning has Succeeded
 * (learn.microsoft.com/azure/private-link/private-endpoint-overview).
 */
export default defineRule({
  id: 'private-endpoint/provisioning-state',
  title: 'the private endpoint was made without fault',
  severity: 'error',
  target: 'private-endpoint',
  docs: {
    why: 'A private endpoint whose provisioning Failed or was Canceled may lack its network interface, its addresses or its DNS records, whatever the state of its connection says.',
    consequence: 'Clients in its network do not reach the workspace, or find no address for it.',
    wrongWhen:
      'An update that Failed leaves what was there before: the private endpoint can go on working as it did.',
    example: {
      read: 'privateEndpoint',
      type: 'Microsoft.Network/privateEndpoints',
      failing: { properties: { provisioningState: 'Failed' } },
      mended: { properties: { subnet: { id: '<id of its subnet>' } } },
      notInBicep: 'The service sets the state: the private endpoint is made again.',
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/private-link/private-endpoint-overview',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/private-link/troubleshoot-private-endpoint-connectivity',
        reviewed: '2026-11-24',
      },
    ],
  },
  needs: ['provisioningState'],
  considers: ['workspaces'],
  remedyReads: ZONE_READS,
  check: ({ provisioningState, workspaces }, { target }) => {
    const { path } = PRIVATE_ENDPOINT.provisioningState;
    if (provisioningState === 'Succeeded') return pass(`${path} is Succeeded.`);
    if (provisioningState !== 'Failed' && provisioningState !== 'Canceled') {
      return undecided(`${path} is ${provisioningState}: the service is still at work on ${target.name}.`);
    }
    const workspace = workspaces.known ? workspaces.value[0] : undefined;
    return fail({
      message: `${path} is ${provisioningState}: private endpoint ${target.name} may lack addresses or records.`,
      evidence: [{ resourceId: target.id, path, actual: provisioningState, expected: 'Succeeded' }],
      remedy:
        workspace === undefined
          ? {
              summary: 'Look up what it leads to; then delete it and make it again.',
              commands: [
                azureCli('az network private-endpoint show', {
                  '--name': target.name,
                  ...inGroupOf(target.id),
                }),
              ],
            }
          : {
              summary: `This deletes ${target.name} and makes it again in its subnet: its addresses may change, and the workspace has no private way through it in between.`,
              commands: recreatePrivateEndpoint(target, workspaceAt(target.model, workspace.serviceId)),
            },
    });
  },
});
