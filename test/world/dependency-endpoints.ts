import type { CloudName } from '../../src/arm/clouds.js';
import { nameOf, parentOf } from '../../src/arm/resource-id.js';
import { connectionBody } from './bodies/dependencies.js';
import { linkBody, zoneBody } from './bodies/network.js';
import type { Estate } from './estate.js';

/** Domains of the services beside a workspace (learn.microsoft.com/azure/private-link/private-endpoint-dns). */
const DOMAINS: Readonly<Record<CloudName, { storage: string; vault: string; registry: string }>> = {
  AzureCloud: { storage: 'core.windows.net', vault: 'azure.net', registry: 'azurecr.io' },
  AzureUSGovernment: {
    storage: 'core.usgovcloudapi.net',
    vault: 'usgovcloudapi.net',
    registry: 'azurecr.us',
  },
  AzureChinaCloud: { storage: 'core.chinacloudapi.cn', vault: 'azure.cn', registry: 'azurecr.cn' },
};

interface DependencyEndpoint {
  /** What stands after `pe-` in its name. */
  readonly name: string;
  readonly service: string;
  readonly groupId: string;
  /** Name of the private DNS zone. */
  readonly zone: string;
  /** The hosts it answers for, by the name of their member. */
  readonly hosts: Readonly<Record<string, string>>;
}

export interface DependencyEndpointOptions {
  /** Where the zones lie, `/subscriptions/…/resourceGroups/…/providers/Microsoft.Network`; beside the network unless told otherwise. */
  readonly zonesIn?: string;
  /** Whether the registry has one, which takes SKU Premium. */
  readonly registry?: boolean;
}

/**
 * Gives storage account, key vault and registry the private endpoints by which clients in the network reach them,
 * with zone groups and zones that are linked to that network. The interfaces and the zones' records are left out: nobody
 * reads them.
 */
export function addDependencyEndpoints(estate: Estate, options: DependencyEndpointOptions = {}): Estate {
  const { zonesIn = parentOf(estate.names.virtualNetwork), registry = true } = options;
  for (const [position, each] of endpointsOf(estate).entries()) {
    if (registry || each.groupId !== 'registry') addEndpoint(estate, each, position, zonesIn);
  }
  return estate;
}

function endpointsOf({ world, names }: Estate): readonly DependencyEndpoint[] {
  const { storage, vault, registry } = DOMAINS[world.cloud];
  const account = nameOf(names.storage);
  const blob = `${account}.blob.${storage}`;
  const file = `${account}.file.${storage}`;
  const registryName = nameOf(names.registry);
  return [
    {
      name: `${account}-blob`,
      service: names.storage,
      groupId: 'blob',
      zone: `privatelink.blob.${storage}`,
      hosts: { blob },
    },
    {
      name: `${account}-file`,
      service: names.storage,
      groupId: 'file',
      zone: `privatelink.file.${storage}`,
      hosts: { file },
    },
    {
      name: nameOf(names.keyVault),
      service: names.keyVault,
      groupId: 'vault',
      zone: `privatelink.vaultcore.${vault}`,
      hosts: { default: `${nameOf(names.keyVault)}.vault.${vault}` },
    },
    {
      name: registryName,
      service: names.registry,
      groupId: 'registry',
      zone: `privatelink.${registry}`,
      hosts: {
        [`registry_data_${names.region}`]: `${registryName}.${names.region}.data.${registry}`,
        registry: `${registryName}.${registry}`,
      },
    },
  ];
}

function addEndpoint(
  estate: Estate,
  { name, service, groupId, zone, hosts }: DependencyEndpoint,
  position: number,
  zonesIn: string,
): void {
  const { world, names } = estate;
  const { subscription, group, region, virtualNetwork } = names;
  const id = `${parentOf(virtualNetwork)}/privateEndpoints/pe-${name}`;
  const networkInterface = `${parentOf(virtualNetwork)}/networkInterfaces/pe-${name}.nic`;
  const zoneId = `${zonesIn}/privateDnsZones/${zone}`;
  const addresses = Object.entries(hosts).map(([member, host], index) => ({
    member,
    host,
    address: `${estate.range}.0.${40 + 4 * position + index}`,
  }));
  const zones = `/subscriptions/${subscription}/providers/Microsoft.Network/privateDnsZones`;
  if (!world.has(zoneId)) {
    // A zone elsewhere is in no list that anybody reads.
    const isBeside = zoneId.startsWith(`/subscriptions/${subscription}/`);
    world.add('privateDnsZone', zoneBody(zoneId), isBeside ? zones : undefined);
  }
  if (!world.has(linkBody(zoneId, virtualNetwork, 'Completed').id)) estate.link(zoneId, virtualNetwork);
  world
    .add(
      'privateEndpoint',
      {
        id,
        name: `pe-${name}`,
        type: 'Microsoft.Network/privateEndpoints',
        location: region,
        etag: `W/"1e8f3c2b-7d4f-4061-9bac-2d3e4f50617${position}"`,
        properties: {
          provisioningState: 'Succeeded',
          resourceGuid: `5f607182-93a4-4b5c-8d6e-e5f60718293${position}`,
          privateLinkServiceConnections: [
            {
              name: `pe-${name}`,
              id: `${id}/privateLinkServiceConnections/pe-${name}`,
              type: 'Microsoft.Network/privateEndpoints/privateLinkServiceConnections',
              properties: {
                provisioningState: 'Succeeded',
                privateLinkServiceId: service,
                groupIds: [groupId],
                privateLinkServiceConnectionState: {
                  status: 'Approved',
                  description: 'Auto-Approved',
                  actionsRequired: 'None',
                },
              },
            },
          ],
          manualPrivateLinkServiceConnections: [],
          subnet: { id: `${virtualNetwork}/subnets/snet-endpoints` },
          networkInterfaces: [{ id: networkInterface }],
          customDnsConfigs: [],
        },
      },
      `/subscriptions/${subscription}/providers/Microsoft.Network/privateEndpoints`,
    )
    .summarize(`/subscriptions/${subscription}/resourceGroups/${group}/resources`, {
      id,
      name: `pe-${name}`,
      type: 'Microsoft.Network/privateEndpoints',
      location: region,
      createdTime: `2024-03-12T08:1${position}:05.7654321Z`,
    })
    .add(
      'zoneGroups',
      {
        id: `${id}/privateDnsZoneGroups/default`,
        name: 'default',
        type: 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups',
        properties: {
          provisioningState: 'Succeeded',
          privateDnsZoneConfigs: [
            {
              name: 'zone-0',
              id: `${id}/privateDnsZoneGroups/default/privateDnsZoneConfigs/zone-0`,
              properties: {
                provisioningState: 'Succeeded',
                privateDnsZoneId: zoneId,
                recordSets: addresses.map(({ host, address }) => ({
                  recordType: 'A',
                  recordSetName: host.replace(`.${zone.replace('privatelink.', '')}`, ''),
                  fqdn: host,
                  ttl: 10,
                  ipAddresses: [address],
                })),
              },
            },
          ],
        },
      },
      `${id}/privateDnsZoneGroups`,
    );
  world.push(
    service,
    'properties.privateEndpointConnections',
    connectionBody(
      `${service}/privateEndpointConnections/${nameOf(service)}.7d3ef0a1-8b9c-4d0e-9f1a-2b3c4d5e6f7${position}`,
      { privateEndpoint: id, status: 'Approved', description: 'Auto-Approved' },
    ),
  );
}
