import { nameOf } from '../../../src/arm/resource-id.js';
import rule from '../../../src/rules/key-vault/public-network-access.js';
import { reachTable } from '../reach-table.js';
import { testRule } from '../test-rule.js';

testRule(
  rule,
  reachTable({
    service: 'keyVault',
    read: 'keyVault',
    operation: 'Microsoft.KeyVault/vaults/read',
    name: 'kv-fraud',
    noun: 'the vault',
    acls: 'properties.networkAcls',
    openAction: 'Allow',
    condition: " Azure's trusted services keep their way in as long as networkAcls.bypass is AzureServices.",
    close: ({ keyVault, group, subscription }) =>
      `az keyvault update --name ${nameOf(keyVault)} --resource-group ${group} --subscription ${subscription} --public-network-access Disabled`,
  }),
);
