import { WORKSPACE } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { opennessOf } from '../judgements/openness-words.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';

/**
 * AllowInternetOutbound lets deployments out to the whole internet
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network).
 */
export default defineRule({
  id: 'managed-network/isolation-mode',
  title: 'the managed network lets out only what is approved',
  severity: (required) => (required.outbound === 'private' ? 'error' : 'info'),
  target: 'workspace',
  docs: {
    why: 'In the mode AllowInternetOutbound the managed network reaches closed dependencies through private endpoints and lets everything else out to the internet. AllowOnlyApprovedOutbound lets out only what its rules name.',
    consequence:
      'Whatever runs in a deployment, the scoring script and its packages included, can send data to any host of the internet.',
    severity: 'info, since public outbound is supported; error when private outbound is required.',
    wrongWhen:
      'It goes by the mode alone: a workspace whose code is meant to reach the internet is as intended. Whether the mode can be tightened later is doubtful: how-to-managed-network has the way, and a sentence on the page about Spark denies it.',
    example: {
      read: 'workspace',
      type: 'Microsoft.MachineLearningServices/workspaces',
      failing: { properties: { managedNetwork: { isolationMode: 'AllowInternetOutbound' } } },
      mended: { properties: { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' } } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isManaged'],
    when: ({ isManaged }) => isManaged || 'The workspace has no managed network.',
  },
  needs: ['managedNetworkMode'],
  considers: ['openness'],
  check: ({ managedNetworkMode, openness }, { target }) => {
    const { path } = WORKSPACE.isolationMode;
    if (managedNetworkMode === 'approved')
      return pass(`${path} is AllowOnlyApprovedOutbound: ${opennessOf(openness)}`);
    return fail({
      message: `${path} is AllowInternetOutbound; deployments reach the whole internet.`,
      evidence: [
        {
          resourceId: target.id,
          path,
          actual: target.resource.known ? target.resource.value.raw(WORKSPACE.isolationMode) : '',
          expected: 'AllowOnlyApprovedOutbound',
        },
      ],
      remedy: {
        summary:
          'Let out only what is approved, once there are outbound rules for all that deployments and computes reach. There is no way back to AllowInternetOutbound, and one page of Azure says that this mode cannot be tightened at all: then it takes a new workspace.',
        commands: [
          azureCli('az ml workspace update', {
            '--name': target.name,
            ...inGroupOf(target.id),
            '--managed-network': 'allow_only_approved_outbound',
          }),
        ],
        property: { resourceId: target.id, path, value: 'AllowOnlyApprovedOutbound' },
      },
    });
  },
});
