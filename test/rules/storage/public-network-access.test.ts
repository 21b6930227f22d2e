import { nameOf } from '../../../src/arm/resource-id.js';
import rule from '../../../src/rules/storage/public-network-access.js';
import { reachTable } from '../reach-table.js';
import { testRule } from '../test-rule.js';

testRule(
  rule,
  reachTable({
    service: 'storage',
    read: 'storageAccount',
    operation: 'Microsoft.Storage/storageAccounts/read',
    name: 'stfraud',
    noun: 'the storage account',
    acls: 'properties.networkAcls',
    openAction: 'Allow',
    condition: ' Studio users then need a way into the network too.',
    close: ({ storage, group, subscription }) =>
      `az storage account update --name ${nameOf(storage)} --resource-group ${group} --subscription ${subscription} --public-network-access Disabled`,
  }),
);
