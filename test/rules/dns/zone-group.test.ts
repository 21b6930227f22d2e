import rule from '../../../src/rules/dns/zone-group.js';
import { SUBSCRIPTION } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { NOT_INBOUND } from './not-inbound.js';
import { changed, HUB_ZONE, inCloud, NAMES, projectOfHub, withoutZoneGroup, ZONE_GROUP } from './worlds.js';

const { apiZone, notebooksZone, privateEndpoint } = NAMES;
const SECOND = privateEndpoint.replace('pe-mlw-fraud', 'pe-second');
const GROUPS = `${privateEndpoint}/privateDnsZoneGroups`;
const path = 'properties.privateDnsZoneConfigs';
const place = `--resource-group rg-fraud --subscription ${SUBSCRIPTION}`;
const operations = ['Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read'];
const keep = (verb: 'create' | 'add', name: string, id: string) =>
  `az network private-endpoint dns-zone-group ${verb} --endpoint-name pe-mlw-fraud --name default ${place} --zone-name ${name} --private-dns-zone ${id}`;
const make = (name: string) => `az network private-dns zone create --name ${name} ${place}`;
const API = 'privatelink.api.azureml.ms';
const NOTEBOOKS = 'privatelink.notebooks.azure.net';
const none = {
  severity: 'info',
  message: 'pe-mlw-fraud has no zone group: nothing keeps its records.',
  evidence: [{ resourceId: GROUPS, path, actual: 'none', expected: `${API} and ${NOTEBOOKS}` }],
  summary:
    'This has a zone group write the records into the two zones and keep them. Records by hand under the same names are its own from then on; the zones need a link to each network whose clients ask them.',
  commands: [make(API), make(NOTEBOOKS), keep('create', API, apiZone), keep('add', NOTEBOOKS, notebooksZone)],
} as const;
const kept = `A zone group keeps the records in ${API} and ${NOTEBOOKS}.`;

testRule(rule, {
  fail: [
    { name: 'no zone group, and no zone', world: withoutZoneGroup(() => undefined), ...none },
    {
      name: 'no zone group, beside zones',
      world: changed(({ world }) => world.remove(ZONE_GROUP)),
      ...none,
      commands: none.commands.slice(2),
    },
    {
      name: "no zone group, and the hub's api zone",
      world: withoutZoneGroup((estate) => estate.zone(HUB_ZONE)),
      ...none,
      commands: [make(NOTEBOOKS), keep('create', API, HUB_ZONE), keep('add', NOTEBOOKS, notebooksZone)],
    },
    {
      name: 'two api zones: neither is taken for it',
      world: withoutZoneGroup((estate) =>
        estate.zone(HUB_ZONE).zone(HUB_ZONE.replace('rg-network-hub', 'rg-second')),
      ),
      ...none,
    },
    {
      name: 'two api zones, one of which is linked to the network',
      world: withoutZoneGroup((estate) =>
        estate
          .zone(HUB_ZONE.replace('rg-network-hub', 'rg-second'))
          .zone(HUB_ZONE)
          .link(HUB_ZONE, NAMES.virtualNetwork),
      ),
      ...none,
      commands: [make(NOTEBOOKS), keep('create', API, HUB_ZONE), keep('add', NOTEBOOKS, notebooksZone)],
    },
    {
      name: 'the zones hold the records of another private endpoint of the workspace',
      world: changed((estate) => estate.privateEndpoint(SECOND, { zoneGroup: false })),
      target: 'pe-second',
      ...none,
      message: 'pe-second has no zone group: nothing keeps its records.',
      evidence: [{ ...none.evidence[0], resourceId: `${SECOND}/privateDnsZoneGroups` }],
      summary: `No second zone group in ${API}: it would delete the records that the zone group of pe-mlw-fraud, which leads to the same workspace, keeps there. Nothing has to be done where clients reach that one; else they need zones of their own, which are linked to their network alone. This shows what is kept.`,
      commands: [`az network private-endpoint dns-zone-group list --endpoint-name pe-mlw-fraud ${place}`],
    },
    {
      name: 'a zone group that lists no zone',
      world: changed(({ world }) => world.set(ZONE_GROUP, path, [])),
      ...none,
      message: 'The zone group of pe-mlw-fraud lists no zone: nothing keeps its records.',
      evidence: [{ ...none.evidence[0], resourceId: ZONE_GROUP }],
      commands: [keep('add', API, apiZone), keep('add', NOTEBOOKS, notebooksZone)],
    },
    {
      name: 'the id of its only zone is empty',
      world: changed(({ world }) =>
        world.set(ZONE_GROUP, path, [{ name: 'zone', properties: { privateDnsZoneId: '' } }]),
      ),
      ...none,
      message: 'The zone group of pe-mlw-fraud lists no zone: nothing keeps its records.',
      evidence: [{ ...none.evidence[0], resourceId: ZONE_GROUP }],
      commands: [keep('add', API, apiZone), keep('add', NOTEBOOKS, notebooksZone)],
    },
  ],
  pass: [
    { name: 'both zones', world: soundPrivate, message: kept },
    {
      name: 'a zone that was not read, in capitals',
      world: changed(({ world }) =>
        world
          .set(ZONE_GROUP, path, [{ properties: { privateDnsZoneId: HUB_ZONE.toUpperCase() } }])
          .gap('privateDnsZone', HUB_ZONE),
      ),
      message: `A zone group keeps the records in ${API}.`,
    },
    {
      name: 'a later page may hold another group',
      world: changed(({ world }) => world.incomplete('zoneGroups', GROUPS)),
      message: kept,
    },
    { name: "a project has its hub's private endpoint", world: projectOfHub(), message: kept },
    {
      name: 'US Government',
      world: inCloud('AzureUSGovernment', 'usgovvirginia'),
      message:
        'A zone group keeps the records in privatelink.api.ml.azure.us and privatelink.notebooks.usgovcloudapi.net.',
    },
  ],
  unknown: [
    {
      name: 'the zone groups were not read',
      world: changed(({ world }) => world.gap('zoneGroups', GROUPS)),
      message:
        'privatednszonegroups was not read (forbidden, Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read): 403 AuthorizationFailed.',
      operations,
    },
    {
      name: 'a zone group of which the list is none',
      world: changed(({ world }) => world.set(ZONE_GROUP, path, 'mine')),
      message: `default: ${path} is mine; isocheck knows an array.`,
      operations,
    },
    {
      name: 'the private endpoint was not read, in a subscription of the user',
      world: changed(({ world }) => world.gap('privateEndpoint', privateEndpoint, 'timeout', 'no answer')),
      message: 'pe-mlw-fraud was not read (timeout, Microsoft.Network/privateEndpoints/read): no answer.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
  ],
  notApplicable: NOT_INBOUND,
});
