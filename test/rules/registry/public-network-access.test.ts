import { nameOf } from '../../../src/arm/resource-id.js';
import rule from '../../../src/rules/registry/public-network-access.js';
import { reachTable } from '../reach-table.js';
import { testRule } from '../test-rule.js';

testRule(
  rule,
  reachTable({
    service: 'registry',
    read: 'registry',
    operation: 'Microsoft.ContainerRegistry/registries/read',
    name: 'crfraud',
    noun: 'the registry',
    acls: 'properties.networkRuleSet',
    openAction: 'absent',
    condition:
      ' It takes SKU Premium, and image builds then need a compute of their own (imageBuildCompute).',
    close: ({ registry, group, subscription }) =>
      `az acr update --name ${nameOf(registry)} --resource-group ${group} --subscription ${subscription} --public-network-enabled false`,
  }),
);
