import type { AzureCliCommand } from './azure-cli-command.js';

/** What the rules of workspaces, their private endpoints and online endpoints say to run. */
export const COMMANDS: AzureCliCommand[] = [
  {
    command: 'az rest',
    flags: ['--method', '--url', '--body'],
    page: 'https://learn.microsoft.com/cli/azure/reference-index#az-rest',
  },
  {
    command: 'az ml workspace update',
    flags: [
      '--name',
      '--resource-group',
      '--subscription',
      '--public-network-access',
      '--image-build-compute',
    ],
    page: 'https://learn.microsoft.com/cli/azure/ml/workspace#az-ml-workspace-update',
  },
  {
    command: 'az ml online-endpoint update',
    flags: ['--name', '--workspace-name', '--resource-group', '--subscription', '--set', '--traffic'],
    page: 'https://learn.microsoft.com/cli/azure/ml/online-endpoint#az-ml-online-endpoint-update',
  },
  {
    command: 'az ml online-endpoint show',
    flags: ['--name', '--workspace-name', '--resource-group', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/ml/online-endpoint#az-ml-online-endpoint-show',
  },
  {
    command: 'az ml online-deployment get-logs',
    flags: ['--name', '--endpoint-name', '--workspace-name', '--resource-group', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/ml/online-deployment#az-ml-online-deployment-get-logs',
  },
  {
    command: 'az network private-endpoint-connection approve',
    flags: ['--id', '--description', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/network/private-endpoint-connection#az-network-private-endpoint-connection-approve',
  },
  {
    command: 'az network private-endpoint create',
    flags: [
      '--name',
      '--resource-group',
      '--subscription',
      '--location',
      '--subnet',
      '--private-connection-resource-id',
      '--group-id',
      '--connection-name',
    ],
    page: 'https://learn.microsoft.com/cli/azure/network/private-endpoint#az-network-private-endpoint-create',
  },
  {
    command: 'az network private-endpoint delete',
    flags: ['--name', '--resource-group', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/network/private-endpoint#az-network-private-endpoint-delete',
  },
  {
    command: 'az network private-endpoint dns-zone-group create',
    flags: [
      '--name',
      '--endpoint-name',
      '--resource-group',
      '--subscription',
      '--zone-name',
      '--private-dns-zone',
    ],
    page: 'https://learn.microsoft.com/cli/azure/network/private-endpoint/dns-zone-group#az-network-private-endpoint-dns-zone-group-create',
  },
  {
    command: 'az network private-endpoint dns-zone-group add',
    flags: [
      '--name',
      '--endpoint-name',
      '--resource-group',
      '--subscription',
      '--zone-name',
      '--private-dns-zone',
    ],
    page: 'https://learn.microsoft.com/cli/azure/network/private-endpoint/dns-zone-group#az-network-private-endpoint-dns-zone-group-add',
  },
];
