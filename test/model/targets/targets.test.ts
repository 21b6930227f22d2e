import { describe, expect, it } from 'vitest';
import type { Listing } from '../../../src/model/algebra/fact.js';
import { Model } from '../../../src/model/bodies/model.js';
import type { TargetType } from '../../../src/model/targets/target-type.js';
import { TARGETS } from '../../../src/model/targets/targets.js';
import { addDependencyEndpoints } from '../../world/dependency-endpoints.js';
import { Estate } from '../../world/estate.js';
import { hubAndProjects } from '../../world/hub-and-projects.js';
import { namesOf } from '../../world/names.js';
import { soundManaged } from '../../world/sound.js';
import { World } from '../../world/world.js';

const {
  apiZone,
  keyVault,
  notebooksZone,
  privateEndpoint,
  registry,
  storage,
  subscription,
  virtualNetwork,
  workspace,
} = namesOf('fraud');
const FORBIDDEN = '403 AuthorizationFailed';
const ZONES = `/subscriptions/${subscription}/providers/Microsoft.Network/privateDnsZones`;

type Change = (world: World) => unknown;

/** The names of the targets of a type, then the details of the gaps. */
function targetsIn(world: World, type: TargetType): readonly string[] {
  const { items, gaps }: Listing<{ readonly name: string }> = TARGETS[type].find(new Model(world.snapshot()));
  return [...items.map(({ name }) => name), ...gaps.map(({ detail }) => detail)];
}

function fraud(change: Change = () => undefined): World {
  const { world } = addDependencyEndpoints(new Estate('fraud').endpoint('fraud', 'Disabled'));
  change(world);
  return world;
}

/** Another workspace with the same registry, vault, account and network. */
const beside: Change = (world) => {
  const names = {
    ...namesOf('other', { guid: '6e1c0d2f-8a3b-4d4c-8e5f-7b8c9d0e1f2a' }),
    keyVault,
    registry,
    storage,
    virtualNetwork,
  };
  new Estate('other', {}, world, names).endpoint('churn', 'Disabled');
};

describe('the targets of a workspace', () => {
  const table: readonly [type: TargetType, names: readonly string[]][] = [
    ['workspace', ['mlw-fraud']],
    ['endpoint', ['fraud']],
    ['deployment', ['blue']],
    ['connection', ['pe-mlw-fraud']],
    ['registry', ['crfraud']],
    ['key-vault', ['kv-fraud']],
    ['storage-account', ['stfraud']],
    ['dependency', ['stfraud', 'kv-fraud', 'crfraud']],
    ['private-endpoint', ['pe-mlw-fraud']],
    ['subnet', ['snet-endpoints', 'snet-training']],
    ['virtual-network', ['vnet-fraud']],
    ['private-dns-zone', ['privatelink.api.azureml.ms', 'privatelink.notebooks.azure.net']],
    ['virtual-network-link', Array<string>(6).fill('link-vnet-fraud')],
    ['compute', ['cpu-build']],
    ['outbound-rule', []],
  ];
  it.each(table)('of type %s: %j', (type, names) => expect(targetsIn(fraud(), type)).toEqual(names));

  it.each([
    ['workspace', ['mlw-fraud', 'mlw-other']],
    ['endpoint', ['fraud', 'churn']],
    ['registry', ['crfraud']],
    ['dependency', ['stfraud', 'kv-fraud', 'crfraud']],
    ['private-endpoint', ['pe-mlw-fraud', 'pe-mlw-other']],
    ['subnet', ['snet-endpoints', 'snet-training']],
    ['virtual-network', ['vnet-fraud']],
    ['compute', ['cpu-build', 'cpu-build']],
  ] as const)('of type %s, beside another one that shares: %j', (type, names) => {
    expect(targetsIn(fraud(beside), type)).toEqual(names);
  });

  it.each([
    ['workspace', ['hub-one']],
    ['endpoint', ['red', 'green']],
    ['deployment', ['blue', 'blue']],
    ['connection', ['pe-mlw-one']],
    ['dependency', ['stone', 'kv-one', 'crone']],
    ['compute', ['cpu-build']],
  ] as const)('of type %s, of the projects of a hub: %j', (type, names) => {
    expect(targetsIn(hubAndProjects().world, type)).toEqual(names);
  });

  it('are the rules of its managed network', () => {
    expect(targetsIn(soundManaged().world, 'outbound-rule')).toEqual([
      '__SYS_PE_storage_blob',
      '__SYS_PE_storage_file',
      '__SYS_PE_keyvault',
      '__SYS_PE_registry',
      '__SYS_PE_workspace',
    ]);
  });

  const without: readonly [type: TargetType, change: Change, names: readonly string[]][] = [
    ['registry', (world) => world.unset(workspace, 'properties.containerRegistry'), []],
    ['dependency', (world) => world.unset(workspace, 'properties.keyVault'), ['stfraud', 'crfraud']],
    ['subnet', (world) => world.unset(workspace, 'properties.imageBuildCompute'), ['snet-endpoints']],
    [
      'subnet',
      (world) => world.set(`${workspace}/computes/cpu-build`, 'properties.properties.subnet', null),
      ['snet-endpoints'],
    ],
    // A registry that was not read is a target all the same.
    ['registry', (world) => world.gap('registry', registry), ['crfraud']],
    ['registry', (world) => world.gap('workspace', workspace), [FORBIDDEN]],
    ['workspace', (world) => world.gap('workspace', workspace), ['mlw-fraud']],
    ['compute', (world) => world.gap('workspace', workspace), ['cpu-build', FORBIDDEN]],
    ['outbound-rule', (world) => world.gap('workspace', workspace), [FORBIDDEN]],
    ['endpoint', (world) => world.gap('endpoints', `${workspace}/onlineEndpoints`), [FORBIDDEN]],
    ['deployment', (world) => world.gap('endpoints', `${workspace}/onlineEndpoints`), [FORBIDDEN]],
    [
      'subnet',
      (world) => world.gap('computes', `${workspace}/computes/cpu-build`),
      ['snet-endpoints', FORBIDDEN],
    ],
    [
      'subnet',
      (world) => world.unset(privateEndpoint, 'properties.subnet'),
      ['snet-training', 'properties.subnet.id is absent'],
    ],
    [
      'virtual-network',
      (world) => world.unset(privateEndpoint, 'properties.subnet'),
      ['vnet-fraud', 'properties.subnet.id is absent'],
    ],
  ];
  it.each(without)('of type %s, with a change: %#', (type, change, names) => {
    expect(targetsIn(fraud(change), type)).toEqual(names);
  });
});

