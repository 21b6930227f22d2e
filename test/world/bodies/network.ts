import type { Cloud } from '../../../src/arm/clouds.js';
import { nameOf } from '../../../src/arm/resource-id.js';
import type { JsonObject } from '../../../src/json.js';
import type { Names } from '../names.js';

type Body = JsonObject & { id: string };

/** The addresses of a workspace's private endpoint, by what stands behind them. */
export interface EndpointAddresses {
  readonly api: string;
  readonly notebook: string;
  /** null for one made before 2022-05-24. */
  readonly inference: string | null;
}

/** A workspace's private endpoint (learn.microsoft.com/rest/api/virtualnetwork/private-endpoints/get). */
export function privateEndpointBody(
  { workspace, region }: Names,
  id: string,
  { status, network, networkInterface }: { status: string; network: string; networkInterface: string },
): Body {
  const name = nameOf(id);
  return {
    id,
    name,
    type: 'Microsoft.Network/privateEndpoints',
    location: region,
    etag: 'W/"0d7f2b1a-6c3e-4f5d-8a9b-1c2d3e4f5a6b"',
    properties: {
      provisioningState: 'Succeeded',
      resourceGuid: '4e5f6071-8293-4a4b-9c5d-d4e5f6071829',
      privateLinkServiceConnections: [
        {
          name,
          id: `${id}/privateLinkServiceConnections/${name}`,
          type: 'Microsoft.Network/privateEndpoints/privateLinkServiceConnections',
          properties: {
            provisioningState: 'Succeeded',
            privateLinkServiceId: workspace,
            groupIds: ['amlworkspace'],
            privateLinkServiceConnectionState: {
              status,
              description: 'Auto-Approved',
              actionsRequired: 'None',
            },
          },
        },
      ],
      manualPrivateLinkServiceConnections: [],
      subnet: { id: `${network}/subnets/snet-endpoints` },
      networkInterfaces: [{ id: networkInterface }],
      customDnsConfigs: [],
    },
  };
}

/** Its network interface: one configuration for each set of names (how-to-custom-dns, reviewed 2026-11-24). */
export function networkInterfaceBody(
  { workspace, region, guid }: Names,
  { apiZone, notebooksZone, inferenceSuffix }: Cloud,
  id: string,
  privateEndpoint: string,
  { api, notebook, inference }: EndpointAddresses,
): Body {
  const publicApi = apiZone.replace('privatelink.', '');
  const publicNotebooks = notebooksZone.replace('privatelink.', '');
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.Network/networkInterfaces',
    location: region,
    properties: {
      provisioningState: 'Succeeded',
      privateEndpoint: { id: privateEndpoint },
      ipConfigurations: [
        ipConfiguration(id, 'default', api, [
          `${guid}.workspace.${region}.${publicApi}`,
          `${guid}.workspace.${region}.cert.${publicApi}`,
        ]),
        ipConfiguration(id, 'notebook', notebook, [
          `ml-${nameOf(workspace)}-${region}-${guid}.${region}.${publicNotebooks}`,
        ]),
        ...(inference === null
          ? []
          : [ipConfiguration(id, 'inference', inference, [`*.${region}.${inferenceSuffix}`])]),
      ],
    },
  };
}

/** A zone with the records that a zone group keeps in it, by name. */
export interface KeptZone {
  readonly id: string;
  readonly records: Readonly<Record<string, string>>;
}

/** The zones that a workspace's private endpoint wants, with their records: the api zone, the notebooks zone. */
export function keptZones(
  { workspace, region, guid, apiZone, notebooksZone }: Names,
  cloud: Cloud,
  { api, notebook, inference }: EndpointAddresses,
): readonly [KeptZone, KeptZone] {
  return [
    {
      id: zoneInCloud(apiZone, cloud.apiZone),
      records: {
        [`${guid}.workspace.${region}`]: api,
        [`${guid}.workspace.${region}.cert`]: api,
        ...(inference === null ? {} : { [`*.${guid}.inference.${region}`]: inference }),
      },
    },
    {
      id: zoneInCloud(notebooksZone, cloud.notebooksZone),
      records: { [`ml-${nameOf(workspace)}-${region}-${guid}.${region}`]: notebook },
    },
  ];
}

/** The same zone under the name that it has in a cloud. */
function zoneInCloud(id: string, name: string): string {
  return id.replace(/[^/]+$/, name);
}

