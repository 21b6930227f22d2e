import type { AzureCliCommand } from '../rules/azure-cli/azure-cli-command.js';

const ACR = 'https://learn.microsoft.com/cli/azure/acr/repository';
const ML = 'https://learn.microsoft.com/cli/azure/ml';

/** The Azure CLI commands that steps leave to the user, with the flags that they are given. */
export const COMMANDS: readonly AzureCliCommand[] = [
  { command: 'az acr repository list', flags: ['--name'], page: `${ACR}#az-acr-repository-list` },
  {
    command: 'az acr repository show',
    flags: ['--name', '--repository', '--image'],
    page: `${ACR}#az-acr-repository-show`,
  },
  {
    command: 'az keyvault network-rule list',
    flags: ['--name', '--resource-group'],
    page: 'https://learn.microsoft.com/cli/azure/keyvault/network-rule#az-keyvault-network-rule-list',
  },
  {
    command: 'az ml online-deployment get-logs',
    flags: ['--name', '--endpoint-name', '--workspace-name', '--resource-group', '--container'],
    page: `${ML}/online-deployment#az-ml-online-deployment-get-logs`,
  },
  {
    command: 'az ml online-endpoint show',
    flags: ['--name', '--workspace-name', '--resource-group'],
    page: `${ML}/online-endpoint#az-ml-online-endpoint-show`,
  },
  {
    command: 'az monitor diagnostic-settings list',
    flags: ['--resource'],
    page: 'https://learn.microsoft.com/cli/azure/monitor/diagnostic-settings#az-monitor-diagnostic-settings-list',
  },
];
