import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../../src/model/algebra/fact.js';
import { Model } from '../../../../src/model/bodies/model.js';
import {
  ownersByGuid,
  speaksOfWorkspaces,
  staleRecords,
} from '../../../../src/model/dns/records/stale-records.js';
import { zoneAt } from '../../../../src/model/resources/private-dns-zone.js';
import { changed, NAMES, projectOfHub, WILDCARD, WILDCARD_ID } from '../../../rules/dns/worlds.js';
import type { Estate } from '../../../world/estate.js';

const { apiZone, guid, networkInterface, workspace } = NAMES;
const STRANGER = '10.20.0.99';
const FORBIDDEN = '403 AuthorizationFailed';
const OTHER = '6e1c0d2f-8a3b-4d4c-8e5f-7b8c9d0e1f2a';

type Change = (estate: Estate) => unknown;

const textOf = <T>(fact: Fact<T>): T | string =>
  fact.known ? fact.value : fact.gaps.map(({ detail }) => detail).join('; ');

function zoneIn(change: Change) {
  return zoneAt(new Model(changed(change)().world.snapshot()), apiZone);
}

/** Each stale record as `workspace name: strangers of addresses`. */
function staleIn(change: Change): readonly string[] | string {
  const stale = staleRecords(zoneIn(change));
  if (!stale.known) return textOf(stale);
  return stale.value.map(({ workspace: owner, record }) => {
    const strangers = record.strangers.map(({ address }) => address).join(' ');
    return `${owner.name} ${record.name}: ${strangers} of ${record.addresses.join(' ')}`;
  });
}

const record =
  (name: string, ...addresses: readonly string[]): Change =>
  (estate) =>
    estate.record(apiZone, name, addresses);
const several =
  (...changes: readonly Change[]): Change =>
  (estate) => {
    for (const change of changes) change(estate);
  };
const stale = (name: string, addresses = STRANGER) => `mlw-fraud ${name}: ${STRANGER} of ${addresses}`;
const API = `${guid}.workspace.eastus`;
const otherUnread: Change = ({ world }) => {
  const id = workspace.replace('mlw-fraud', 'mlw-other');
  world.workspaces.push(id);
  world.gap('workspace', id);
};
const addressesUnread: Change = ({ world }) => world.gap('networkInterface', networkInterface);

