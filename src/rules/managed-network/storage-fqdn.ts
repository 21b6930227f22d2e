import { possible } from '../../model/algebra/fact.js';
import { OUTBOUND_RULE } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { removeOutboundRule } from '../remedies/outbound-rule-commands.js';

/**
 * An FQDN rule gives no access to a storage account: that takes a private endpoint
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network#limitations).
 */
export default defineRule({
  id: 'managed-network/storage-fqdn',
  title: 'no storage account is let out by its host name',
  severity: 'error',
  target: 'outbound-rule',
  docs: {
    why: 'In AllowOnlyApprovedOutbound a storage account cannot be reached by an FQDN rule: Azure asks for a private endpoint rule to it.',
    consequence:
      'Deployments and computes do not reach the storage account in spite of the rule: model, code or data are not read.',
    severity:
      "error when the account is the workspace's own, one of its datastores' (or that was not read), or a wildcard that covers them; else info.",
    wrongWhen:
      'A rule for a public account of somebody else, from which a tool downloads, may work in spite of the page: one of its own lists names such a host (vscode.blob.core.windows.net). That is why it is info there.',
    example: {
      read: 'outboundRules',
      type: 'Microsoft.MachineLearningServices/workspaces/outboundRules',
      failing: {
        properties: { type: 'FQDN', category: 'UserDefined', destination: 'stlake.blob.core.windows.net' },
      },
      mended: {
        properties: {
          type: 'PrivateEndpoint',
          category: 'UserDefined',
          destination: {
            serviceResourceId:
              '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-lake/providers/Microsoft.Storage/storageAccounts/stlake',
            subresourceTarget: 'blob',
          },
        },
      },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['managedNetworkMode', 'ruleType'],
    when: ({ managedNetworkMode, ruleType }) => {
      if (ruleType !== 'FQDN') return `The rule is of type ${ruleType}.`;
      return managedNetworkMode === 'approved' || 'FQDN rules act in AllowOnlyApprovedOutbound alone.';
    },
  },
  needs: ['storageAccount'],
  considers: ['isStorageOfWorkspace'],
  check: ({ storageAccount, isStorageOfWorkspace }, { target }) => {
    const { path } = OUTBOUND_RULE.host;
    const actual = target.resource.raw(OUTBOUND_RULE.host);
    if (storageAccount === null) return pass(`${path} is ${actual}, which is no storage account.`);
    const whose = !isStorageOfWorkspace.known
      ? 'whether a datastore uses it was not read'
      : isStorageOfWorkspace.value
        ? 'the workspace uses it'
        : 'neither the workspace nor a datastore of it uses it';
    const what = storageAccount === '*' ? 'every storage account' : `the storage account ${storageAccount}`;
    return fail({
      severity: possible(isStorageOfWorkspace) ? 'error' : 'info',
      message: `${path} is ${actual}, ${what} (${whose}); an FQDN rule does not reach storage accounts, a private endpoint rule does.`,
      evidence: [{ resourceId: target.id, path, actual, expected: 'no host of a storage account' }],
      remedy: {
        summary:
          'Add a private endpoint rule to the storage account for each service of it that is used (az ml workspace outbound-rule set takes the id of the account, which a host name does not tell, so do that by hand); then this deletes the rule.',
        commands: [removeOutboundRule(target)],
      },
    });
  },
});
