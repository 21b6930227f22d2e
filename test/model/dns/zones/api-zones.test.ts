import { describe, expect, it } from 'vitest';
import { idKey } from '../../../../src/arm/resource-id.js';
import { Model } from '../../../../src/model/bodies/model.js';
import { inferenceNames } from '../../../../src/model/dns/names/inference-names.js';
import { apiZones } from '../../../../src/model/dns/zones/api-zones.js';
import { privateEndpointAt } from '../../../../src/model/resources/private-endpoint.js';
import { workspaceAt } from '../../../../src/model/resources/workspace.js';
import {
  ADDRESS,
  changed,
  HUB_NETWORK,
  HUB_ZONE,
  NAMES,
  WILDCARD,
  withoutZoneGroup,
  ZONE_GROUP,
  zoneCalled,
} from '../../../rules/dns/worlds.js';
import type { Estate } from '../../../world/estate.js';
import { soundPrivate } from '../../../world/sound.js';

const { apiZone, privateEndpoint, virtualNetwork, workspace } = NAMES;

/** The ids of the zones that answer; null for none found, `unread` where that is open. */
function answering(world: () => Estate): readonly string[] | null | 'unread' {
  const model = new Model(world().world.snapshot());
  const names = inferenceNames(workspaceAt(model, workspace));
  if (!names.known) return 'unread';
  const zones = apiZones(privateEndpointAt(model, privateEndpoint), names.value);
  if (!zones.known) return 'unread';
  return zones.value === null ? null : zones.value.items.map(({ zone }) => idKey(zone.id));
}

const OWN = [idKey(apiZone)];
const HUBS = [idKey(HUB_ZONE)];

describe('the api zone that answers for a private endpoint', () => {
  it.each([
    ['the one of its zone group', soundPrivate, OWN],
    [
      'the one of its zone group, though another one is linked to its network',
      changed((estate) => {
        estate.zone(HUB_ZONE).link(HUB_ZONE, virtualNetwork);
        estate.world.remove(`${apiZone}/virtualNetworkLinks/link-vnet-fraud`);
      }),
      OWN,
    ],
    [
      'the linked one, where the zone group names zones of other names alone',
      changed(({ world }) =>
        world.set(ZONE_GROUP, 'properties.privateDnsZoneConfigs', [
          { name: 'us', properties: { privateDnsZoneId: zoneCalled('privatelink.api.ml.azure.us') } },
          { name: 'none', properties: {} },
        ]),
      ),
      OWN,
    ],
    ['the linked one, where the zone group is gone', changed(({ world }) => world.remove(ZONE_GROUP)), OWN],
    [
      'the linked one before others',
      withoutZoneGroup((estate) =>
        estate
          .zone(HUB_ZONE)
          .link(HUB_ZONE, HUB_NETWORK)
          .record(HUB_ZONE, WILDCARD, [ADDRESS])
          .zone(apiZone)
          .link(apiZone, virtualNetwork),
      ),
      OWN,
    ],
    [
      'one that is linked elsewhere and holds records of the workspace',
      withoutZoneGroup((estate) =>
        estate.zone(HUB_ZONE).link(HUB_ZONE, HUB_NETWORK).record(HUB_ZONE, WILDCARD, [ADDRESS]),
      ),
      HUBS,
    ],
    [
      'one that is linked to a peered network',
      withoutZoneGroup((estate) =>
        estate
          .zone(HUB_ZONE)
          .link(HUB_ZONE, HUB_NETWORK)
          .network(HUB_NETWORK, { peers: [virtualNetwork] }),
      ),
      HUBS,
    ],
    [
      'none that is linked elsewhere and holds nothing of the workspace',
      withoutZoneGroup((estate) => estate.zone(HUB_ZONE).link(HUB_ZONE, HUB_NETWORK)),
      null,
    ],
    [
      'none whose link is still being made',
      withoutZoneGroup((estate) => estate.zone(apiZone).link(apiZone, virtualNetwork, 'InProgress')),
      null,
    ],
    [
      'none that is linked to nothing',
      withoutZoneGroup((estate) => estate.zone(apiZone).record(apiZone, WILDCARD, [ADDRESS])),
      null,
    ],
    ['none, where there is none', withoutZoneGroup(() => undefined), null],
    [
      'open, where the zone groups were not read',
      changed(({ world }) => world.gap('zoneGroups', `${privateEndpoint}/privateDnsZoneGroups`)),
      'unread',
    ],
    [
      'open, where the links of one were not read',
      withoutZoneGroup((estate) => {
        estate.zone(HUB_ZONE).link(HUB_ZONE, HUB_NETWORK).record(HUB_ZONE, WILDCARD, [ADDRESS]).zone(apiZone);
        estate.world.gap('zoneLinks', `${apiZone}/virtualNetworkLinks`);
      }),
      'unread',
    ],
    [
      'open, where the body of one was not read, nor its links',
      withoutZoneGroup(({ world }) => world.gap('privateDnsZone', HUB_ZONE)),
      'unread',
    ],
  ] as const)('is %s', (_, world, expected) => {
    expect(answering(world)).toEqual(expected);
  });
});
