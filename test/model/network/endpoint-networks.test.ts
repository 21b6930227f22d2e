import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/model/algebra/fact.js';
import { Model } from '../../../src/model/bodies/model.js';
import {
  closedDependencies,
  reachesClosedDependencies,
  severalClients,
} from '../../../src/model/network/endpoint-networks.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import { addDependencyEndpoints } from '../../world/dependency-endpoints.js';
import { Estate } from '../../world/estate.js';
import { connectManagedNetwork } from '../../world/managed-network.js';
import { MICROSOFT_SUBSCRIPTION, namesOf } from '../../world/names.js';
import { soundManaged } from '../../world/sound.js';

const { connection, keyVault, privateEndpoint, registry, storage, virtualNetwork, workspace } =
  namesOf('fraud');
const FORBIDDEN = '403 AuthorizationFailed';
const HUB = virtualNetwork.replace('vnet-fraud', 'vnet-hub');
const SECOND = privateEndpoint.replace('pe-mlw-fraud', 'pe-second');
const THIRD = privateEndpoint.replace('pe-mlw-fraud', 'pe-third');
const HIDDEN = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe`;
const dependencyEndpoint = (name: string) =>
  virtualNetwork.replace('virtualNetworks/vnet-fraud', `privateEndpoints/pe-${name}`);
const VAULT = dependencyEndpoint('kv-fraud');

type Change = (estate: Estate) => unknown;

const textOf = <T>(fact: Fact<T>): T | string =>
  fact.known ? fact.value : fact.gaps.map(({ detail }) => detail).join('; ');

function workspaceIn(change: Change) {
  const estate = addDependencyEndpoints(new Estate('fraud'));
  change(estate);
  return workspaceAt(new Model(estate.world.snapshot()), workspace);
}

const CONNECTION_INDEX = 'properties.privateEndpointConnections';
/** Sets the state of the first connection in the body. */
const firstIs =
  (status: string): Change =>
  ({ world }) => {
    const body = world.body(connection);
    world.set(workspace, CONNECTION_INDEX, [
      {
        ...body,
        properties: {
          privateEndpoint: { id: privateEndpoint },
          privateLinkServiceConnectionState: { status },
        },
      },
    ]);
  };
const opened =
  (...ids: readonly string[]): Change =>
  ({ world }) => {
    for (const id of ids) world.set(id, 'properties.publicNetworkAccess', 'Enabled');
  };

describe('several clients of a workspace', () => {
  const several = (change: Change): readonly string[] | string => {
    const clients = severalClients(workspaceIn(change));
    return clients.known ? clients.value.map(({ name }) => name) : textOf(clients);
  };
  const second =
    (status = 'Approved'): Change =>
    (estate) =>
      estate.privateEndpoint(SECOND, { status });
  const hidden: Change = (estate) =>
    estate.connection({ name: 'hidden', privateEndpoint: HIDDEN, status: 'Approved', description: 'x' });
  const both =
    (...changes: readonly Change[]): Change =>
    (estate) => {
      for (const change of changes) change(estate);
    };
  const table: readonly [what: string, change: Change, clients: readonly string[] | string][] = [
    ['one', () => undefined, ['pe-mlw-fraud']],
    ['two', second(), ['pe-mlw-fraud', 'pe-second']],
    ['one that waits', second('Pending'), ['pe-mlw-fraud']],
    ['one that was rejected', second('Rejected'), ['pe-mlw-fraud']],
    [
      'one that leads elsewhere',
      both(second(), ({ world }) => world.set(SECOND, 'properties.privateLinkServiceConnections', [])),
      ['pe-mlw-fraud'],
    ],
    ['one that was not read', both(second(), ({ world }) => world.gap('privateEndpoint', SECOND)), FORBIDDEN],
    [
      'two beside one of the user that was not read',
      both(
        second(),
        (estate) => estate.privateEndpoint(THIRD),
        ({ world }) => world.gap('privateEndpoint', THIRD),
      ),
      ['pe-mlw-fraud', 'pe-second'],
    ],
    [
      'two beside one that was not read',
      both(second(), hidden, ({ world }) => world.gap('privateEndpoint', HIDDEN)),
      ['pe-mlw-fraud', 'pe-second', 'pe'],
    ],
    // Nobody can tell whose it is.
    [
      'one that nobody can read',
      both(hidden, ({ world }) => world.gap('privateEndpoint', HIDDEN)),
      ['pe-mlw-fraud', 'pe'],
    ],
    ['none', ({ world }) => world.set(workspace, CONNECTION_INDEX, []).remove(connection), []],
    ['those of a workspace that was not read', ({ world }) => world.gap('workspace', workspace), FORBIDDEN],
  ];
  it.each(table)('%s', (_, change, clients) => expect(several(change)).toEqual(clients));

  it('leaves out that of the managed network', () => {
    const estate = connectManagedNetwork(soundManaged());
    const clients = severalClients(workspaceAt(new Model(estate.world.snapshot()), estate.names.workspace));
    expect(clients.known && clients.value.map(({ name }) => name)).toEqual(['pe-mlw-managed']);
  });
});

describe('the dependencies that are closed to public networks', () => {
  const closed = (change: Change): readonly string[] | string => {
    const dependencies = closedDependencies(workspaceIn(change));
    return dependencies.known ? dependencies.value.map(({ name }) => name) : textOf(dependencies);
  };
  const table: readonly [what: string, change: Change, names: readonly string[] | string][] = [
    ['all', () => undefined, ['stfraud', 'kv-fraud', 'crfraud']],
    ['but an open one', opened(keyVault), ['stfraud', 'crfraud']],
    ['none', opened(storage, keyVault, registry), []],
    [
      'but one that is not there',
      ({ world }) => world.unset(workspace, 'properties.containerRegistry'),
      ['stfraud', 'kv-fraud'],
    ],
    ['open where one was not read', ({ world }) => world.gap('registry', registry), FORBIDDEN],
    ['open where the workspace was not read', ({ world }) => world.gap('workspace', workspace), FORBIDDEN],
  ];
  it.each(table)('%s', (_, change, names) => expect(closed(change)).toEqual(names));
});

describe('whether a private endpoint reaches the dependencies that are closed', () => {
  const moved =
    (id: string, peers: readonly string[] = []): Change =>
    (estate) => {
      estate.world.set(id, 'properties.subnet.id', `${HUB}/subnets/snet-endpoints`);
      estate.network(HUB, { prefixes: ['10.50.0.0/16'], peers: [...peers] });
    };
  const both =
    (...changes: readonly Change[]): Change =>
    (estate) => {
      for (const change of changes) change(estate);
    };
  const unread =
    (id: string): Change =>
    ({ world }) =>
      world.gap('privateEndpoint', id);
  const table: readonly [what: string, change: Change, reaches: boolean | string][] = [
    ['in its network', () => undefined, true],
    ['in a peered network', moved(VAULT, [virtualNetwork]), true],
    ['in another network', moved(VAULT), false],
    ['in another network, what is open', both(moved(VAULT), opened(keyVault)), true],
    ['from another network', moved(privateEndpoint), false],
    [
      'by a second private endpoint',
      both(moved(privateEndpoint), (estate) => estate.privateEndpoint(SECOND)),
      true,
    ],
    [
      'not by one that waits',
      both(moved(privateEndpoint), (estate) => estate.privateEndpoint(SECOND, { status: 'Pending' })),
      false,
    ],
    ['not where it was rejected', firstIs('Rejected'), false],
    ['nothing, where nothing is closed', both(moved(VAULT), opened(storage, keyVault, registry)), true],
    [
      'nothing, without a private endpoint',
      ({ world }) => world.set(workspace, CONNECTION_INDEX, []).remove(connection),
      false,
    ],
    [
      'nothing of a vault without a private endpoint',
      ({ world }) => world.remove(VAULT).set(keyVault, CONNECTION_INDEX, []),
      false,
    ],
    ['open where that of the vault was not read', unread(VAULT), FORBIDDEN],
    [
      'not what is elsewhere, though another was not read',
      both(moved(dependencyEndpoint('crfraud')), unread(VAULT)),
      false,
    ],
    ['open where its own was not read', unread(privateEndpoint), FORBIDDEN],
    [
      'by a second one, whatever was not read',
      both(unread(privateEndpoint), (estate) => estate.privateEndpoint(SECOND)),
      true,
    ],
    [
      'open where it is not known whether the vault is closed',
      both(moved(VAULT), ({ world }) => world.set(keyVault, 'properties.publicNetworkAccess', 'Odd')),
      'properties.publicNetworkAccess is Odd; isocheck knows Enabled or Disabled',
    ],
    [
      'a vault, whatever its access',
      ({ world }) => world.set(keyVault, 'properties.publicNetworkAccess', 'Odd'),
      true,
    ],
  ];
  it.each(table)('%s', (_, change, reaches) => {
    expect(textOf(reachesClosedDependencies(workspaceIn(change)))).toBe(reaches);
  });
});
