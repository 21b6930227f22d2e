import { COMPUTE } from '../../model/arm-properties/index.js';
import { fail, pass, undecided } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';

/** What runs outside of the managed network, wherever it is. */
const UNSUPPORTED: readonly string[] = ['Kubernetes', 'AKS', 'VirtualMachine'];

/** Every other type of compute that ARM documents. */
const OTHERS: readonly string[] = [
  'AmlCompute',
  'ComputeInstance',
  'DataFactory',
  'HDInsight',
  'Databricks',
  'DataLakeAnalytics',
  'SynapseSpark',
];

/**
 * Kubernetes clusters and attached virtual machines are not supported in a managed network
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network#limitations).
 */
export default defineRule({
  id: 'managed-network/kubernetes-compute',
  title: 'no compute is of a type that a managed network does not support',
  severity: 'warning',
  target: 'compute',
  docs: {
    why: 'Kubernetes clusters and virtual machines that are attached to a workspace run in networks of their own. Azure does not support them in a workspace with a managed network: what it lets out and keeps in does not hold for them.',
    consequence:
      'Jobs and endpoints on the compute leave by its own network, whatever the isolation mode, and may not reach what only the managed network has private endpoints to.',
    wrongWhen:
      'A compute that is attached and that nothing uses any more does no harm; ARM does not tell what runs on it. With routes from its own network to all private endpoints it may work, unsupported.',
    example: {
      read: 'computes',
      type: 'Microsoft.MachineLearningServices/workspaces/computes',
      failing: { properties: { computeType: 'Kubernetes' } },
      mended: { properties: { computeType: 'AmlCompute' } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isManaged'],
    when: ({ isManaged }) => isManaged || 'The workspace has no managed network.',
  },
  needs: ['computeType'],
  check: ({ computeType }, { target }) => {
    const { path } = COMPUTE.computeType;
    const is = (types: readonly string[]) =>
      types.some((type) => type.toLowerCase() === computeType?.toLowerCase());
    if (is(OTHERS)) return pass(`${path} is ${computeType}.`);
    if (!is(UNSUPPORTED))
      return undecided(`${path} is ${computeType ?? 'absent'}, which isocheck does not know.`);
    return fail({
      message: `${path} is ${computeType}; a managed network does not support that, and its rules do not hold for what runs there.`,
      evidence: [
        {
          resourceId: target.id,
          path,
          actual: computeType ?? '',
          expected: 'AmlCompute or ComputeInstance',
        },
      ],
      remedy: {
        summary:
          'Move what runs on the compute to a cluster of Azure Machine Learning, or the compute to a workspace without a managed network. This detaches it then: the compute itself stays, and endpoints on it stop.',
        commands: [
          azureCli('az ml compute detach', {
            '--name': target.name,
            '--workspace-name': target.workspace.name,
            ...inGroupOf(target.workspace.id),
          }),
        ],
      },
    });
  },
});
