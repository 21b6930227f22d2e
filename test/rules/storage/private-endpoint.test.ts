import { at } from '../../../src/arm/property.js';
import { parentOf } from '../../../src/arm/resource-id.js';
import { isJsonObject } from '../../../src/json.js';
import rule from '../../../src/rules/storage/private-endpoint.js';
import { connectionBody } from '../../world/bodies/dependencies.js';
import { Estate } from '../../world/estate.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import type { World } from '../../world/world.js';
import {
  APPROVAL,
  approving,
  CREATION,
  clientConnection,
  creating,
  unconnected,
  unreadable,
  withConnections,
} from '../client-endpoint-worlds.js';
import { testRule } from '../test-rule.js';

const { names } = soundPrivate();
const { storage, virtualNetwork, workspace } = names;
const access = 'properties.publicNetworkAccess';
const STORAGE = 'Microsoft.Storage/storageAccounts/read';
const zone = (group: string) =>
  `${parentOf(virtualNetwork)}/privateDnsZones/privatelink.${group}.core.windows.net`;
const endpoint = (group: string) => `${parentOf(virtualNetwork)}/privateEndpoints/pe-stfraud-${group}`;

const failed = (severity: 'error' | 'warning', ...groups: readonly string[]) => ({
  severity,
  message: `${access} is Disabled, and no Approved private endpoint of its clients leads to ${groups.join(' and ')} of the storage account.`,
  evidence: groups.map((group) => ({
    resourceId: storage,
    path: 'properties.privateEndpointConnections',
    actual: `no Approved one of a client's private endpoint to ${group}`,
    expected: 'one Approved',
  })),
});
const created = (...groups: readonly (readonly [group: string, zone: string, name?: string])[]) => ({
  summary: CREATION,
  commands: groups.flatMap(([group, zoneId, name = group]) =>
    creating(`pe-stfraud-${name}`, storage, group, zoneId, names),
  ),
});

/** The estate with private endpoints to its services, of which those of the account lead to these sub-resources. */
const leadingTo = (blob: string, file: string) => (): Estate => {
  const estate = soundPrivate();
  for (const [of, group] of [
    ['blob', blob],
    ['file', file],
  ] as const) {
    estate.world.set(endpoint(of), 'properties.privateLinkServiceConnections', [
      { name: of, properties: { privateLinkServiceId: storage.toUpperCase(), groupIds: [group] } },
    ]);
  }
  return estate;
};

/** The connection of the private endpoint to a sub-resource is in a state of tomorrow. */
const inState = (of: 'blob' | 'file', world: () => Estate) => (): Estate => {
  const estate = world();
  const list = at(estate.world.body(storage), 'properties.privateEndpointConnections');
  const connections = (Array.isArray(list) ? list.filter(isJsonObject) : []).map((each) =>
    at(each, 'properties.privateEndpoint.id') === endpoint(of)
      ? connectionBody(clientConnection(storage, of === 'blob' ? 0 : 1), {
          privateEndpoint: endpoint(of),
          status: 'Blessed',
          description: 'Auto-Approved',
        })
      : each,
  );
  estate.world.set(storage, 'properties.privateEndpointConnections', connections);
  return estate;
};

/** A workspace without connections of its clients shares the account with one that has a managed network. */
const besideManaged =
  (change: (world: World, other: string) => void = () => undefined) =>
  () => {
    const estate = unconnected();
    const { world } = estate;
    const other = new Estate('other', {}, world).names.workspace;
    world
      .set(other, 'properties.storageAccount', storage.toUpperCase())
      .set(other, 'properties.managedNetwork', { isolationMode: 'AllowInternetOutbound' });
    change(world, other);
    return estate;
  };