/** A zone group (learn.microsoft.com/rest/api/virtualnetwork/private-dns-zone-groups/get). */
export function zoneGroupBody(id: string, zones: readonly KeptZone[]): Body {
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups',
    properties: {
      provisioningState: 'Succeeded',
      privateDnsZoneConfigs: zones.map((zone, position) => ({
        name: `zone-${position}`,
        id: `${id}/privateDnsZoneConfigs/zone-${position}`,
        properties: {
          provisioningState: 'Succeeded',
          privateDnsZoneId: zone.id,
          recordSets: Object.entries(zone.records).map(([recordSetName, address]) => ({
            recordType: 'A',
            recordSetName,
            fqdn: `${recordSetName}.${nameOf(zone.id)}`,
            ttl: 10,
            ipAddresses: [address],
          })),
        },
      })),
    },
  };
}

/** An A record set (learn.microsoft.com/rest/api/dns/privatedns/record-sets/get). */
export function recordBody(zone: string, name: string, addresses: readonly string[]): Body {
  return {
    id: `${zone}/A/${name}`,
    name,
    type: 'Microsoft.Network/privateDnsZones/A',
    etag: '6b7c8d9e-0f1a-4b2c-9d3e-4f5a6b7c8d9e',
    properties: {
      fqdn: `${name}.${nameOf(zone)}.`,
      ttl: 10,
      aRecords: addresses.map((ipv4Address) => ({ ipv4Address })),
      isAutoRegistered: false,
    },
  };
}

/** A private DNS zone (learn.microsoft.com/rest/api/dns/privatedns/private-zones/get). */
export function zoneBody(id: string): Body {
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.Network/privateDnsZones',
    location: 'global',
    tags: {},
    properties: {
      provisioningState: 'Succeeded',
      maxNumberOfRecordSets: 25000,
      numberOfVirtualNetworkLinks: 1,
    },
  };
}

/** A link of a zone (learn.microsoft.com/rest/api/dns/privatedns/virtual-network-links/get). */
export function linkBody(zone: string, network: string, state: string): Body {
  const name = `link-${nameOf(network)}`;
  return {
    id: `${zone}/virtualNetworkLinks/${name}`,
    name,
    type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
    location: 'global',
    etag: '"7c8d9e0f-1a2b-4c3d-8e4f-5a6b7c8d9e0f"',
    properties: {
      provisioningState: 'Succeeded',
      registrationEnabled: false,
      resolutionPolicy: 'Default',
      virtualNetwork: { id: network },
      virtualNetworkLinkState: state,
    },
  };
}

export interface NetworkOptions {
  readonly prefixes?: string[];
  readonly dnsServers?: string[];
  readonly peers?: string[];
}

/** A virtual network (learn.microsoft.com/rest/api/virtualnetwork/virtual-networks/get). */
export function networkBody(region: string, id: string, options: NetworkOptions): Body {
  const [first = '10.20.0.0/16'] = options.prefixes ?? [];
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.Network/virtualNetworks',
    location: region,
    properties: {
      provisioningState: 'Succeeded',
      addressSpace: { addressPrefixes: options.prefixes ?? [first] },
      dhcpOptions: { dnsServers: options.dnsServers ?? [] },
      subnets: [
        {
          id: `${id}/subnets/snet-endpoints`,
          name: 'snet-endpoints',
          properties: {
            addressPrefix: first.replace(/\/\d+$/, '/24'),
            privateEndpointNetworkPolicies: 'Disabled',
          },
        },
        {
          id: `${id}/subnets/snet-training`,
          name: 'snet-training',
          properties: {
            addressPrefix: first.replace(/\.\d+\.\d+\/\d+$/, '.1.0/24'),
            privateEndpointNetworkPolicies: 'Disabled',
          },
        },
      ],
      virtualNetworkPeerings: (options.peers ?? []).map((peer, position) => ({
        id: `${id}/virtualNetworkPeerings/peer-${position}`,
        name: `peer-${position}`,
        properties: { peeringState: 'Connected', remoteVirtualNetwork: { id: peer } },
      })),
    },
  };
}

function ipConfiguration(
  networkInterface: string,
  name: string,
  address: string,
  fqdns: string[],
): JsonObject {
  return {
    name,
    id: `${networkInterface}/ipConfigurations/${name}`,
    properties: {
      provisioningState: 'Succeeded',
      privateIPAddress: address,
      privateIPAllocationMethod: 'Dynamic',
      privateLinkConnectionProperties: { groupId: 'amlworkspace', requiredMemberName: name, fqdns },
    },
  };
}
