import { describe, expect, it } from 'vitest';
import { EGRESS_DESCRIPTION } from '../../../src/arm/egress-description.js';
import type { Fact } from '../../../src/model/algebra/fact.js';
import { Model } from '../../../src/model/bodies/model.js';
import { hasApprovedInbound } from '../../../src/model/connections/client-connections.js';
import type { Connection } from '../../../src/model/resources/connection.js';
import { type Workspace, workspaceAt, workspaceOf } from '../../../src/model/resources/workspace.js';
import type { GapReason } from '../../../src/snapshot/format.js';
import { Estate } from '../../world/estate.js';
import { HUB_SUBSCRIPTION, MICROSOFT_SUBSCRIPTION, namesOf } from '../../world/names.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';

const { workspace, privateEndpoint, connection, subscription } = namesOf('fraud');
const LIST = `/subscriptions/${subscription}/providers/Microsoft.Network/privateEndpoints`;

const endpointIn = (subscriptionId: string, name: string) =>
  `/subscriptions/${subscriptionId}/resourceGroups/rg-net/providers/Microsoft.Network/privateEndpoints/${name}`;
const far = endpointIn(MICROSOFT_SUBSCRIPTION, 'pe-far');
const near = endpointIn(subscription, 'pe-near');

function workspaceIn(estate: Estate): Workspace {
  return workspaceAt(new Model(estate.world.snapshot()), estate.names.workspace);
}

/** The connection of a world whose private endpoint has this id. */
function connectionTo(estate: Estate, id: string): Connection {
  const { items } = workspaceIn(estate).connections();
  const found = items.find((each) => each.privateEndpointId()?.toLowerCase() === id.toLowerCase());
  if (found === undefined) throw new Error(`no connection to ${id}`);
  return found;
}

/** The value of a fact, or the reasons of its gaps. */
function shown<T>(fact: Fact<T>): T | string {
  return fact.known ? fact.value : fact.gaps.map(({ reason, scope }) => `${reason} ${scope}`).join('; ');
}

/** A workspace without a private endpoint of its own, and one connection to one that can't be read. */
function unreadable(
  id: string,
  {
    reason = 'forbidden',
    status = 'Approved',
    description = 'Auto-Approved',
  }: {
    reason?: GapReason;
    status?: string;
    description?: string;
  } = {},
): Estate {
  const estate = new Estate('fraud', { privateEndpoint: false }).connection({
    name: 'other',
    privateEndpoint: id,
    status,
    description,
  });
  estate.world.gap('privateEndpoint', id, reason);
  return estate;
}

const attributionOf = (estate: Estate, id: string) => shown(connectionTo(estate, id).attribution());

