import { nameOf } from '../../arm/resource-id.js';
import { STORAGE_ACCOUNT } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';

/**
 * Behind a managed network, a resource is reached by private endpoints or by service endpoints, not by both
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network).
 */
export default defineRule({
  id: 'storage/service-endpoint-mix',
  title: 'a managed network meets no service endpoints beside private endpoints',
  severity: 'warning',
  target: 'storage-account',
  docs: {
    why: 'A managed network does not support a private endpoint and a service endpoint to one resource at the same time. The subnets that come in by service endpoints are the virtualNetworkRules of the account.',
    consequence:
      'Microsoft does not support the mix: requests from these subnets may be refused, or not take the way that is meant for them.',
    wrongWhen:
      'The page names the limit and not what happens. While public network access is Disabled the rules for subnets do nothing, and they may be left from an earlier time.',
    example: {
      read: 'storageAccount',
      type: 'Microsoft.Storage/storageAccounts',
      failing: {
        properties: {
          networkAcls: { defaultAction: 'Deny', virtualNetworkRules: [{ id: '<id of a subnet>' }] },
        },
      },
      mended: { properties: { networkAcls: { defaultAction: 'Deny', virtualNetworkRules: [] } } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['hasManagedUser'],
    when: ({ hasManagedUser }) =>
      hasManagedUser || 'No workspace read that uses the account has a managed network.',
  },
  needs: ['mixedSubnets'],
  check: ({ mixedSubnets }, { target }) => {
    const { path } = STORAGE_ACCOUNT.virtualNetworkRules;
    if (mixedSubnets.length === 0) {
      return pass('Private endpoints and subnets with service endpoints do not lead to the account at once.');
    }
    const shown = mixedSubnets.slice(0, 3).map(nameOf).join(', ');
    const more = mixedSubnets.length - 3;
    const names = more > 0 ? `${shown} and ${more} more` : shown;
    return fail({
      message: `${path} lets in ${names} by service endpoints while private endpoints lead to the account too; behind a managed network the two do not go together.`,
      evidence: [{ resourceId: target.id, path, actual: names, expected: 'none' }],
      remedy: {
        summary:
          'Give what runs in these subnets a private endpoint to the account, then take the rules out: this deletes them, and what still comes by a service endpoint is shut out.',
        commands: mixedSubnets.map((subnet) =>
          azureCli('az storage account network-rule remove', {
            '--account-name': target.name,
            ...inGroupOf(target.id),
            '--subnet': subnet,
          }),
        ),
      },
    });
  },
});
