import { expect } from 'vitest';
import { parentOf } from '../../src/arm/resource-id.js';
import { groupZonesOf } from '../../src/model/dns/zones/zone-group.js';
import { zonesRead } from '../../src/model/dns/zones/zone-search.js';
import { zoneAt } from '../../src/model/resources/private-dns-zone.js';
import { privateEndpointAt } from '../../src/model/resources/private-endpoint.js';
import { virtualNetworkAt } from '../../src/model/resources/virtual-network.js';
import { snapshotOf } from './recorded.js';
import { type Expectations, judged, knownValue, reasonsOf, scan } from './scanned.js';

export const networkExpectations: Expectations = {
  'private-endpoint-get-custom-dns-2020-11-01.json': async (recorded) => {
    const { model } = await scan('privateEndpoint', recorded);
    const endpoint = privateEndpointAt(model, recorded.path);
    const account = recorded.path.replace(
      /Microsoft\.Network\/.*/,
      'microsoft.storage/storageaccounts/SAPLR000002',
    );
    expect(knownValue(endpoint.leadsTo(account, 'Blob'))).toBe(true);
    expect(knownValue(endpoint.leadsTo(account, 'file'))).toBe(false);
    expect(knownValue(endpoint.addresses())).toEqual([
      { address: '10.0.0.4', names: ['saplr000002.blob.core.windows.net'] },
    ]);
    expect(knownValue(endpoint.virtualNetwork()).name).toBe('cli-vnet-000003');
    expect(reasonsOf(endpoint.createdTime())).toEqual(['not-collected']);
  },
  'private-endpoint-list-2019-12-01.json': async (recorded) => {
    const { model } = await scan('privateEndpoint', recorded);
    const endpoint = privateEndpointAt(model, `${recorded.path}/j1dev`);
    // Without configured names its addresses are its interface's, which was not read.
    expect(reasonsOf(endpoint.addresses())).toEqual(['not-collected']);
    expect(knownValue(endpoint.networkInterfaceIds())).toHaveLength(1);
  },
  'private-dns-zone-group-list-2020-11-01.json': async (recorded) => {
    const { model } = await scan('zoneGroups', recorded);
    const zones = groupZonesOf(privateEndpointAt(model, parentOf(`${recorded.path}/any`)));
    expect(zones.gaps).toEqual([]);
    // Succeeded, and no record was written.
    expect(zones.items.map(({ zone, written }) => [zone.name, knownValue(written)])).toEqual([
      ['www.clizone1.com', []],
      ['www.clizone2.com', []],
    ]);
  },
  'spec-examples/private-dns-zone-group-list-2024-05-01.json': async (recorded) => {
    const { model } = await scan('zoneGroups', recorded);
    const zones = groupZonesOf(privateEndpointAt(model, parentOf(`${recorded.path}/any`)));
    expect(zones.items.map(({ zone, written }) => [zone.name, knownValue(written)])).toEqual([
      ['zone1.com', ['abc', 'abc2']],
      ['zone2.com', ['abc3', 'abc4']],
    ]);
  },
  'network-interface-list-with-private-endpoint-nic-2019-12-01.json': async (recorded) => {
    const snapshot = await snapshotOf('networkInterface', recorded);
    const [machine = '', interfaceId = ''] = Object.values(snapshot.collections)[0]?.members ?? [];
    const id = interfaceId.replace('/networkInterfaces/', '/privateEndpoints/').replace(/\.nic\..*/, '');
    const endpointOf = (networkInterface: string) =>
      privateEndpointAt(
        judged({
          ...snapshot,
          resources: {
            ...snapshot.resources,
            [id.toLowerCase()]: {
              apiVersion: '2019-12-01',
              body: { id, properties: { networkInterfaces: [{ id: networkInterface }] } },
            },
          },
        }).model,
        id,
      );
    expect(knownValue(endpointOf(interfaceId).addresses())).toEqual([
      { address: '10.0.2.4', names: ['ndowmon1j1dev.blob.core.windows.net'] },
    ]);
    // The other one is a machine's: it has an address and stands for no name.
    expect(knownValue(endpointOf(machine).addresses())).toEqual([{ address: '10.0.2.5', names: [] }]);
  },
  'virtual-network-list-with-private-endpoint-subnet-2019-12-01.json': async (recorded) => {
    const { model, snapshot } = await scan('virtualNetwork', recorded);
    const networks =
      Object.values(snapshot.collections)[0]?.members.map((id) => virtualNetworkAt(model, id)) ?? [];
    expect(networks.map(({ name }) => name)).toEqual(['j1dev_two', 'j1dev']);
    for (const network of networks) {
      expect(knownValue(network.addressPrefixes())).toEqual(['10.0.0.0/16']);
      expect(knownValue(network.ownDnsServers())).toEqual([]);
      expect(knownValue(network.contains('10.0.3.4'))).toBe(true);
      expect(knownValue(network.contains('10.1.0.4'))).toBe(false);
    }
  },
  'private-dns-zone-list-2018-09-01.json': async (recorded) => {
    const { model } = await scan('privateDnsZone', recorded);
    const [zone, ...more] = zonesRead(model);
    expect(more).toEqual([]);
    expect(zone?.name).toBe('privatelink.vaultcore.azure.net');
    // The zone says that no network is linked; its list of links is what counts, and was not read.
    expect(zone && reasonsOf(zone.isLinked())).toEqual(['not-collected']);
    expect(zone?.records().gaps).not.toEqual([]);
  },
  'private-dns-a-record-set-list.json': async (recorded) => {
    const { model } = await scan('zoneRecords', recorded);
    const zone = zoneAt(model, recorded.path.replace(/\/A$/, ''));
    expect(knownValue(zone.hasRecord('scenario_recordset'))).toBe(true);
    expect(knownValue(zone.hasRecord('other'))).toBe(false);
    const [record] = zone.records().items;
    expect(record && knownValue(record.addresses)).toEqual(['1.2.3.4']);
  },
  'private-dns-record-set-all-2018-09-01.json': async (recorded) => {
    const { model, snapshot } = await scan('zoneRecords', recorded);
    const id = recorded.path.replace(/\/ALL$/, '');
    // It is another list than that of A records, which nobody asked for.
    expect(reasonsOf(zoneAt(model, id).hasRecord('j1dev'))).toEqual(['not-collected']);
    const all = Object.values(snapshot.collections)[0];
    const asked = judged({
      ...snapshot,
      collections: all === undefined ? {} : { [`${id}/A`.toLowerCase()]: all },
    });
    // Two names that differ in case alone, in the record that stands beside it, do no harm.
    expect(
      zoneAt(asked.model, id)
        .records()
        .items.map(({ name, addresses }) => [name, knownValue(addresses)]),
    ).toEqual([
      ['@', []],
      ['j1dev', ['10.0.0.1']],
    ]);
  },
  'private-dns-virtual-network-link-list.json': async (recorded) => {
    const { model } = await scan('zoneLinks', recorded);
    const zone = zoneAt(model, recorded.path.replace(/\/virtualNetworkLinks$/, ''));
    expect(knownValue(zone.isLinked())).toBe(true);
    expect(zone.links().items.map(({ state }) => knownValue(state))).toEqual(['Completed']);
  },
  'private-dns-virtual-network-link-list-privatelink-2024-06-01.json': async (recorded) => {
    const { model } = await scan('zoneLinks', recorded);
    const zone = zoneAt(model, recorded.path.replace(/\/virtualNetworkLinks$/, ''));
    expect(
      zone.links().items.map(({ virtualNetworkId }) => knownValue(virtualNetworkId)?.split('/').at(-1)),
    ).toEqual(['clitestprivatednsvnet000005', 'clitestprivatednsvnet000003']);
  },
};
