import rule from '../../../src/rules/registry/private-endpoint.js';
import { clientEndpointTable } from '../client-endpoint-worlds.js';
import { testRule } from '../test-rule.js';

testRule(
  rule,
  clientEndpointTable({
    service: 'registry',
    read: 'registry',
    operation: 'Microsoft.ContainerRegistry/registries/read',
    name: 'crfraud',
    noun: 'the registry',
    group: 'registry',
    zone: 'privatelink.azurecr.io',
  }),
);
