import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { addPrivateEndpointRule, ruleNameFor } from '../remedies/outbound-rule-commands.js';
import { exampleId, outboundRuleExample } from './shared/outbound-rule-example.js';

/**
 * Batch endpoints queue their work in the storage account
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network#scenario-use-batch-endpoints-or-parallelrunstep).
 */
export default defineRule({
  id: 'managed-network/batch-storage',
  title: 'batch endpoints have their private endpoints to queue and table of the storage account',
  severity: 'info',
  target: 'workspace',
  docs: {
    why: 'Batch endpoints and ParallelRunStep use queues and tables of the default storage account. The service makes no private endpoint rule to these by itself.',
    consequence:
      'Jobs of the batch endpoints wait for ever, or fail, because they do not reach queue and table.',
    wrongWhen:
      'A batch endpoint that nobody calls, or one whose deployments run components that need neither, is none the worse. In AllowInternetOutbound with an open storage account the public way is enough, and the rule does not apply.',
    example: outboundRuleExample(
      { serviceResourceId: exampleId('Microsoft.Storage/storageAccounts/st'), subresourceTarget: 'dfs' },
      { serviceResourceId: exampleId('Microsoft.Storage/storageAccounts/st'), subresourceTarget: 'queue' },
    ),
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isManaged', 'hasBatchEndpoint'],
    when: ({ isManaged, hasBatchEndpoint }) => {
      if (!isManaged) return 'The workspace has no managed network.';
      return hasBatchEndpoint || 'There is no batch endpoint.';
    },
  },
  needs: ['missingBatchRules'],
  check: ({ missingBatchRules }, { target }) => {
    if (missingBatchRules === null) {
      return pass('Queue and table of the storage account are reached over the internet, which is let out.');
    }
    const { storageId, missing } = missingBatchRules;
    if (missing.length === 0)
      return pass('Private endpoint rules lead to queue and table of the storage account.');
    return fail({
      message: `There are batch endpoints, and no private endpoint rule leads to ${missing.join(' or ')} of the storage account.`,
      evidence: missing.map((part) => ({
        resourceId: target.id,
        path: 'properties.managedNetwork.outboundRules',
        actual: `no rule to ${part}`,
        expected: `a private endpoint rule to ${part} of the storage account`,
      })),
      remedy: {
        summary: 'Add the private endpoint rules, which cost what a private endpoint costs.',
        commands: missing.map((part) =>
          addPrivateEndpointRule(target, ruleNameFor(storageId, part), storageId, part),
        ),
      },
    });
  },
});
