import type { AzureCliCommand } from './azure-cli-command.js';

const IN_WORKSPACE = ['--workspace-name', '--resource-group', '--subscription'] as const;

/** What the rules of where a deployment's model and scoring script lie say to run. */
export const COMMANDS: AzureCliCommand[] = [
  {
    command: 'az ml model download',
    flags: ['--name', '--version', '--download-path', '--registry-name', ...IN_WORKSPACE],
    page: 'https://learn.microsoft.com/cli/azure/ml/model#az-ml-model-download',
  },
  {
    command: 'az ml model create',
    flags: ['--name', '--path', '--type', ...IN_WORKSPACE],
    page: 'https://learn.microsoft.com/cli/azure/ml/model#az-ml-model-create',
  },
  {
    command: 'az ml workspace outbound-rule set',
    flags: [
      '--rule',
      '--type',
      '--service-resource-id',
      '--subresource-target',

      ...IN_WORKSPACE,
    ],
    page: 'https://learn.microsoft.com/cli/azure/ml/workspace/outbound-rule#az-ml-workspace-outbound-rule-set',
  },
];
