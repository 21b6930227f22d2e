import { describe, expect, it } from 'vitest';
import { EGRESS_DESCRIPTION } from '../../../src/arm/egress-description.js';
import { Model } from '../../../src/model/bodies/model.js';
import { approvedEndpoints } from '../../../src/model/connections/approved-endpoints.js';
import { reachesEndpointOf } from '../../../src/model/network/reachable-endpoint.js';
import { storageAccountAt } from '../../../src/model/resources/storage-account.js';
import { virtualNetworkAt } from '../../../src/model/resources/virtual-network.js';
import { connectionBody } from '../../world/bodies/dependencies.js';
import { addDependencyEndpoints } from '../../world/dependency-endpoints.js';
import { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION, namesOf } from '../../world/names.js';
import type { World } from '../../world/world.js';

const { storage, subscription, virtualNetwork } = namesOf('fraud');
const BLOB = virtualNetwork.replace('virtualNetworks/vnet-fraud', 'privateEndpoints/pe-stfraud-blob');
const FILE = BLOB.replace('-blob', '-file');
const CONNECTIONS = 'properties.privateEndpointConnections';
const LIST = `/subscriptions/${subscription}/providers/Microsoft.Network/privateEndpoints`;
const HIDDEN = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe`;
const FORBIDDEN = '403 AuthorizationFailed';

type Change = (world: World) => unknown;

const connection = (privateEndpoint: string, status = 'Approved', description = 'x') =>
  connectionBody(`${storage}/privateEndpointConnections/${privateEndpoint.slice(-4)}`, {
    privateEndpoint,
    status,
    description,
  });

/** The account with these connections, and private endpoints to its blob and file services. */
function modelWith(connections: readonly ReturnType<typeof connection>[], change: Change = () => undefined) {
  const { world } = addDependencyEndpoints(new Estate('fraud'));
  world.set(storage, CONNECTIONS, [...connections]);
  change(world);
  return new Model(world.snapshot());
}

/** The names of the private endpoints, then the details of the gaps. */
function approvedIn(...args: Parameters<typeof modelWith>): readonly string[] {
  const { items, gaps } = approvedEndpoints(storageAccountAt(modelWith(...args), storage));
  return [...items.map(({ name }) => name), ...new Set(gaps.map(({ detail }) => detail))];
}

describe('the private endpoints that a service has approved', () => {
  const blob = connection(BLOB);
  const file = connection(FILE);
  const unread =
    (id: string): Change =>
    (world) =>
      world.gap('privateEndpoint', id);
  const table: readonly [what: string, args: Parameters<typeof modelWith>, expected: readonly string[]][] = [
    ['none', [[]], []],
    ['those of its connections', [[blob, file]], ['pe-stfraud-blob', 'pe-stfraud-file']],
    [
      'but those that wait or were rejected',
      [[connection(BLOB, 'Pending'), connection(FILE, 'Rejected')]],
      [],
    ],
    ['each once', [[blob, blob]], ['pe-stfraud-blob']],
    // One that was deleted and made again under its name has left a connection behind.
    ['one that was disconnected before', [[connection(BLOB, 'Disconnected'), blob]], ['pe-stfraud-blob']],
    [
      'one that was disconnected before it waited',
      [[connection(BLOB, 'Disconnected'), connection(BLOB, 'Pending')]],
      [],
    ],
    [
      'but those of deployments',
      [[blob, connection(FILE, 'Approved', EGRESS_DESCRIPTION)]],
      ['pe-stfraud-blob'],
    ],
    [
      'but one whose state is not told',
      [[blob, connection(FILE, 'Odd')]],
      [
        'pe-stfraud-blob',
        'properties.privateLinkServiceConnectionState.status is Odd; isocheck knows Approved or Pending or Rejected or Disconnected or Timeout',
      ],
    ],
    // What a private endpoint says of itself is no approval: the service has no connection of it.
    ['none of those that were listed beside one that was not read', [[connection(HIDDEN)]], []],
    [
      'none of those that were listed, be they waiting or without a connection',
      [[connection(HIDDEN), connection(FILE, 'Pending')]],
      [],
    ],
    ['open where one was not read', [[blob, file], unread(FILE)], ['pe-stfraud-blob', FORBIDDEN]],
    [
      'not open where none was listed and none is needed',
      [[blob, file], (world) => world.gap('privateEndpoint', LIST)],
      ['pe-stfraud-blob', 'pe-stfraud-file'],
    ],
    [
      'open where none was listed',
      [[connection(HIDDEN)], (world) => world.gap('privateEndpoint', LIST)],
      [FORBIDDEN],
    ],
    [
      'open where the service was not read',
      [[], (world) => world.gap('storageAccount', storage)],
      [FORBIDDEN],
    ],
  ];
  it.each(table)('%s', (_, args, expected) => expect(approvedIn(...args)).toEqual(expected));
});

describe('whether a network reaches a private endpoint of a service', () => {
  const HUB = virtualNetwork.replace('vnet-fraud', 'vnet-hub');
  const reaches = (change: Change) => {
    const model = modelWith([], change);
    const fact = reachesEndpointOf(virtualNetworkAt(model, virtualNetwork), storage);
    return fact.known ? fact.value : fact.gaps.map(({ detail }) => detail).join('; ');
  };
  const moved =
    (peers: readonly string[]): Change =>
    (world) => {
      for (const id of [BLOB, FILE]) world.set(id, 'properties.subnet.id', `${HUB}/subnets/one`);
      world.set(
        virtualNetwork,
        'properties.virtualNetworkPeerings',
        peers.map((id) => ({ properties: { peeringState: 'Connected', remoteVirtualNetwork: { id } } })),
      );
    };
  const both =
    (...changes: readonly Change[]): Change =>
    (world) => {
      for (const change of changes) change(world);
    };
  const gone: Change = (world) => world.remove(BLOB).remove(FILE);
  const table: readonly [what: string, change: Change, expected: boolean | string][] = [
    ['in it', () => undefined, true],
    ['in a peered one', moved([HUB]), true],
    ['not in another one', moved([]), false],
    ['not where there is none', gone, false],
    ['open where none was listed', both(gone, (world) => world.gap('privateEndpoint', LIST)), FORBIDDEN],
    [
      'one that is known, whatever was not listed',
      (world) => world.incomplete('privateEndpoint', LIST),
      true,
    ],
    [
      'open where a subnet is not told',
      both(moved([]), (world) => world.unset(FILE, 'properties.subnet')),
      'properties.subnet.id is absent',
    ],
  ];
  it.each(table)('%s', (_, change, expected) => expect(reaches(change)).toBe(expected));
});
