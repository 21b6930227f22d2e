import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/json.js';
import type { Fact, Listing } from '../../../../src/model/algebra/fact.js';
import { Model } from '../../../../src/model/bodies/model.js';
import { type GroupZone, groupZoneHolds, groupZonesOf } from '../../../../src/model/dns/zones/zone-group.js';
import { privateEndpointAt } from '../../../../src/model/resources/private-endpoint.js';
import { changed, NAMES, WILDCARD, ZONE_GROUP } from '../../../rules/dns/worlds.js';
import type { Estate } from '../../../world/estate.js';

const { apiZone, guid, notebooksZone, privateEndpoint } = NAMES;
const GROUPS = `${privateEndpoint}/privateDnsZoneGroups`;
const CONFIGS = 'properties.privateDnsZoneConfigs';
const FORBIDDEN = '403 AuthorizationFailed';
const API = [`${guid}.workspace.eastus`, `${guid}.workspace.eastus.cert`, WILDCARD];

type Change = (estate: Estate) => unknown;

const textOf = <T>(fact: Fact<T>): T | string =>
  fact.known ? fact.value : fact.gaps.map(({ detail }) => detail).join('; ');

function groupZones(change: Change): Listing<GroupZone> {
  return groupZonesOf(privateEndpointAt(new Model(changed(change)().world.snapshot()), privateEndpoint));
}

/** Each zone with the records that its group says it wrote, then the details of the gaps. */
function zonesIn(change: Change) {
  const { items, gaps } = groupZones(change);
  return [
    ...items.map(({ zone, written }) => [zone.name, textOf(written)]),
    ...gaps.map(({ detail }) => detail),
  ];
}

const configs =
  (...bodies: readonly Json[]): Change =>
  ({ world }) =>
    world.set(ZONE_GROUP, CONFIGS, [...bodies]);
const config = (zone: string | null, recordSets?: Json) => ({
  name: 'one',
  properties: { privateDnsZoneId: zone, ...(recordSets === undefined ? {} : { recordSets }) },
});
const NAME = 'privatelink.api.azureml.ms';

describe('the zones that a zone group names', () => {
  it('with the records that it wrote', () => {
    expect(zonesIn(() => undefined)).toEqual([
      [NAME, API],
      ['privatelink.notebooks.azure.net', [`ml-mlw-fraud-eastus-${guid}.eastus`]],
    ]);
  });

  const table: readonly [what: string, change: Change, zones: ReturnType<typeof zonesIn>][] = [
    ['none', configs(), []],
    ['none without an id', configs(config(null, [])), []],
    ['that is where no record could be written', configs(config(apiZone, [])), [[NAME, []]]],
    ['that tells of no records', configs(config(apiZone)), [[NAME, 'properties.recordSets is absent']]],
    [
      'A records alone, in lower case',
      configs(
        config(apiZone, [
          { recordType: 'A', recordSetName: 'One' },
          { recordType: 'a', recordSetName: 'two' },
          { recordType: 'AAAA', recordSetName: 'three' },
          { recordType: 'CNAME', recordSetName: 'four' },
          { recordSetName: 'five' },
          { recordType: 'A' },
        ]),
      ),
      [[NAME, ['one', 'two', 'five']]],
    ],
    [
      'records that are odd',
      configs(config(apiZone, [{ recordType: 'A', recordSetName: 'one' }, { recordSetName: 7 }])),
      [[NAME, 'recordSetName is 7; isocheck knows a string']],
    ],
    [
      'an id that is odd',
      configs({ properties: { privateDnsZoneId: 7 } }, config(apiZone, [])),
      [[NAME, []], 'properties.privateDnsZoneId is 7; isocheck knows a string'],
    ],
    [
      'configurations that are odd',
      ({ world }) => world.set(ZONE_GROUP, CONFIGS, 'all'),
      ['properties.privateDnsZoneConfigs is all; isocheck knows an array'],
    ],
    ['none that was not read', ({ world }) => world.gap('zoneGroups', GROUPS), [FORBIDDEN]],
    [
      'of a group that was not read',
      ({ world }) => {
        const body = { ...world.body(ZONE_GROUP), id: `${GROUPS}/more` };
        world
          .add('zoneGroups', body, GROUPS)
          .gap('zoneGroups', ZONE_GROUP)
          .set(body.id, CONFIGS, [config(apiZone, [])]);
      },
      [[NAME, []], FORBIDDEN],
    ],
    [
      'of every group',
      ({ world }) => {
        const body = { ...world.body(ZONE_GROUP), id: `${GROUPS}/more` };
        world.add('zoneGroups', body, GROUPS);
        world
          .set(body.id, CONFIGS, [config(notebooksZone, [])])
          .set(ZONE_GROUP, CONFIGS, [config(apiZone, [])]);
      },
      [
        [NAME, []],
        ['privatelink.notebooks.azure.net', []],
      ],
    ],
  ];
  it.each(table)('%s', (_, change, zones) => expect(zonesIn(change)).toEqual(zones));
});

