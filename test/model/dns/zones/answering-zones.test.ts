import { describe, expect, it } from 'vitest';
import { parseResourceId } from '../../../../src/arm/resource-id.js';
import { Model } from '../../../../src/model/bodies/model.js';
import {
  type AnsweringZone,
  answeringZones,
  noZone,
  zoneHolds,
} from '../../../../src/model/dns/zones/answering-zones.js';
import { groupZonesOf } from '../../../../src/model/dns/zones/zone-group.js';
import { zoneAt } from '../../../../src/model/resources/private-dns-zone.js';
import { privateEndpointAt } from '../../../../src/model/resources/private-endpoint.js';
import {
  ADDRESS,
  changed,
  HUB_NETWORK,
  HUB_ZONE,
  HUB_ZONES,
  NAMES,
  withoutZoneGroup,
} from '../../../rules/dns/worlds.js';
import type { Estate } from '../../../world/estate.js';
import { HUB_SUBSCRIPTION, SUBSCRIPTION } from '../../../world/names.js';

const { apiZone, privateEndpoint, virtualNetwork } = NAMES;
const NAME = 'privatelink.api.azureml.ms';
const FORBIDDEN = '403 AuthorizationFailed';
const ZONES = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Network/privateDnsZones`;

type Change = (estate: Estate) => unknown;

function endpointIn(world: () => Estate) {
  return privateEndpointAt(new Model(world().world.snapshot()), privateEndpoint);
}

const SEARCH = { name: NAME, isOwn: (record: string) => record === 'mine' };

/** The groups of the zones that answer, with `*` where a zone group names them; null for none, or what the gaps say. */
function answering(world: () => Estate): readonly string[] | string | null {
  const zones = answeringZones(endpointIn(world), SEARCH);
  if (!zones.known) return zones.gaps.map(({ detail }) => detail).join('; ');
  if (zones.value === null) return null;
  return zones.value.items.map(({ zone, group }) => `${parseResourceId(zone.id)?.group}${group ? '*' : ''}`);
}

describe('the zones that answer for a private endpoint', () => {
  const hub =
    (record: string | null, network = HUB_NETWORK, state = 'Completed'): Change =>
    (estate) => {
      estate.zone(HUB_ZONE).link(HUB_ZONE, network, state);
      if (record !== null) estate.record(HUB_ZONE, record, [ADDRESS]);
    };
  const several =
    (...changes: readonly Change[]): Change =>
    (estate) => {
      for (const change of changes) change(estate);
    };
  const graph: Change = ({ world }) =>
    world.gap('resourceGraph', '/providers/Microsoft.ResourceGraph/resources');
  const table: readonly [what: string, world: () => Estate, zones: ReturnType<typeof answering>][] = [
    ['that of the zone group', changed(() => undefined), ['rg-fraud*']],
    ['that of the zone group before a linked one', changed(hub('mine', virtualNetwork)), ['rg-fraud*']],
    ['that is linked to the network', withoutZoneGroup(hub(null, virtualNetwork)), ['rg-network-hub']],
    ['that is linked elsewhere and holds a record', withoutZoneGroup(hub('mine')), ['rg-network-hub']],
    ['not one that is linked elsewhere and holds none', withoutZoneGroup(hub('yours')), null],
    ['not one whose link is being made', withoutZoneGroup(hub('mine', HUB_NETWORK, 'InProgress')), null],
    [
      'each that is linked elsewhere and holds a record',
      withoutZoneGroup(
        several(hub('mine'), (estate) =>
          estate.zone(apiZone).record(apiZone, 'mine', [ADDRESS]).link(apiZone, HUB_NETWORK),
        ),
      ),
      ['rg-fraud', 'rg-network-hub'],
    ],
    // The one that is linked here may be among those that nobody found.
    ['open, where zones were not listed', withoutZoneGroup(several(hub('mine'), graph)), FORBIDDEN],
    [
      'that is linked to the network, though others were not listed',
      withoutZoneGroup(several(hub(null, virtualNetwork), graph)),
      ['rg-network-hub'],
    ],
    ['none, though zones were not listed, where none was found', withoutZoneGroup(graph), null],
    [
      'open, where it is not known whether one elsewhere holds a record',
      withoutZoneGroup(several(hub(null), ({ world }) => world.gap('zoneRecords', `${HUB_ZONE}/A`))),
      FORBIDDEN,
    ],
    [
      'that is linked elsewhere and holds a record, though the network was not read',
      withoutZoneGroup(several(hub('mine'), ({ world }) => world.gap('virtualNetwork', virtualNetwork))),
      ['rg-network-hub'],
    ],
    [
      'open, where the network was not read and a link leads elsewhere',
      withoutZoneGroup(several(hub(null), ({ world }) => world.gap('virtualNetwork', virtualNetwork))),
      FORBIDDEN,
    ],
  ];
  it.each(table)('%s', (_, world, zones) => expect(answering(world)).toEqual(zones));
});

describe('whether an answering zone holds a record', () => {
  const holds = (world: () => Estate, isByGroup: boolean): boolean | string => {
    const endpoint = endpointIn(world);
    const zone = zoneAt(endpoint.model, apiZone);
    const [group = null] = groupZonesOf(endpoint).items;
    const answeringZone: AnsweringZone = { zone, group: isByGroup ? group : null };
    const held = zoneHolds(answeringZone, (record) => record === 'fraud', { items: [], gaps: [] });
    return held.known ? held.value : held.gaps.map(({ detail }) => detail).join('; ');
  };
  const recordsUnread = changed(({ world }) => world.gap('zoneRecords', `${apiZone}/A`));

  it('by its records', () => {
    for (const isByGroup of [true, false]) {
      expect(
        holds(
          changed(() => undefined),
          isByGroup,
        ),
      ).toBe(false);
      expect(
        holds(
          changed((estate) => estate.record(apiZone, 'fraud', [ADDRESS])),
          isByGroup,
        ),
      ).toBe(true);
    }
  });

  it('by what the group wrote, where they were not read and a group keeps them', () => {
    expect(holds(recordsUnread, true)).toBe(false);
    expect(holds(recordsUnread, false)).toBe(FORBIDDEN);
  });
});

describe('the gap for a zone that nobody found', () => {
  const told = (change: Change): readonly string[] =>
    noZone(endpointIn(withoutZoneGroup(change)), NAME).gaps.map(({ detail }) => detail);
  const START = 'pe-mlw-fraud has no zone group that names such a zone; ';
  const found = (subscriptions: string) =>
    `${START}none that answers for it was found in the subscriptions searched: ${subscriptions}`;

  it('names the subscriptions whose zones were listed, in order', () => {
    expect(told(() => undefined)).toEqual([found(SUBSCRIPTION)]);
    expect(told(({ world }) => world.list('privateDnsZone', HUB_ZONES))).toEqual([
      found(`${SUBSCRIPTION}, ${HUB_SUBSCRIPTION}`),
    ]);
    const first = HUB_ZONES.replace(HUB_SUBSCRIPTION, SUBSCRIPTION.replace('3', '1'));
    expect(told(({ world }) => world.list('privateDnsZone', first))).toEqual([
      found(`${SUBSCRIPTION.replace('3', '1')}, ${SUBSCRIPTION}`),
    ]);
  });

  it('does not name those whose zones were not, and tells why', () => {
    expect(told(({ world }) => world.gap('privateDnsZone', HUB_ZONES))).toEqual([
      found(SUBSCRIPTION),
      FORBIDDEN,
    ]);
    expect(told(({ world }) => world.gap('privateDnsZone', ZONES))).toEqual([
      `${START}the zones of no subscription were listed`,
      FORBIDDEN,
    ]);
  });

  it('names those that are linked to nothing, and no other', () => {
    expect(
      told((estate) => {
        estate.zone(apiZone).zone(HUB_ZONE).link(HUB_ZONE, HUB_NETWORK);
      }),
    ).toEqual([
      `${found(`${SUBSCRIPTION}, ${HUB_SUBSCRIPTION}`)}; the one in resource group rg-fraud is linked to no network`,
    ]);
    expect(
      told((estate) => {
        estate.zone(apiZone);
        estate.world.gap('zoneLinks', `${apiZone}/virtualNetworkLinks`);
      }),
    ).toEqual([found(SUBSCRIPTION)]);
  });

  it('is about the name', () => {
    const [gap] = noZone(endpointIn(withoutZoneGroup(() => undefined)), NAME).gaps;
    expect(gap).toMatchObject({
      scope: NAME,
      operation: 'Microsoft.Network/privateDnsZones/read',
      reason: 'not-found',
    });
  });
});
