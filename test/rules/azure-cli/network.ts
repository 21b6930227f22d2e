import type { AzureCliCommand } from './azure-cli-command.js';

const NETWORK = 'https://learn.microsoft.com/cli/azure/network';
const NETWORK_RULE = 'https://learn.microsoft.com/cli/azure/ml/workspace/network-rule';
const PLACE = ['--resource-group', '--subscription'];

/** What the rules of virtual networks, of security groups, of selected addresses and of image builds say to run. */
export const COMMANDS: AzureCliCommand[] = [
  {
    command: 'az ml workspace network-rule list',
    flags: ['--workspace-name', ...PLACE],
    page: `${NETWORK_RULE}#az-ml-workspace-network-rule-list`,
  },
  {
    command: 'az ml workspace network-rule remove',
    flags: ['--workspace-name', ...PLACE, '--ip-address'],
    page: `${NETWORK_RULE}#az-ml-workspace-network-rule-remove`,
  },
  {
    command: 'az ml compute list',
    flags: ['--workspace-name', ...PLACE],
    page: 'https://learn.microsoft.com/cli/azure/ml/compute#az-ml-compute-list',
  },
  {
    command: 'az network vnet update',
    flags: ['--name', ...PLACE, '--address-prefixes'],
    page: `${NETWORK}/vnet#az-network-vnet-update`,
  },
  {
    command: 'az network vnet subnet create',
    flags: ['--name', '--vnet-name', ...PLACE, '--address-prefixes'],
    page: `${NETWORK}/vnet/subnet#az-network-vnet-subnet-create`,
  },
  {
    command: 'az network vnet subnet update',
    flags: ['--name', '--vnet-name', ...PLACE, '--private-endpoint-network-policies'],
    page: `${NETWORK}/vnet/subnet#az-network-vnet-subnet-update`,
  },
  {
    command: 'az network nsg rule create',
    flags: [
      '--name',
      '--nsg-name',
      ...PLACE,
      '--priority',
      '--direction',
      '--access',
      '--protocol',
      '--source-address-prefixes',
      '--source-port-ranges',
      '--destination-address-prefixes',
      '--destination-port-ranges',
    ],
    page: `${NETWORK}/nsg/rule#az-network-nsg-rule-create`,
  },
  {
    command: 'az network private-endpoint show',
    flags: ['--name', ...PLACE],
    page: `${NETWORK}/private-endpoint#az-network-private-endpoint-show`,
  },
];