describe('the records with an address that no private endpoint of their workspace has', () => {
  const table: readonly [what: string, change: Change, records: readonly string[] | string][] = [
    ['none', () => undefined, []],
    ['one', record(WILDCARD, STRANGER), [stale(WILDCARD)]],
    [
      'one beside the right address',
      record(WILDCARD, '10.20.0.6', STRANGER),
      [stale(WILDCARD, `10.20.0.6 ${STRANGER}`)],
    ],
    // Any address of the workspace will do: which stands for what, other rules judge.
    ['none with another address of the workspace', record(WILDCARD, '10.20.0.4'), []],
    [
      'one in the name of a single endpoint',
      record(`fraud.${guid}.inference.eastus`, STRANGER),
      [stale(`fraud.${guid}.inference.eastus`)],
    ],
    ['each', several(record(WILDCARD, STRANGER), record(API, STRANGER)), [stale(API), stale(WILDCARD)]],
    ['one in upper case', record(`x.${guid.toUpperCase()}`, STRANGER), [stale(`x.${guid}`)]],
    [
      'one where another GUID stands first',
      record(`${OTHER}.${guid}`, STRANGER),
      [stale(`${OTHER}.${guid}`)],
    ],
    ['none of a workspace that was not asked for', record(`*.${OTHER}.inference.eastus`, STRANGER), []],
    ['none of nobody', record('jumpbox', STRANGER), []],
    ['none without an address', record(WILDCARD), []],
    [
      'all, where the workspace has no private endpoint',
      ({ world }) =>
        world
          .set(workspace, 'properties.privateEndpointConnections', [])
          .remove(NAMES.connection)
          .remove(NAMES.privateEndpoint),
      [
        `mlw-fraud ${API}: 10.20.0.4 of 10.20.0.4`,
        `mlw-fraud ${API}.cert: 10.20.0.4 of 10.20.0.4`,
        `mlw-fraud ${WILDCARD}: 10.20.0.6 of 10.20.0.6`,
      ],
    ],
    [
      'open, where the addresses were not read',
      several(record(WILDCARD, STRANGER), addressesUnread),
      FORBIDDEN,
    ],
    ['open, where a record was not read', ({ world }) => world.gap('zoneRecords', WILDCARD_ID), FORBIDDEN],
    [
      'open, where the records were not read',
      ({ world }) => world.gap('zoneRecords', `${apiZone}/A`),
      FORBIDDEN,
    ],
    [
      'one that is known, whatever else was not read',
      several(record(WILDCARD, STRANGER), ({ world }) => world.incomplete('zoneRecords', `${apiZone}/A`)),
      [stale(WILDCARD)],
    ],
    [
      'open of a GUID of a workspace that was perhaps not read',
      several(record(`*.${OTHER}.inference.eastus`, STRANGER), otherUnread),
      FORBIDDEN,
    ],
    [
      'none of nobody, though a workspace was not read',
      several(record('jumpbox', STRANGER), otherUnread),
      [],
    ],
    ['none of those that were read, though another was not', otherUnread, []],
  ];
  it.each(table)('%s', (_, change, records) => expect(staleIn(change)).toEqual(records));

  it('tells the record and its zone', () => {
    const zone = zoneIn(record(WILDCARD, STRANGER));
    const found = staleRecords(zone);
    expect(found.known && found.value[0]?.record).toMatchObject({
      zone,
      id: WILDCARD_ID,
      name: WILDCARD,
      strangers: [{ address: STRANGER, outside: null }],
    });
  });
});

describe('whether a zone speaks of workspaces that were read', () => {
  const bare: Change = ({ world }) => {
    for (const name of [API, `${API}.cert`, WILDCARD]) world.remove(`${apiZone}/A/${name}`);
  };
  const table: readonly [what: string, change: Change, speaks: boolean | string][] = [
    ['it does', () => undefined, true],
    ['it holds nothing', bare, false],
    ['it holds other names', several(bare, record('jumpbox', STRANGER)), false],
    ['it speaks of another', several(bare, record(`*.${OTHER}.x`, STRANGER)), false],
    [
      'it may speak of one that was not read',
      several(bare, record(`*.${OTHER}.x`, STRANGER), otherUnread),
      FORBIDDEN,
    ],
    ['it can not speak of one', several(bare, record('jumpbox', STRANGER), otherUnread), false],
    ['its records were not read', ({ world }) => world.gap('zoneRecords', `${apiZone}/A`), FORBIDDEN],
  ];
  it.each(table)('%s', (_, change, speaks) =>
    expect(textOf(speaksOfWorkspaces(zoneIn(change)))).toBe(speaks),
  );
});

describe('the workspaces by their GUID', () => {
  const owners = (world: () => Estate) => {
    const { owners, gaps } = ownersByGuid(new Model(world().world.snapshot()));
    return [...[...owners].map(([key, { name }]) => `${key} ${name}`), ...gaps.map(({ detail }) => detail)];
  };
  it('in lower case, with what keeps more of them from being known', () => {
    expect(owners(changed(() => undefined))).toEqual([`${guid} mlw-fraud`]);
    expect(
      owners(changed(({ world }) => world.set(workspace, 'properties.workspaceId', guid.toUpperCase()))),
    ).toEqual([`${guid} mlw-fraud`]);
    expect(owners(changed(otherUnread))).toEqual([`${guid} mlw-fraud`, FORBIDDEN]);
    expect(owners(changed(({ world }) => world.unset(workspace, 'properties.workspaceId')))).toEqual([
      'properties.workspaceId is absent',
    ]);
    // A project has no names of its own.
    expect(owners(projectOfHub())).toEqual([`${guid} hub-fraud`]);
  });
});
