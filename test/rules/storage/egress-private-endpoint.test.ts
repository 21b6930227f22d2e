import rule from '../../../src/rules/storage/egress-private-endpoint.js';
import { egressTable } from '../egress-table.js';
import { testRule } from '../test-rule.js';

testRule(
  rule,
  egressTable({
    service: 'storage',
    read: 'storageAccount',
    operation: 'Microsoft.Storage/storageAccounts/read',
    title: 'Storage account',
    caveat: 'A storage account can be shared, and a connection does not name its workspace.',
    loss: 'fetching model and code fails',
    none: 'No deployment of the workspaces read that use this storage account leaves privately by its own flag.',
  }),
);
