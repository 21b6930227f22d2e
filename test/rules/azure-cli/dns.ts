import type { AzureCliCommand } from './azure-cli-command.js';

const PRIVATE_ENDPOINT = 'https://learn.microsoft.com/cli/azure/network/private-endpoint';
const ZONE_GROUP = `${PRIVATE_ENDPOINT}/dns-zone-group`;
const LINK = 'https://learn.microsoft.com/cli/azure/network/private-dns/link/vnet';
const RECORD = 'https://learn.microsoft.com/cli/azure/network/private-dns/record-set/a';
const PLACE = ['--resource-group', '--subscription'];

/** What the rules of private DNS say to run. */
export const COMMANDS: AzureCliCommand[] = [
  {
    command: 'az network private-endpoint delete',
    flags: ['--name', ...PLACE],
    page: `${PRIVATE_ENDPOINT}#az-network-private-endpoint-delete`,
  },
  {
    command: 'az network private-endpoint create',
    flags: [
      '--name',
      ...PLACE,
      '--location',
      '--subnet',
      '--private-connection-resource-id',
      '--group-id',
      '--connection-name',
    ],
    page: `${PRIVATE_ENDPOINT}#az-network-private-endpoint-create`,
  },
  {
    command: 'az network private-endpoint dns-zone-group create',
    flags: ['--name', '--endpoint-name', ...PLACE, '--zone-name', '--private-dns-zone'],
    page: `${ZONE_GROUP}#az-network-private-endpoint-dns-zone-group-create`,
  },
  {
    command: 'az network private-endpoint dns-zone-group add',
    flags: ['--name', '--endpoint-name', ...PLACE, '--zone-name', '--private-dns-zone'],
    page: `${ZONE_GROUP}#az-network-private-endpoint-dns-zone-group-add`,
  },
  {
    command: 'az network private-endpoint dns-zone-group list',
    flags: ['--endpoint-name', ...PLACE],
    page: `${ZONE_GROUP}#az-network-private-endpoint-dns-zone-group-list`,
  },
  {
    command: 'az network private-dns link vnet create',
    flags: ['--name', ...PLACE, '--zone-name', '--virtual-network', '--registration-enabled'],
    page: `${LINK}#az-network-private-dns-link-vnet-create`,
  },
  {
    command: 'az network private-dns link vnet update',
    flags: ['--name', ...PLACE, '--zone-name', '--registration-enabled'],
    page: `${LINK}#az-network-private-dns-link-vnet-update`,
  },
  {
    command: 'az network private-dns zone create',
    flags: ['--name', ...PLACE],
    page: 'https://learn.microsoft.com/cli/azure/network/private-dns/zone#az-network-private-dns-zone-create',
  },
  {
    command: 'az network private-dns link vnet show',
    flags: ['--name', ...PLACE, '--zone-name'],
    page: `${LINK}#az-network-private-dns-link-vnet-show`,
  },
  {
    command: 'az network private-dns record-set a add-record',
    flags: [...PLACE, '--zone-name', '--record-set-name', '--ipv4-address'],
    page: `${RECORD}#az-network-private-dns-record-set-a-add-record`,
  },
  {
    command: 'az network private-dns record-set a remove-record',
    flags: [...PLACE, '--zone-name', '--record-set-name', '--ipv4-address'],
    page: `${RECORD}#az-network-private-dns-record-set-a-remove-record`,
  },
  {
    command: 'az network nic show',
    flags: ['--ids', '--query'],
    page: 'https://learn.microsoft.com/cli/azure/network/nic#az-network-nic-show',
  },
];

/** Commands that are not the Azure CLI's, with the page that shows them. */
export const OTHER_COMMANDS: { readonly command: string; readonly page: string }[] = [
  {
    command: 'dig',
    page: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
  },
];
