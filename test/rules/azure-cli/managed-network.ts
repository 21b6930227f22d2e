import type { AzureCliCommand } from './azure-cli-command.js';

const IN_WORKSPACE = ['--workspace-name', '--resource-group', '--subscription'];

/** What the rules of managed networks say to run. */
export const COMMANDS: AzureCliCommand[] = [
  {
    command: 'az ml workspace outbound-rule list',
    flags: IN_WORKSPACE,
    page: 'https://learn.microsoft.com/cli/azure/ml/workspace/outbound-rule#az-ml-workspace-outbound-rule-list',
  },
  {
    command: 'az ml workspace outbound-rule show',
    flags: ['--rule', ...IN_WORKSPACE],
    page: 'https://learn.microsoft.com/cli/azure/ml/workspace/outbound-rule#az-ml-workspace-outbound-rule-show',
  },
  {
    command: 'az ml workspace outbound-rule remove',
    flags: ['--rule', ...IN_WORKSPACE],
    page: 'https://learn.microsoft.com/cli/azure/ml/workspace/outbound-rule#az-ml-workspace-outbound-rule-remove',
  },
  {
    command: 'az ml workspace outbound-rule set',
    flags: ['--rule', '--type', '--service-resource-id', '--subresource-target', ...IN_WORKSPACE],
    page: 'https://learn.microsoft.com/cli/azure/ml/workspace/outbound-rule#az-ml-workspace-outbound-rule-set',
  },
  {
    command: 'az ml compute detach',
    flags: ['--name', ...IN_WORKSPACE],
    page: 'https://learn.microsoft.com/cli/azure/ml/compute#az-ml-compute-detach',
  },
  {
    command: 'az lock delete',
    flags: ['--ids', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/lock#az-lock-delete',
  },
];