describe('a connection is', () => {
  it('inbound when its private endpoint was read and leads to the workspace', () => {
    expect(attributionOf(soundPrivate(), privateEndpoint)).toBe('inbound');
  });

  it('inbound however its parts are spelled, and whoever asked for it', () => {
    const estate = soundPrivate();
    const parts = [
      { properties: { privateLinkServiceId: workspace.toUpperCase(), groupIds: ['AMLWORKSPACE'] } },
    ];
    estate.world
      .set(privateEndpoint, 'properties.privateLinkServiceConnections', [])
      .set(privateEndpoint, 'properties.manualPrivateLinkServiceConnections', parts);
    expect(attributionOf(estate, privateEndpoint)).toBe('inbound');
  });

  it.each([
    ['to another workspace', { privateLinkServiceId: `${workspace}2`, groupIds: ['amlworkspace'] }],
    ['by another sub-resource', { privateLinkServiceId: workspace, groupIds: ['blob'] }],
    ['to nothing', { groupIds: ['amlworkspace'] }],
  ])('elsewhere when its private endpoint was read and leads %s', (_, properties) => {
    const estate = soundPrivate();
    estate.world.set(privateEndpoint, 'properties.privateLinkServiceConnections', [{ properties }]);
    expect(attributionOf(estate, privateEndpoint)).toBe('elsewhere');
  });

  it('not known while where its private endpoint leads is not', () => {
    const estate = soundPrivate();
    estate.world.set(privateEndpoint, 'properties.privateLinkServiceConnections', 'many');
    expect(attributionOf(estate, privateEndpoint)).toBe(`unsupported ${privateEndpoint.toLowerCase()}`);
  });

  it.each<GapReason>(['forbidden', 'not-found'])(
    "unattributed when its private endpoint is %s in somebody else's subscription",
    (reason) => {
      expect(attributionOf(unreadable(far, { reason }), far)).toBe('unattributed');
    },
  );

  it.each<GapReason>(['throttled', 'timeout', 'error', 'unsupported'])(
    'not known when its private endpoint is %s, wherever it lies: asking again may tell',
    (reason) => {
      expect(attributionOf(unreadable(far, { reason }), far)).toBe(`${reason} ${far.toLowerCase()}`);
    },
  );

  it('not known when nobody asked for its private endpoint', () => {
    const estate = new Estate('fraud', { privateEndpoint: false }).connection({
      name: 'other',
      privateEndpoint: far,
      status: 'Approved',
    });
    expect(attributionOf(estate, far)).toBe(`not-collected ${far.toLowerCase()}`);
  });

  it("not known when its private endpoint is refused in the user's own subscription", () => {
    const estate = unreadable(near);
    estate.world.list('privateEndpoint', LIST, near);
    expect(attributionOf(estate, near)).toBe(`forbidden ${near.toLowerCase()}`);
  });

  it.each(['a body', 'a list', 'a gap'])("a subscription is the user's own by %s in it", (sign) => {
    const hub = endpointIn(HUB_SUBSCRIPTION, 'pe-hub');
    const estate = unreadable(hub);
    expect(attributionOf(estate, hub)).toBe('unattributed');
    const network = hub.replace('privateEndpoints/pe-hub', 'virtualNetworks/vnet-hub');
    if (sign === 'a body') estate.network(network);
    if (sign === 'a list') {
      estate.world.list('privateEndpoint', LIST.replace(subscription, HUB_SUBSCRIPTION), hub);
    }
    if (sign === 'a gap') estate.world.gap('virtualNetwork', network);
    expect(attributionOf(estate, hub)).toBe(`forbidden ${hub.toLowerCase()}`);
  });

  it('unattributed when its private endpoint is gone: not found, and not in the list of its subscription', () => {
    const estate = unreadable(near, { reason: 'not-found' });
    expect(attributionOf(estate, near)).toBe('unattributed');
    estate.world.incomplete('privateEndpoint', LIST);
    expect(attributionOf(estate, near)).toBe(`not-found ${near.toLowerCase()}`);
  });

  it("the managed network's by the name of its private endpoint, in any letter case", () => {
    for (const name of ['__SYS_PE_mlw-fraud_amlworkspace_7c', '__sys_pe_x']) {
      const id = endpointIn(MICROSOFT_SUBSCRIPTION, name);
      expect(attributionOf(unreadable(id, { reason: 'throttled' }), id)).toBe('managed');
    }
  });

  it('not known when it names no private endpoint', () => {
    const estate = soundPrivate();
    estate.world.set(workspace, 'properties.privateEndpointConnections', [
      { id: connection, properties: { privateLinkServiceConnectionState: { status: 'Approved' } } },
    ]);
    const [only] = workspaceIn(estate).connections().items;
    expect(only?.privateEndpointId()).toBeNull();
    expect(only && shown(only.attribution())).toBe(`unsupported ${connection.toLowerCase()}`);
  });
});

describe('an egress connection', () => {
  it('is told by its description alone, word for word', () => {
    const isEgress = (description: string) => connectionTo(unreadable(far, { description }), far).isEgress();
    expect(isEgress(EGRESS_DESCRIPTION)).toBe(true);
    expect(isEgress(EGRESS_DESCRIPTION.toLowerCase())).toBe(false);
    expect(isEgress(`${EGRESS_DESCRIPTION} `)).toBe(false);
    expect(isEgress('')).toBe(false);
  });

  it('is no way in, and in no list of those', () => {
    const { names } = soundPrivate();
    const inbound = workspaceIn(soundPrivate()).inboundConnections().items;
    expect(inbound.map(({ id }) => id)).toEqual([names.connection]);
    expect(shown(hasApprovedInbound(workspaceIn(unreadable(far, { description: EGRESS_DESCRIPTION }))))).toBe(
      false,
    );
  });

  it.each([
    ['Approved without a description, its private endpoint unreadable', 'Approved', '', true],
    ['Approved with a blank one', 'Approved', '  ', true],
    ['in a state nobody knows, without one', 'Unicorn', '', true],
    ['Pending without one', 'Pending', '', false],
    ['Approved with another one', 'Approved', 'Auto-Approved', false],
  ])('may be one that is %s', (_, status, description, expected) => {
    expect(connectionTo(unreadable(far, { status, description }), far).isMaybeEgress()).toBe(expected);
  });

  it('is none where the private endpoint can be read', () => {
    const estate = soundPrivate();
    estate.world.set(workspace, 'properties.privateEndpointConnections', [
      {
        id: connection,
        properties: {
          privateEndpoint: { id: privateEndpoint },
          privateLinkServiceConnectionState: { status: 'Approved' },
        },
      },
    ]);
    expect(connectionTo(estate, privateEndpoint).isMaybeEgress()).toBe(false);
  });
});

