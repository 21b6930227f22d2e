import { describe, expect, it } from 'vitest';
import { Estate } from '../world/estate.js';
import { HUB_SUBSCRIPTION, MICROSOFT_SUBSCRIPTION, namesOf, SUBSCRIPTION } from '../world/names.js';
import { soundPrivate } from '../world/sound.js';
import { expectNoCallTwice, scan } from './scan.js';

describe('what lies in other subscriptions', () => {
  const elsewhere = namesOf('hub', { subscription: HUB_SUBSCRIPTION, group: 'rg-hub' });

  it('is asked for there: a private endpoint that only a connection names', async () => {
    const estate = soundPrivate();
    estate.network(elsewhere.virtualNetwork).privateEndpoint(elsewhere.privateEndpoint, {
      network: elsewhere.virtualNetwork,
      zoneGroup: false,
    });
    const path = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Network/privateEndpoints`;
    const served = estate.world.snapshot();
    const list = served.collections[path.toLowerCase()];
    if (list !== undefined) list.members = list.members.filter((id) => !id.includes(HUB_SUBSCRIPTION));
    const result = await scan(served);
    expect(result.snapshot.gaps).toEqual([]);
    expect(result.snapshot.resources).toHaveProperty([elsewhere.privateEndpoint.toLowerCase()]);
    expect(result.snapshot.resources).toHaveProperty([elsewhere.virtualNetwork.toLowerCase()]);
    expect(result.rounds).toBe(3);
    expectNoCallTwice(result);
  });

  it('is found by Resource Graph: a zone of the hub network', async () => {
    const estate = soundPrivate();
    estate.zone(elsewhere.apiZone).record(elsewhere.apiZone, 'a', ['10.1.0.4']);
    const served = estate.world.snapshot();
    delete served.collections['/providers/microsoft.resourcegraph/resources'];
    const result = await scan(served);
    const key = elsewhere.apiZone.toLowerCase();
    expect(result.snapshot.resources).toHaveProperty([key]);
    expect(result.snapshot.collections).toHaveProperty([`${key}/a`]);
    expect(result.snapshot.collections).toHaveProperty([`${key}/virtualnetworklinks`]);
    expect(result.snapshot.collections['/providers/microsoft.resourcegraph/resources']).toMatchObject({
      complete: true,
      members: expect.arrayContaining([elsewhere.apiZone]),
    });
    expect(result.rounds).toBe(3);
    expectNoCallTwice(result);
  });

  it('is named by a zone group alone: a zone that Resource Graph does not show', async () => {
    const estate = soundPrivate();
    const { names, world } = estate;
    estate.zone(elsewhere.apiZone);
    world.set(`${names.privateEndpoint}/privateDnsZoneGroups/default`, 'properties.privateDnsZoneConfigs', [
      { name: 'api', properties: { privateDnsZoneId: elsewhere.apiZone } },
      {
        name: 'blob',
        properties: {
          privateDnsZoneId: elsewhere.apiZone.replace('api.azureml.ms', 'blob.core.windows.net'),
        },
      },
    ]);
    const result = await scan(world.snapshot());
    const key = elsewhere.apiZone.toLowerCase();
    expect(result.snapshot.resources).toHaveProperty([key]);
    expect(result.snapshot.collections).toHaveProperty([`${key}/a`]);
    // Of a dependency's zone, the links alone.
    const blobZone = elsewhere.apiZone.replace('api.azureml.ms', 'blob.core.windows.net');
    const ofBlob = result.emulator.requests.filter(({ path }) => path.startsWith(blobZone));
    expect(ofBlob.map(({ path }) => path.split('/').at(-1))).toEqual(['virtualNetworkLinks']);
    expect(result.rounds).toBe(3);
  });

  it('is read in a fourth round when the third revealed it', async () => {
    const estate = soundPrivate();
    const { world } = estate;
    const id = elsewhere.privateEndpoint.replace('pe-mlw-hub', 'pe-registry');
    estate
      .network(elsewhere.virtualNetwork)
      .registryConnection({ name: 'hub', privateEndpoint: id, status: 'Approved' });
    world
      .add('privateEndpoint', {
        id,
        properties: { subnet: { id: `${elsewhere.virtualNetwork}/subnets/default` } },
      })
      .list('zoneGroups', `${id}/privateDnsZoneGroups`);
    const result = await scan(world.snapshot());
    expect(result.snapshot.gaps).toEqual([]);
    expect(result.snapshot.resources).toHaveProperty([elsewhere.virtualNetwork.toLowerCase()]);
    expect(result.rounds).toBe(4);
  });

  it("is never asked for when it is Microsoft's own", async () => {
    const estate = new Estate('fraud').endpoint('fraud', 'Disabled', { blue: 'Disabled', green: 'Disabled' });
    const { emulator, snapshot } = await scan(estate.world.snapshot());
    expect(JSON.stringify(snapshot.resources)).toContain(MICROSOFT_SUBSCRIPTION);
    expect(emulator.requests.filter(({ path }) => path.includes(MICROSOFT_SUBSCRIPTION))).toEqual([]);
    expect(snapshot.gaps).toEqual([]);
  });

  it('leaves a gap when nobody may see it: a connection of unknown origin', async () => {
    const estate = soundPrivate();
    const id = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/vnet/providers/Microsoft.Network/privateEndpoints/__SYS_PE_a`;
    estate.connection({ name: 'unknown', privateEndpoint: id, status: 'Approved' });
    const { snapshot, rounds } = await scan(estate.world.snapshot());
    expect(snapshot.gaps).toMatchObject([
      { scope: id.toLowerCase(), operation: 'Microsoft.Network/privateEndpoints/read', reason: 'not-found' },
    ]);
    expect(rounds).toBe(3);
  });
});
