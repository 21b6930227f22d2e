import { type Connection, workspaceOf } from '../model/connection.js';
import { addressesFor, type JudgedRecord } from '../model/dns/record-addresses.js';
import { certain, chain } from '../model/fact.js';
import type { PrivateDnsZone } from '../model/private-dns-zone.js';
import type { PrivateEndpoint } from '../model/private-endpoint.js';
import { sameId } from '../model/resource-id.js';
import type { VirtualNetwork } from '../model/virtual-network.js';
import { azureCli, inGroupOf } from './azure-cli.js';

/**
 * The addresses that a record is meant to hold: those that the connection's own private endpoint keeps for its hosts
 * when it is Approved, else the others that are; empty where none was read.
 * @param isHost tells which of a private endpoint's names (lower case) the record answers for
 */
export function rightAddresses(connection: Connection, isHost: (host: string) => boolean): readonly string[] {
  const others = workspaceOf(connection)
    .clientConnections()
    .items.filter((other) => other !== connection && other.isApprovedInbound());
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

/** Has the zone group of a private endpoint keep its records in one more zone. */
export function addToZoneGroup(endpoint: PrivateEndpoint, zone: PrivateDnsZone): string {
  return azureCli('az network private-endpoint dns-zone-group add', {
    '--endpoint-name': endpoint.name,
    '--name': 'default',
    ...inGroupOf(endpoint.id),
    '--zone-name': zone.name,
    '--private-dns-zone': zone.id,
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

function recordCommand(verb: 'add-record' | 'remove-record', record: JudgedRecord, address: string): string {
  return azureCli(`az network private-dns record-set a ${verb}`, {
    ...inGroupOf(record.zone.id),
    '--zone-name': record.zone.name,
    '--record-set-name': record.name,
    '--ipv4-address': address,
  });
}

function freeName(wanted: string, taken: readonly string[]): string {
  const isTaken = (name: string) => taken.some((each) => each.toLowerCase() === name.toLowerCase());
  let name = wanted;
  for (let count = 2; isTaken(name); count++) name = `${wanted}-${count}`;
  return name;
}