describe('the private DNS zones that are targets', () => {
  const API = 'privatelink.api.azureml.ms';
  const NOTEBOOKS = 'privatelink.notebooks.azure.net';
  const noEndpoint: Change = (world) => {
    const { connection } = namesOf('fraud');
    world.set(workspace, 'properties.privateEndpointConnections', []).remove(connection);
    // The way out of the deployment is no way in.
    world.remove(privateEndpoint);
  };
  const listUnread: Change = (world) => world.gap('privateDnsZone', ZONES);
  const both =
    (...changes: readonly Change[]): Change =>
    (world) => {
      for (const change of changes) change(world);
    };
  const table: readonly [what: string, change: Change, zones: readonly string[]][] = [
    ['those that are read and those that zone groups name, each once', () => undefined, [API, NOTEBOOKS]],
    [
      'one that a zone group names and nobody read',
      (world) => world.remove(apiZone).remove(`${apiZone}/A`).remove(`${apiZone}/virtualNetworkLinks`),
      [NOTEBOOKS, API],
    ],
    [
      'one that nobody names and that is read',
      (world) => world.remove(`${privateEndpoint}/privateDnsZoneGroups/default`),
      [API, NOTEBOOKS],
    ],
    ['with a gap where zones were not listed', listUnread, [API, NOTEBOOKS, FORBIDDEN]],
    [
      'with a gap where zone groups were not read',
      (world) => world.gap('zoneGroups', `${privateEndpoint}/privateDnsZoneGroups`),
      [API, NOTEBOOKS, FORBIDDEN],
    ],
    ['without a gap where no private endpoint needs one', both(noEndpoint, listUnread), [API, NOTEBOOKS]],
    [
      'one that a zone group names where nobody looked, and none of another name',
      (world) =>
        world.set(`${privateEndpoint}/privateDnsZoneGroups/default`, 'properties.privateDnsZoneConfigs', [
          { properties: { privateDnsZoneId: apiZone.replace('rg-fraud', 'rg-hub') } },
          { properties: { privateDnsZoneId: apiZone.replace(API, 'contoso.example') } },
        ]),
      [API, API, NOTEBOOKS],
    ],
    [
      'with a gap where it is not known whether there is a private endpoint',
      both(noEndpoint, (world) => world.gap('workspace', workspace)),
      [API, NOTEBOOKS, FORBIDDEN],
    ],
    [
      'none of another name',
      (world) =>
        world.add('privateDnsZone', { id: notebooksZone.replace(NOTEBOOKS, 'contoso.example') }, ZONES),
      [API, NOTEBOOKS],
    ],
  ];
  it.each(table)('%s', (_, change, zones) => {
    const world = new Estate('fraud').world;
    change(world);
    expect(targetsIn(world, 'private-dns-zone').slice().sort()).toEqual(zones.slice().sort());
  });

  it('are none without a workspace, and nothing keeps them from being known', () => {
    const world = new World().gap('privateDnsZone', ZONES);
    world.add('privateDnsZone', { id: apiZone }, ZONES);
    expect(targetsIn(world, 'private-dns-zone')).toEqual([]);
    expect(targetsIn(world, 'virtual-network-link')).toEqual([]);
  });
});
