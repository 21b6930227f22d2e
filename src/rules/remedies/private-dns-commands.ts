import { nameOf, parentOf, sameId } from '../../arm/resource-id.js';
import { certain, chain, map } from '../../model/algebra/fact.js';
import { clientConnections } from '../../model/connections/client-connections.js';
import { addressesFor, type JudgedRecord } from '../../model/dns/records/record-addresses.js';
import { zonesByName, zonesRead } from '../../model/dns/zones/zone-search.js';
import type { Connection } from '../../model/resources/connection.js';
import { type PrivateDnsZone, type ZoneLink, zoneAt } from '../../model/resources/private-dns-zone.js';
import type { PrivateEndpoint } from '../../model/resources/private-endpoint.js';
import type { VirtualNetwork } from '../../model/resources/virtual-network.js';
import { workspaceOf } from '../../model/resources/workspace.js';
import { azureCli, inGroupOf } from './azure-cli.js';
import { freeName } from './free-name.js';

/** Name of a zone group that is made. */
const ZONE_GROUP = 'default';

/**
 * The addresses that a record is meant to hold: those that the connection's own private endpoint keeps for its hosts
 * when it is Approved, else the others that are; empty where none was read.
 * @param isHost tells which of a private endpoint's names (lower case) the record answers for
 */
export function rightAddresses(connection: Connection, isHost: (host: string) => boolean): readonly string[] {
  const others = clientConnections(workspaceOf(connection)).items.filter(
    (other) => other !== connection && other.isApprovedInbound(),
  );
  for (const candidate of [...(certain(connection.isApproved()) ? [connection] : []), ...others]) {
    const addresses = chain(candidate.privateEndpoint(), (endpoint) => addressesFor(endpoint, isHost));
    if (addresses.known && addresses.value.length > 0) return addresses.value;
  }
  return [];
}

/** Adds addresses to an A record, those that it lacks. */
export function addAddresses(record: JudgedRecord, addresses: readonly string[]): string[] {
  return addresses
    .filter((address) => !record.addresses.includes(address))
    .map((address) => recordCommand('add-record', record, address));
}

/** Takes out of an A record the addresses that are none of the workspace's; the last one takes the record along. */
export function removeStrangers(record: JudgedRecord): string[] {
  return record.strangers.map(({ address }) => recordCommand('remove-record', record, address));
}

/** Shows the addresses of a connection's private endpoint, with the names they stand for. */
export function showAddresses(connection: Connection): string[] {
  const interfaces = chain(connection.privateEndpoint(), (endpoint) => endpoint.networkInterfaceIds());
  return (interfaces.known ? interfaces.value : []).map((id) =>
    azureCli('az network nic show', { '--ids': id, '--query': 'ipConfigurations' }),
  );
}

/** Has the zone group that a private endpoint was just made with keep its records in one more zone. */
export function addToZoneGroup(endpoint: PrivateEndpoint, zone: PrivateDnsZone): string {
  return zoneGroupCommand('add', endpoint, ZONE_GROUP, zone);
}

/** Has a zone group of a private endpoint keep its records in zones; makes one where there is none. */
export function keepRecords(endpoint: PrivateEndpoint, zones: readonly PrivateDnsZone[]): string[] {
  const group = endpoint.zoneGroups().items[0];
  return zones.map((zone, position) =>
    zoneGroupCommand(
      group === undefined && position === 0 ? 'create' : 'add',
      endpoint,
      group === undefined ? ZONE_GROUP : nameOf(group.id),
      zone,
    ),
  );
}

/**
 * A zone by which a private endpoint can be reached: the only one of its name that the snapshot holds, of several the
 * one that is linked to its network (Azure links a network to no second one of a name), else the one that lies, or is to
 * be made, beside the private endpoint.
 */
export function zoneBeside(endpoint: PrivateEndpoint, name: string): PrivateDnsZone {
  const zones = zonesByName(endpoint.model).get(name) ?? [];
  const network = endpoint.virtualNetwork();
  const isHere = (zone: PrivateDnsZone) =>
    certain(zone.isLinkedTo((other) => map(network, ({ id }) => sameId(id, other.id))));
  const zone = zones.length > 1 ? zones.find(isHere) : zones[0];
  return zone ?? zoneAt(endpoint.model, `${parentOf(endpoint.id)}/privateDnsZones/${name}`);
}

/** Shows the zone groups of a private endpoint. */
export function listZoneGroups(endpointId: string): string {
  return azureCli('az network private-endpoint dns-zone-group list', {
    '--endpoint-name': nameOf(endpointId),
    ...inGroupOf(endpointId),
  });
}

/** Makes a zone, where the snapshot holds none of its id. */
export function createZone(zone: PrivateDnsZone): string[] {
  if (zonesRead(zone.model).includes(zone)) return [];
  return [azureCli('az network private-dns zone create', { '--name': zone.name, ...inGroupOf(zone.id) })];
}

/** Stops the machines of a network from registering themselves in the zone of a link. */
export function stopRegistration({ name, zone }: ZoneLink): string {
  return azureCli('az network private-dns link vnet update', {
    '--name': name,
    ...inGroupOf(zone.id),
    '--zone-name': zone.name,
    '--registration-enabled': 'false',
  });
}

/** Links a zone to a network, or shows the link that is being made. */
export function linkZone(zone: PrivateDnsZone, network: VirtualNetwork): string {
  const links = zone.links().items;
  const present = links.find(({ virtualNetworkId: id }) => id.known && sameId(id.value ?? '', network.id));
  const place = { ...inGroupOf(zone.id), '--zone-name': zone.name };
  if (present !== undefined) {
    return azureCli('az network private-dns link vnet show', { '--name': present.name, ...place });
  }
  return azureCli('az network private-dns link vnet create', {
    '--name': freeName(
      `link-to-${network.name}`,
      links.map(({ name }) => name),
    ),
    ...place,
    '--virtual-network': network.id,
    '--registration-enabled': 'false',
  });
}

function zoneGroupCommand(
  verb: 'create' | 'add',
  endpoint: PrivateEndpoint,
  group: string,
  zone: PrivateDnsZone,
): string {
  return azureCli(`az network private-endpoint dns-zone-group ${verb}`, {
    '--endpoint-name': endpoint.name,
    '--name': group,
    ...inGroupOf(endpoint.id),
    '--zone-name': zone.name,
    '--private-dns-zone': zone.id,
  });
}

function recordCommand(verb: 'add-record' | 'remove-record', record: JudgedRecord, address: string): string {
  return azureCli(`az network private-dns record-set a ${verb}`, {
    ...inGroupOf(record.zone.id),
    '--zone-name': record.zone.name,
    '--record-set-name': record.name,
    '--ipv4-address': address,
  });
}