testRule(rule, {
  fail: [
    {
      name: 'a managed network of another workspace comes to it, and no client of this one',
      world: besideManaged(),
      target: 'stfraud',
      ...failed('error', 'blob', 'file'),
      ...created(
        ['blob', 'privatelink.blob.core.windows.net'],
        ['file', 'privatelink.file.core.windows.net'],
      ),
    },
    {
      name: 'there are egress connections alone',
      world: unconnected,
      ...failed('error', 'blob', 'file'),
      ...created(
        ['blob', 'privatelink.blob.core.windows.net'],
        ['file', 'privatelink.file.core.windows.net'],
      ),
    },
    {
      name: 'none leads to file',
      world: leadingTo('Blob', 'queue'),
      ...failed('warning', 'file'),
      ...created(['file', zone('file'), 'file-2']),
    },
    {
      name: 'none leads to blob',
      world: leadingTo('dfs', 'FILE'),
      ...failed('error', 'blob'),
      ...created(['blob', zone('blob'), 'blob-2']),
    },
    {
      name: 'the state of the one to blob is one of tomorrow, and none leads to file: the highest severity',
      world: inState('blob', leadingTo('blob', 'queue')),
      ...failed('error', 'file'),
      ...created(['file', zone('file'), 'file-2']),
    },
    {
      name: 'the state of the one to file is one of tomorrow, and none leads to blob',
      world: inState('file', leadingTo('dfs', 'file')),
      ...failed('error', 'blob'),
      ...created(['blob', zone('blob'), 'blob-2']),
    },
    {
      name: 'both wait',
      world: withConnections('storage', { status: 'Pending', description: 'Let me in' }),
      ...failed('error', 'blob', 'file'),
      summary: APPROVAL,
      commands: [
        approving(clientConnection(storage, 0), names),
        approving(clientConnection(storage, 1), names),
      ],
    },
  ],
  pass: [
    {
      name: 'two Approved ones lead to blob and to file',
      world: leadingTo('blob', 'file'),
      message: 'Approved private endpoints of its clients lead to blob and file of the storage account.',
    },
  ],
  unknown: [
    {
      name: 'the state of the one to blob is one of tomorrow, and one leads to file',
      world: inState('blob', leadingTo('blob', 'file')),
      message: `${clientConnection(storage, 0).split('/').at(-1)}: properties.privateLinkServiceConnectionState.status is Blessed; isocheck knows Approved or Pending or Rejected or Disconnected or Timeout.`,
      operations: [STORAGE],
    },
    {
      name: 'whether one of the workspaces that use it has a managed network was not read',
      world: besideManaged((world, other) => {
        world
          .set(workspace, 'properties.managedNetwork', { isolationMode: 'AllowInternetOutbound' })
          .set(other, 'properties.managedNetwork', { isolationMode: 'Tomorrow' });
      }),
      target: 'stfraud',
      message:
        'mlw-other: properties.managedNetwork.isolationMode is Tomorrow; isocheck knows Disabled or AllowInternetOutbound or AllowOnlyApprovedOutbound.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'the only one may be of egress, its description erased',
      world: unreadable('storage', ''),
      message:
        'pe-one was not read (forbidden, Microsoft.Network/privateEndpoints/read): 403 AuthorizationFailed. And 1 more fact was not read.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
    {
      name: 'the private endpoint to file was refused',
      world: () => {
        const estate = leadingTo('blob', 'file')();
        estate.world.gap('privateEndpoint', endpoint('file'));
        return estate;
      },
      message:
        'pe-stfraud-file was not read (forbidden, Microsoft.Network/privateEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
    {
      name: 'the account was refused',
      world: withConnections('storage', null, ({ world }) => world.gap('storageAccount', storage)),
      message: `stfraud was not read (forbidden, ${STORAGE}): 403 AuthorizationFailed.`,
      operations: [STORAGE],
    },
  ],
  notApplicable: [
    {
      name: 'it is open',
      world: soundPublic,
      message: 'The storage account is not closed to public networks.',
    },
    {
      name: 'a managed network comes to it',
      world: () => soundManaged(),
      message: 'Every workspace that uses it has a managed network, which has private endpoints of its own.',
    },
  ],
});
