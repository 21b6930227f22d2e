import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Json } from '../../../src/json.js';
import { Model } from '../../../src/model/bodies/model.js';
import { connectionCreatedAt, workspaceCreatedAt } from '../../../src/model/connections/creation-time.js';
import type { Connection } from '../../../src/model/resources/connection.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import { soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';

const { names } = soundPrivate();
const { workspace, subscription, group, privateEndpoint } = names;

/** The one connection of the sound estate, whose times of all kinds are taken away before the change. */
function connectionAfter(change: (world: World) => unknown): Connection {
  const { world } = soundPrivate();
  world
    .unset(workspace, 'systemData')
    .unset(workspace, 'properties.creationTime')
    .summarize(`/subscriptions/${subscription}/resourceGroups/${group}/resources`, { id: privateEndpoint });
  change(world);
  const [connection] = workspaceAt(new Model(world.snapshot()), workspace)
    .connections()
    .items.filter((each) => !each.isEgress());
  if (connection === undefined) throw new Error('the estate has no connection');
  return connection;
}

const PLACES = {
  'the connection': {
    set: (time: Json) => (world: World) => {
      const connections = workspaceAt(new Model(world.snapshot()), workspace).connections().items;
      world.set(
        workspace,
        'properties.privateEndpointConnections',
        connections.map(({ id }) => ({
          id,
          properties: {
            privateEndpoint: { id: privateEndpoint },
            privateLinkServiceConnectionState: { status: 'Approved', description: 'Auto-Approved' },
          },
          systemData: { createdAt: time },
        })),
      );
    },
    read: connectionCreatedAt,
    path: 'systemData.createdAt',
  },
  'the list of resources': {
    set: (time: Json) => (world: World) =>
      world.summarize(`/subscriptions/${subscription}/resourceGroups/${group}/resources`, {
        id: privateEndpoint,
        createdTime: time,
      }),
    read: connectionCreatedAt,
    path: 'createdTime',
  },
  'the workspace': {
    set: (time: Json) => (world: World) => world.set(workspace, 'systemData.createdAt', time),
    read: workspaceCreatedAt,
    path: 'systemData.createdAt',
  },
} as const;

const MIDNIGHT = Date.UTC(2023, 4, 24);
const TIMES: readonly (readonly [text: string, milliseconds: number])[] = [
  ['2023-05-24T00:00:00', MIDNIGHT],
  ['2023-05-24T00:00:00Z', MIDNIGHT],
  ['2023-05-24t00:00:00z', MIDNIGHT],
  [' 2023-05-24T00:00:00 ', MIDNIGHT],
  ['2023-05-24T00:00:00.1234567', MIDNIGHT + 123],
  ['2023-05-24T00:00:00.1234567Z', MIDNIGHT + 123],
  ['2023-05-24T00:00:00.9999999', MIDNIGHT + 999],
  ['2023-05-24T00:00:00.5', MIDNIGHT + 500],
  ['2023-05-24T09:00:00+09:00', MIDNIGHT],
  ['2023-05-23T17:00:00.0000000-07:00', MIDNIGHT],
  // The hours in which a clock in Los Angeles is put forward, which do not exist there.
  ['2023-03-12T02:30:00', Date.UTC(2023, 2, 12, 2, 30)],
];

/** Minutes by which a zone is behind UTC on the day of the times. */
const ZONES = [
  ['UTC', 0],
  ['Asia/Tokyo', -540],
  ['America/Los_Angeles', 420],
] as const;

describe.each(ZONES)('on a machine in %s', (zone, offset) => {
  beforeAll(() => void vi.stubEnv('TZ', zone));
  afterAll(() => void vi.unstubAllEnvs());

  it('the zone is that of the test', () => {
    expect(new Date('2023-05-24T00:00:00').getTimezoneOffset()).toBe(offset);
  });

  describe.each(Object.entries(PLACES))('%s', (_place, { set, read, path }) => {
    it.each(TIMES)('tells %j', (text, milliseconds) => {
      expect(read(connectionAfter(set(text)))).toMatchObject({
        known: true,
        value: { text, milliseconds, path },
      });
    });
  });
});

describe.each(Object.entries(PLACES))('%s', (_place, { set, read, path }) => {
  it.each([
    'last May',
    '2023-05-24',
    '2023-05-24 00:00:00',
    '2023-05-24T00:00:00+0900',
    '2023-05-24T00:00:00 UTC',
    '2023-13-24T00:00:00Z',
    '20230524T000000Z',
    '1684886400000',
  ])('tells no time by %j', (text) => {
    const fact = read(connectionAfter(set(text)));
    expect(fact.known ? fact.value : fact.gaps.map(({ detail }) => detail)).toEqual([
      `${path} is ${text}; isocheck knows ISO 8601 times`,
    ]);
  });
});

describe('a time that ARM tells nowhere', () => {
  it('is null', () => {
    const connection = connectionAfter(() => undefined);
    expect(connectionCreatedAt(connection)).toEqual({ known: true, value: null });
    expect(workspaceCreatedAt(connection)).toEqual({ known: true, value: null });
  });
});

describe('a time that ARM tells twice', () => {
  it('is that of the connection', () => {
    const connection = connectionAfter((world) => {
      PLACES['the list of resources'].set('2021-01-01T00:00:00')(world);
      PLACES['the connection'].set('2023-05-24T00:00:00')(world);
    });
    expect(connectionCreatedAt(connection)).toMatchObject({ value: { milliseconds: MIDNIGHT } });
  });

  it('is that of the list, where the one of the connection is no time', () => {
    const connection = connectionAfter((world) => {
      PLACES['the list of resources'].set('2023-05-24T00:00:00')(world);
      PLACES['the connection'].set('last May')(world);
    });
    expect(connectionCreatedAt(connection)).toMatchObject({ value: { path: 'createdTime' } });
  });

  it('stays unknown, where the one of the connection is no time and the list tells none', () => {
    const connection = connectionAfter(PLACES['the connection'].set('last May'));
    expect(connectionCreatedAt(connection)).toMatchObject({
      known: false,
      gaps: [{ detail: 'systemData.createdAt is last May; isocheck knows ISO 8601 times' }],
    });
  });
});
