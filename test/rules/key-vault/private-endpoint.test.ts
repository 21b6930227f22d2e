import rule from '../../../src/rules/key-vault/private-endpoint.js';
import { clientEndpointTable } from '../client-endpoint-worlds.js';
import { testRule } from '../test-rule.js';

testRule(
  rule,
  clientEndpointTable({
    service: 'keyVault',
    read: 'keyVault',
    operation: 'Microsoft.KeyVault/vaults/read',
    name: 'kv-fraud',
    noun: 'the vault',
    group: 'vault',
    zone: 'privatelink.vaultcore.azure.net',
  }),
);
