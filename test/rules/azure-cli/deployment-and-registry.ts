import type { AzureCliCommand } from './azure-cli-command.js';

const DEPLOYMENT = 'https://learn.microsoft.com/cli/azure/ml/online-deployment#az-ml-online-deployment';
const OF_DEPLOYMENT = [
  '--name',
  '--endpoint-name',
  '--workspace-name',
  '--resource-group',
  '--subscription',
] as const;

/** What the rules of deployments, registries, key vaults and managed networks say to run. */
export const COMMANDS: AzureCliCommand[] = [
  { command: 'az ml online-deployment delete', flags: OF_DEPLOYMENT, page: `${DEPLOYMENT}-delete` },
  {
    command: 'az ml online-deployment create',
    flags: [...OF_DEPLOYMENT, '--file', '--set'],
    page: `${DEPLOYMENT}-create`,
  },
  {
    command: 'az ml online-deployment update',
    flags: [...OF_DEPLOYMENT, '--file'],
    page: `${DEPLOYMENT}-update`,
  },
  {
    command: 'az ml online-deployment get-logs',
    flags: [...OF_DEPLOYMENT, '--container', '--lines'],
    page: `${DEPLOYMENT}-get-logs`,
  },
  {
    command: 'az ml environment create',
    flags: ['--name', '--image', '--workspace-name', '--resource-group', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/ml/environment#az-ml-environment-create',
  },
  {
    command: 'az ml environment show',
    flags: [
      '--name',
      '--version',
      '--label',
      '--registry-name',
      '--workspace-name',
      '--resource-group',
      '--subscription',
    ],
    page: 'https://learn.microsoft.com/cli/azure/ml/environment#az-ml-environment-show',
  },
  {
    command: 'az ml model package',
    flags: ['--name', '--version', '--file', '--workspace-name', '--resource-group', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/ml/model#az-ml-model-package',
  },
  {
    command: 'az ml workspace update',
    flags: ['--name', '--resource-group', '--subscription', '--managed-network'],
    page: 'https://learn.microsoft.com/cli/azure/ml/workspace#az-ml-workspace-update',
  },
  {
    command: 'az ml workspace provision-network',
    flags: ['--name', '--resource-group', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/ml/workspace#az-ml-workspace-provision-network',
  },
  {
    command: 'az acr import',
    flags: ['--name', '--source', '--image', '--repository', '--resource-group', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/acr#az-acr-import',
  },
  {
    command: 'az acr update',
    flags: ['--name', '--sku', '--resource-group', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/acr#az-acr-update',
  },
  {
    command: 'az keyvault update',
    flags: ['--name', '--bypass', '--resource-group', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/keyvault#az-keyvault-update',
  },
  {
    command: 'az network private-endpoint-connection approve',
    flags: ['--id', '--description', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/network/private-endpoint-connection#az-network-private-endpoint-connection-approve',
  },
  {
    command: 'az network private-endpoint-connection list',
    flags: ['--id', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/network/private-endpoint-connection#az-network-private-endpoint-connection-list',
  },
  {
    command: 'az network private-endpoint-connection delete',
    flags: ['--id', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/network/private-endpoint-connection#az-network-private-endpoint-connection-delete',
  },
];
