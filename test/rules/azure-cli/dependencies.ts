import type { AzureCliCommand } from './azure-cli-command.js';

const PLACE = ['--resource-group', '--subscription'];

/** What the rules of registries, storage accounts and key vaults say to run. */
export const COMMANDS: AzureCliCommand[] = [
  {
    command: 'az acr update',
    flags: ['--name', ...PLACE, '--public-network-enabled', '--allow-trusted-services'],
    page: 'https://learn.microsoft.com/cli/azure/acr#az-acr-update',
  },
  {
    command: 'az keyvault update',
    flags: ['--name', ...PLACE, '--public-network-access'],
    page: 'https://learn.microsoft.com/cli/azure/keyvault#az-keyvault-update',
  },
  {
    command: 'az storage account update',
    flags: ['--name', ...PLACE, '--public-network-access', '--bypass'],
    page: 'https://learn.microsoft.com/cli/azure/storage/account#az-storage-account-update',
  },
  {
    command: 'az storage account network-rule remove',
    flags: ['--account-name', ...PLACE, '--subnet'],
    page: 'https://learn.microsoft.com/cli/azure/storage/account/network-rule#az-storage-account-network-rule-remove',
  },
  {
    command: 'az resource update',
    flags: ['--ids', '--set'],
    page: 'https://learn.microsoft.com/cli/azure/resource#az-resource-update',
  },
];