describe('a way in', () => {
  const isWayIn = (estate: Estate, id: string) => shown(connectionTo(estate, id).isWayIn());

  it.each([
    ['Approved', true],
    ['approved', true],
    ['Pending', false],
    ['Rejected', false],
    ['Disconnected', false],
    ['Timeout', false],
  ])('by an inbound connection that is %s: %s', (status, expected) => {
    const estate = new Estate('fraud', { privateEndpoint: false }).privateEndpoint(privateEndpoint, {
      status,
    });
    expect(isWayIn(estate, privateEndpoint)).toBe(expected);
  });

  it('stays open for an inbound connection in a state nobody knows', () => {
    const estate = new Estate('fraud', { privateEndpoint: false }).privateEndpoint(privateEndpoint, {
      status: 'Unicorn',
    });
    expect(isWayIn(estate, privateEndpoint)).toMatch(/^unsupported .*\/privateendpointconnections\//);
  });

  it('stays open for an Approved unattributed connection, and is none for any other', () => {
    expect(isWayIn(unreadable(far), far)).toBe(`forbidden ${far.toLowerCase()}`);
    expect(isWayIn(unreadable(far, { status: 'Rejected' }), far)).toBe(false);
  });

  it("is none by the managed network's own private endpoint, nor by one that leads elsewhere", () => {
    const managed = endpointIn(MICROSOFT_SUBSCRIPTION, '__SYS_PE_1');
    expect(isWayIn(unreadable(managed), managed)).toBe(false);
    const estate = soundPrivate();
    estate.world.set(privateEndpoint, 'properties.privateLinkServiceConnections', []);
    expect(isWayIn(estate, privateEndpoint)).toBe(false);
  });
});

describe('an Active private endpoint rule of the managed network to the workspace', () => {
  const second = endpointIn(MICROSOFT_SUBSCRIPTION, 'pe-second');
  const named = endpointIn(MICROSOFT_SUBSCRIPTION, '__SYS_PE_mlw');

  /** A managed network without a client's private endpoint, and unreadable ones connected to the workspace. */
  function managed(...ids: string[]): Estate {
    const estate = new Estate('managed', {
      privateEndpoint: false,
      isolationMode: 'AllowOnlyApprovedOutbound',
    });
    for (const [position, id] of ids.entries()) {
      estate
        .connection({ name: `c${position}`, privateEndpoint: id, status: 'Approved' })
        .world.gap('privateEndpoint', id);
    }
    return estate;
  }

  const way = (estate: Estate) => shown(hasApprovedInbound(workspaceIn(estate)));
  const rule = `${namesOf('managed').workspace}/outboundRules/__SYS_PE_workspace`;

  it('explains one unattributed connection, which is then no way in', () => {
    expect(way(managed(far))).toBe(false);
  });

  it('explains no second one', () => {
    expect(way(managed(far, second))).toBe(`forbidden ${second.toLowerCase()}`);
  });

  it('explains none beside the one that its name gives away', () => {
    expect(way(managed(named))).toBe(false);
    expect(way(managed(named, far))).toBe(`forbidden ${far.toLowerCase()}`);
    expect(way(managed(far, named))).toBe(`forbidden ${far.toLowerCase()}`);
  });

  it.each([
    ['it is not Active', 'properties.status', 'Inactive'],
    ['it leads elsewhere', 'properties.destination.serviceResourceId', workspace],
    ['it is no private endpoint rule', 'properties.type', 'FQDN'],
  ])('explains none while %s', (_, path, value) => {
    const estate = managed(far);
    estate.world.set(rule, path, value);
    expect(way(estate)).toBe(`forbidden ${far.toLowerCase()}`);
  });

  it('explains none while the rules were not read', () => {
    const estate = managed(far);
    estate.world.gap('outboundRules', `${estate.names.workspace}/outboundRules`);
    expect(way(estate)).toBe(`forbidden ${far.toLowerCase()}`);
  });

  it("does not stand in the way of a client's private endpoint", () => {
    const estate = soundManaged().connection({ name: 'sys', privateEndpoint: far, status: 'Approved' });
    estate.world.gap('privateEndpoint', far);
    expect(way(estate)).toBe(true);
  });
});

describe('connections of a workspace', () => {
  it('lead into it', () => {
    const estate = soundPrivate();
    const model = new Model(estate.world.snapshot());
    const [first] = workspaceAt(model, workspace).connections().items;
    expect(first && workspaceOf(first)).toBe(workspaceAt(model, workspace));
  });

  it('are each there once, though body and list both tell of them', () => {
    const ids = workspaceIn(soundPrivate())
      .connections()
      .items.map(({ id }) => id.toLowerCase());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(connection.toLowerCase());
  });

  it('need neither name nor type nor id', () => {
    const estate = soundPrivate();
    estate.world
      .set(workspace, 'properties.privateEndpointConnections', [
        { properties: { privateEndpoint: { id: privateEndpoint } } },
      ])
      .remove(`${workspace}/privateEndpointConnections`);
    const only = connectionTo(estate, privateEndpoint);
    expect(only.id).toBe(`${workspace}/privateEndpointConnections/0`);
    expect(shown(only.attribution())).toBe('inbound');
    expect(shown(only.status())).toBe(`unsupported ${only.id.toLowerCase()}`);
  });
});
