import { describe, expect, it } from 'vitest';
import { EGRESS_DESCRIPTION } from '../../../src/arm/egress-description.js';
import type { Fact } from '../../../src/model/algebra/fact.js';
import { Model } from '../../../src/model/bodies/model.js';
import {
  hasClientEndpoint,
  hasLivingConnection,
  hasManagedUser,
  hasPrivateOutboundUser,
  privateEndpointNeed,
  waitingConnections,
} from '../../../src/model/reach/dependency-access.js';
import { storageAccountAt } from '../../../src/model/resources/storage-account.js';
import { connectionBody } from '../../world/bodies/dependencies.js';
import { addDependencyEndpoints } from '../../world/dependency-endpoints.js';
import { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION, namesOf } from '../../world/names.js';
import type { World } from '../../world/world.js';

const { storage, virtualNetwork } = namesOf('fraud');
const FORBIDDEN = '403 AuthorizationFailed';
const BLOB = virtualNetwork.replace('virtualNetworks/vnet-fraud', 'privateEndpoints/pe-stfraud-blob');
const FILE = BLOB.replace('-blob', '-file');
const HIDDEN = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe`;

const textOf = <T>(fact: Fact<T>): T | string =>
  fact.known ? fact.value : fact.gaps.map(({ detail }) => detail).join('; ');
const accountIn = (world: World) => storageAccountAt(new Model(world.snapshot()), storage);

type Mode = 'Disabled' | 'AllowInternetOutbound' | 'AllowOnlyApprovedOutbound';

/** The storage account of two workspaces with these modes; one of them has a deployment. */
function shared(
  [first, second]: readonly [Mode, Mode],
  change: (world: World) => unknown = () => undefined,
  egress: 'Enabled' | 'Disabled' = 'Enabled',
) {
  const { world } = new Estate('fraud', { isolationMode: first }).endpoint('fraud', 'Disabled', {
    blue: egress,
  });
  const guid = '6e1c0d2f-8a3b-4d4c-8e5f-7b8c9d0e1f2a';
  new Estate('other', { isolationMode: second }, world, { ...namesOf('other', { guid }), storage });
  change(world);
  return accountIn(world);
}

const OTHER = namesOf('other').workspace;
const unreadOther = (world: World) => world.gap('workspace', OTHER);
const open = (world: World) => world.set(storage, 'properties.publicNetworkAccess', 'Enabled');
const openUnread = (world: World) => world.set(storage, 'properties.publicNetworkAccess', 'Odd');
const ODD = 'properties.publicNetworkAccess is Odd; isocheck knows Enabled or Disabled';

describe('the workspaces that use a dependency', () => {
  const both: readonly [Mode, Mode] = ['Disabled', 'Disabled'];
  const internet: readonly [Mode, Mode] = ['Disabled', 'AllowInternetOutbound'];
  const approved: readonly [Mode, Mode] = ['Disabled', 'AllowOnlyApprovedOutbound'];
  const managed: readonly [Mode, Mode] = ['AllowInternetOutbound', 'AllowOnlyApprovedOutbound'];

  it.each([
    ['have no managed network', shared(both), false, false],
    ['have one that lets the internet out', shared(internet), true, false],
    ['have one that lets out what is approved', shared(approved), true, true],
    ['send a deployment out privately', shared(both, () => undefined, 'Disabled'), false, true],
    ['were not all read', shared(both, unreadOther), FORBIDDEN, FORBIDDEN],
    [
      'were not all read, but one is known',
      shared(['AllowOnlyApprovedOutbound', 'Disabled'], unreadOther),
      true,
      true,
    ],
    [
      'do not tell whether a deployment goes out privately',
      shared(both, (world) => world.gap('endpoints', `${namesOf('fraud').workspace}/onlineEndpoints`)),
      false,
      FORBIDDEN,
    ],
  ] as const)('%s', (_, account, isManaged, isPrivate) => {
    expect(textOf(hasManagedUser(account))).toBe(isManaged);
    expect(textOf(hasPrivateOutboundUser(account))).toBe(isPrivate);
  });

  it.each([
    ['none has a managed network', shared(both), 'needed'],
    ['one has a managed network', shared(approved), 'needed'],
    ['each has a managed network', shared(managed), 'managed'],
    ['it is open', shared(both, open), 'open'],
    ['it is open to those with a managed network', shared(managed, open), 'managed'],
    ['its access is odd', shared(both, openUnread), ODD],
    ['its access is odd, and each has a managed network', shared(managed, openUnread), 'managed'],
    ['one was not read', shared(managed, unreadOther), FORBIDDEN],
    ['one was not read, and another has none', shared(both, unreadOther), 'needed'],
    [
      'one was not read, and it is open',
      shared(managed, (world) => {
        open(world);
        unreadOther(world);
      }),
      'open',
    ],
  ] as const)('need a private endpoint of their own or not: %s', (_, account, need) => {
    expect(textOf(privateEndpointNeed(account))).toBe(need);
  });
});

interface Options {
  readonly status?: string;
  readonly description?: string;
  readonly privateEndpoint?: string;
}

/** The account with these connections, and private endpoints to its blob and file services in the network. */
function connected(connections: readonly Options[], change: (world: World) => unknown = () => undefined) {
  const { world } = addDependencyEndpoints(new Estate('fraud'));
  world.set(
    storage,
    'properties.privateEndpointConnections',
    connections.map((options, position) =>
      connectionBody(`${storage}/privateEndpointConnections/c${position}`, {
        privateEndpoint: BLOB,
        status: 'Approved',
        ...options,
      }),
    ),
  );
  change(world);
  return accountIn(world);
}

describe('the private endpoints of clients', () => {
  const oddStatus =
    'properties.privateLinkServiceConnectionState.status is Odd; isocheck knows Approved or Pending or Rejected or Disconnected or Timeout';
  const unreadBlob = (world: World) => world.gap('privateEndpoint', BLOB);
  const noGroup = (world: World) => world.set(BLOB, 'properties.privateLinkServiceConnections', 'odd');
  const ODD_LINKS = 'properties.privateLinkServiceConnections is odd; isocheck knows an array';
  const table: readonly [
    what: string,
    account: ReturnType<typeof connected>,
    toBlob: boolean | string,
    toAny: boolean | string,
  ][] = [
    ['none', connected([]), false, false],
    ['one', connected([{}]), true, true],
    ['one that waits', connected([{ status: 'Pending' }]), false, false],
    ['one that was rejected', connected([{ status: 'Rejected' }]), false, false],
    ['one to another part', connected([{ privateEndpoint: FILE }]), false, true],
    ['one among others', connected([{ status: 'Pending' }, { privateEndpoint: FILE }, {}]), true, true],
    ['one whose state is odd', connected([{ status: 'Odd' }]), oddStatus, oddStatus],
    [
      'one to another part whose state is odd',
      connected([{ status: 'Odd', privateEndpoint: FILE }]),
      false,
      oddStatus,
    ],
    ['that of a deployment', connected([{ description: EGRESS_DESCRIPTION }]), false, false],
    [
      'one that nobody can read',
      connected([{ privateEndpoint: HIDDEN }]),
      'the snapshot does not hold it',
      'the snapshot does not hold it',
    ],
    ['one that was not read', connected([{}], unreadBlob), FORBIDDEN, FORBIDDEN],
    [
      'one that was not read and one that leads there',
      connected([{ privateEndpoint: HIDDEN }, {}]),
      true,
      true,
    ],
    ['one that was not read and was rejected', connected([{ status: 'Rejected' }], unreadBlob), false, false],
    ['one that does not tell where it leads', connected([{}], noGroup), ODD_LINKS, true],
    [
      'those of an account that was not read',
      connected([{}], (world) => world.gap('storageAccount', storage)),
      FORBIDDEN,
      FORBIDDEN,
    ],
  ];
  it.each(table)('%s', (_, account, toBlob, toAny) => {
    expect(textOf(hasClientEndpoint(account, 'blob'))).toBe(toBlob);
    expect(textOf(hasClientEndpoint(account, null))).toBe(toAny);
  });

  it.each([
    [[], false],
    [[{}], true],
    [[{ status: 'Pending' }], true],
    [[{ status: 'Rejected' }, { status: 'Disconnected' }, { status: 'Timeout' }], false],
    [[{ description: EGRESS_DESCRIPTION, privateEndpoint: HIDDEN }], true],
    [[{ status: 'Odd' }], oddStatus],
    [[{ status: 'Odd' }, {}], true],
  ] as const)('live, of %j: %s', (connections, lives) => {
    expect(textOf(hasLivingConnection(connected(connections)))).toBe(lives);
  });

  const pending = { status: 'Pending' };
  const waiting: readonly [
    what: string,
    account: ReturnType<typeof connected>,
    toBlob: readonly string[],
    toAny: readonly string[],
  ][] = [
    ['none', connected([{}, { status: 'Rejected' }, { status: 'Odd' }]), [], []],
    ['one', connected([{}, pending]), ['c1'], ['c1']],
    ['one to another part', connected([{ ...pending, privateEndpoint: FILE }]), [], ['c0']],
    ['each', connected([pending, pending]), ['c0', 'c1'], ['c0', 'c1']],
    ['one that nobody can read', connected([{ ...pending, privateEndpoint: HIDDEN }]), ['c0'], ['c0']],
    ['that of a deployment', connected([{ ...pending, description: EGRESS_DESCRIPTION }]), [], []],
  ];
  it.each(waiting)('wait: %s', (_, account, toBlob, toAny) => {
    const namesFor = (groupId: string | null) =>
      waitingConnections(account, groupId).map(({ id }) => id.replace(/.*\//, ''));
    expect(namesFor('blob')).toEqual(toBlob);
    expect(namesFor(null)).toEqual(toAny);
  });
});