describe('whether a zone of a group holds a record', () => {
  const unreadRecords: Change = ({ world }) => world.gap('zoneRecords', `${apiZone}/A`);
  const SECOND = privateEndpoint.replace('pe-mlw-fraud', 'pe-second');

  /** Of the first zone of the group; the other private endpoint's group names one zone, with these records. */
  function holds(
    name: string,
    changes: readonly Change[],
    other: { zone: string; records: readonly string[] | null } | 'unread' | null = null,
  ): boolean | string {
    const estate = changed(() => undefined)();
    if (other !== null) estate.privateEndpoint(SECOND, { zoneGroup: other !== 'unread' });
    if (other === 'unread') estate.world.gap('zoneGroups', `${SECOND}/privateDnsZoneGroups`);
    else if (other !== null) {
      const sets = other.records?.map((recordSetName) => ({ recordSetName }));
      estate.world.set(`${SECOND}/privateDnsZoneGroups/default`, CONFIGS, [config(other.zone, sets)]);
    }
    for (const change of changes) change(estate);
    const model = new Model(estate.world.snapshot());
    const [own] = groupZonesOf(privateEndpointAt(model, privateEndpoint)).items;
    if (own === undefined) throw new Error('the group names no zone');
    const others: Listing<GroupZone> =
      other === null ? { items: [], gaps: [] } : groupZonesOf(privateEndpointAt(model, SECOND));
    return textOf(groupZoneHolds(own, (record) => record === name, others));
  }

  it('by its records, where they were read, whatever the group wrote', () => {
    expect(holds(WILDCARD, [])).toBe(true);
    expect(holds('fraud', [])).toBe(false);
    expect(holds(WILDCARD, [({ world }) => world.remove(`${apiZone}/A/${WILDCARD}`)])).toBe(false);
    expect(holds('late', [(estate) => estate.record(apiZone, 'late', ['10.20.0.9'])])).toBe(true);
  });

  const untold: Change = configs(config(apiZone));
  const table: readonly [
    what: string,
    name: string,
    changes: readonly Change[],
    other: Parameters<typeof holds>[2],
    expected: boolean | string,
  ][] = [
    ['not known of one that it wrote, which may have been changed', WILDCARD, [], null, FORBIDDEN],
    ['not one that it did not write', 'fraud', [], null, false],
    [
      'not known of one that another group wrote there',
      'fraud',
      [],
      { zone: apiZone, records: ['fraud'] },
      FORBIDDEN,
    ],
    ['not one that no group wrote there', 'fraud', [], { zone: apiZone, records: ['churn'] }, false],
    [
      'not one that another group wrote elsewhere',
      'fraud',
      [],
      { zone: notebooksZone, records: ['fraud'] },
      false,
    ],
    [
      'not known where another group does not tell',
      'fraud',
      [],
      { zone: apiZone, records: null },
      'properties.recordSets is absent',
    ],
    [
      'not one, though another group does not tell of elsewhere',
      'fraud',
      [],
      { zone: notebooksZone, records: null },
      false,
    ],
    ['not known where other groups were not read', 'fraud', [], 'unread', FORBIDDEN],
    ['not known where its group does not tell', 'fraud', [untold], null, 'properties.recordSets is absent'],
  ];
  it.each(table)('%s', (_, name, changes, other, expected) => {
    expect(holds(name, [unreadRecords, ...changes], other)).toBe(expected);
  });
});
