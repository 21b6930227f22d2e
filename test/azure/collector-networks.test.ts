import { describe, expect, it } from 'vitest';
import { Estate } from '../world/estate.js';
import { HUB_SUBSCRIPTION, SUBSCRIPTION } from '../world/names.js';
import { documentedExample, soundPrivate } from '../world/sound.js';
import { expectNoCallTwice, type Scan, scan } from './scan.js';

const GROUPS = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-net/providers/Microsoft.Network/networkSecurityGroups`;
const HUB_NETWORK = `/subscriptions/${HUB_SUBSCRIPTION}/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub`;

function askedOf({ emulator }: Scan, type: string): readonly string[] {
  const paths = emulator.requests.map(({ path }) => path);
  return paths.filter((path) => path.includes(`/${type}/`)).sort();
}

/** Changes a subnet of the estate's network; the other one is left without properties. */
function subnet(
  { world, names: { virtualNetwork } }: Estate,
  name: 'snet-endpoints' | 'snet-training',
  { policies = 'Disabled', group }: { readonly policies?: string | null; readonly group: string },
): void {
  const other = name === 'snet-endpoints' ? 'snet-training' : 'snet-endpoints';
  world.set(virtualNetwork, 'properties.subnets', [
    { id: `${virtualNetwork}/subnets/${other}`, name: other, properties: {} },
    {
      // ARM spells ids in more than one way.
      id: `${virtualNetwork}/subnets/${name}`.toUpperCase(),
      name,
      properties: {
        ...(policies === null ? {} : { privateEndpointNetworkPolicies: policies }),
        networkSecurityGroup: { id: `${GROUPS}/${group}` },
      },
    },
  ]);
}

function securityGroup({ world }: Estate, name: string): void {
  world.add('networkSecurityGroup', { id: `${GROUPS}/${name}`, name, properties: { securityRules: [] } });
}

describe('the compute that builds images', () => {
  it('brings the security group of its subnet, in the third round', async () => {
    const estate = soundPrivate();
    subnet(estate, 'snet-training', { group: 'nsg-training' });
    securityGroup(estate, 'nsg-training');
    const result = await scan(estate.world.snapshot());
    expect(result.snapshot.gaps).toEqual([]);
    expect(askedOf(result, 'networkSecurityGroups')).toEqual([`${GROUPS}/nsg-training`]);
    expect(result.snapshot.resources).toHaveProperty([`${GROUPS}/nsg-training`.toLowerCase()]);
    expect(result.rounds).toBe(3);
    expectNoCallTwice(result);
  });

  it('brings its network also where no private endpoint lies in that', async () => {
    const estate = new Estate('fraud', { privateEndpoint: false });
    const { names, world } = estate;
    estate.network(names.virtualNetwork);
    world.set(`${names.workspace}/computes/cpu-build`, 'properties.properties.subnet', {
      id: `${names.virtualNetwork}/subnets/snet-training`,
    });
    const { snapshot } = await scan(world.snapshot());
    expect(snapshot.resources).toHaveProperty([names.virtualNetwork.toLowerCase()]);
    expect(snapshot.gaps).toEqual([]);
  });

  it('is asked for by itself where the list tells no more than its name', async () => {
    const estate = soundPrivate();
    const { names, world } = estate;
    const id = `${names.workspace}/computes/cpu-build`;
    world.unset(id, 'properties.properties');
    const result = await scan(world.snapshot());
    expect(askedOf(result, 'computes')).toEqual([id]);
    expect(result.rounds).toBe(3);
  });

  it.each([
    ['a workspace without one', ''],
    ['another', 'gpu'],
  ])('is no other: %s', async (_name, imageBuildCompute) => {
    const estate = soundPrivate();
    const { names, world } = estate;
    subnet(estate, 'snet-training', { group: 'nsg-training' });
    world.set(names.workspace, 'properties.imageBuildCompute', imageBuildCompute);
    world.unset(`${names.workspace}/computes/cpu-build`, 'properties.properties');
    const result = await scan(world.snapshot());
    expect(askedOf(result, 'computes')).toEqual([]);
    expect(askedOf(result, 'networkSecurityGroups')).toEqual([]);
  });

  it('may lack a subnet, and then brings no network', async () => {
    const { snapshot, emulator } = await scan(
      new Estate('fraud', { privateEndpoint: false }).world.snapshot(),
    );
    expect(emulator.requests.filter(({ path }) => path.includes('/virtualNetworks/'))).toEqual([]);
    expect(snapshot.gaps).toEqual([]);
  });
});

describe('the security group of the subnet of a private endpoint', () => {
  it.each(['Enabled', 'NetworkSecurityGroupEnabled', 'a value of tomorrow'])(
    'is read with network policies %s',
    async (policies) => {
      const estate = soundPrivate();
      subnet(estate, 'snet-endpoints', { policies, group: 'nsg-endpoints' });
      securityGroup(estate, 'nsg-endpoints');
      const result = await scan(estate.world.snapshot());
      expect(askedOf(result, 'networkSecurityGroups')).toEqual([`${GROUPS}/nsg-endpoints`]);
      expect(result.rounds).toBe(3);
    },
  );

  it.each(['Disabled', 'disabled', null])('has no say with network policies %s', async (policies) => {
    const estate = soundPrivate();
    subnet(estate, 'snet-endpoints', { policies, group: 'nsg-endpoints' });
    const result = await scan(estate.world.snapshot());
    expect(askedOf(result, 'networkSecurityGroups')).toEqual([]);
  });

  it('is a gap where it is refused', async () => {
    const estate = soundPrivate();
    subnet(estate, 'snet-endpoints', { policies: 'Enabled', group: 'nsg-endpoints' });
    const { snapshot } = await scan(estate.world.snapshot(), {
      faults: [{ path: GROUPS, kind: 'forbidden' }],
    });
    expect(snapshot.gaps).toMatchObject([
      {
        scope: `${GROUPS}/nsg-endpoints`.toLowerCase(),
        operation: 'Microsoft.Network/networkSecurityGroups/read',
        reason: 'forbidden',
      },
    ]);
  });
});

describe('a peered network', () => {
  it('is read where a zone of the workspace is linked to it', async () => {
    const estate = soundPrivate();
    const { names } = estate;
    estate
      .network(names.virtualNetwork, { peers: [HUB_NETWORK, `${HUB_NETWORK}-2`] })
      .network(HUB_NETWORK)
      .link(names.apiZone, HUB_NETWORK.toUpperCase());
    const result = await scan(estate.world.snapshot());
    expect(askedOf(result, 'virtualNetworks')).toEqual([names.virtualNetwork, HUB_NETWORK].sort());
    expect(result.snapshot.gaps).toEqual([]);
    expect(result.rounds).toBe(3);
    expectNoCallTwice(result);
  });

  it.each([
    ['is linked to none', []],
    ['is linked without a peering', [HUB_NETWORK]],
  ])('is not read where it %s', async (_name, links) => {
    const estate = soundPrivate();
    const { names } = estate;
    estate.network(names.virtualNetwork, { peers: links.length > 0 ? [] : [HUB_NETWORK] });
    for (const network of links) estate.link(names.apiZone, network);
    const result = await scan(estate.world.snapshot());
    expect(askedOf(result, 'virtualNetworks')).toEqual([names.virtualNetwork]);
  });
});

describe('what lies below a workspace', () => {
  it('is listed in the first round: computes, datastores, batch endpoints', async () => {
    const { names, world } = documentedExample();
    const { snapshot } = await scan(world.snapshot());
    for (const list of ['computes', 'datastores', 'batchEndpoints']) {
      const key = `${names.workspace}/${list}`.toLowerCase();
      expect(snapshot.collections[key]).toEqual(world.snapshot().collections[key]);
    }
  });
});
