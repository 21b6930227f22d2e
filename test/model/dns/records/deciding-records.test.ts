import { describe, expect, it } from 'vitest';
import { Model } from '../../../../src/model/bodies/model.js';
import { inferenceNames } from '../../../../src/model/dns/names/inference-names.js';
import { decidingRecords } from '../../../../src/model/dns/records/deciding-records.js';
import { privateEndpointAt } from '../../../../src/model/resources/private-endpoint.js';
import { workspaceAt } from '../../../../src/model/resources/workspace.js';
import {
  ADDRESS,
  changed,
  HUB_NETWORK,
  NAMES,
  OWN_RECORD,
  WILDCARD,
  withoutZoneGroup,
  zoneCalled,
} from '../../../rules/dns/worlds.js';
import type { Estate } from '../../../world/estate.js';
import { endpointId } from '../../../world/names.js';

const { apiZone, guid, privateEndpoint, virtualNetwork, workspace } = NAMES;
const FRAUD = endpointId(workspace, 'fraud');
const ENDPOINTS = `${workspace}/onlineEndpoints`;
const REGION_ZONE = zoneCalled('eastus.inference.ml.azure.com');
const HOST_ZONE = zoneCalled('fraud.eastus.inference.ml.azure.com');
const FORBIDDEN = '403 AuthorizationFailed';

type Change = (estate: Estate) => unknown;

/** Each record as `zone name: whether it decides`, then the details of the gaps. */
function decidingIn(world: () => Estate): readonly string[] {
  const model = new Model(world().world.snapshot());
  const owner = workspaceAt(model, workspace);
  const names = inferenceNames(owner);
  if (!names.known) throw new Error('the names are known');
  const { items, gaps } = decidingRecords(owner, privateEndpointAt(model, privateEndpoint), names.value);
  return [
    ...items.map(({ zone, record, decides }) => {
      const name = zone.name === 'privatelink.api.azureml.ms' ? record.name : `${zone.name} ${record.name}`;
      return `${name}: ${decides.known ? decides.value : 'unread'}`;
    }),
    ...gaps.map(({ detail }) => detail),
  ];
}

const record =
  (name: string): Change =>
  (estate) =>
    estate.record(apiZone, name, [ADDRESS]);
const own = record(OWN_RECORD);
const several =
  (...changes: readonly Change[]): Change =>
  (estate) => {
    for (const change of changes) change(estate);
  };
const onKubernetes: Change = ({ world }) => world.set(FRAUD, 'properties.compute', '/clusters/aks');
const open: Change = ({ world }) => world.set(FRAUD, 'properties.publicNetworkAccess', 'Enabled');
const noEndpoint: Change = ({ world }) => world.remove(FRAUD);
const endpointsUnread: Change = ({ world }) => world.gap('endpoints', ENDPOINTS);

describe('the records of the api zone that decide', () => {
  const wildcard = (decides: string) => `${WILDCARD}: ${decides}`;
  const single = (decides: string) => `${OWN_RECORD}: ${decides}`;
  const table: readonly [what: string, change: Change, records: readonly string[]][] = [
    ['the wildcard', () => undefined, [wildcard('true')]],
    ['the wildcard without an endpoint', noEndpoint, [wildcard('true')]],
    ['the wildcard, though the endpoints were not read', endpointsUnread, [wildcard('true')]],
    ['the record of the only endpoint', own, [wildcard('false'), single('true')]],
    ['both, where the endpoint is open', several(own, open), [wildcard('true'), single('true')]],
    [
      'both, where another endpoint has none',
      several(own, (estate) => estate.endpoint('churn', 'Disabled')),
      [wildcard('true'), single('true')],
    ],
    [
      'those of single endpoints, where each has one',
      several(own, record(`churn.${guid}.inference.eastus`), (estate) =>
        estate.endpoint('Churn', 'Disabled'),
      ),
      [wildcard('false'), single('true'), `churn.${guid}.inference.eastus: true`],
    ],
    [
      'the record of the only managed endpoint',
      several(own, (estate) => {
        estate.endpoint('churn', 'Disabled');
        estate.world.set(endpointId(workspace, 'churn'), 'properties.compute', '/clusters/aks');
      }),
      [wildcard('false'), single('true')],
    ],
    // An endpoint that is yet to be made will go by the wildcard.
    [
      'the wildcard, where all are on Kubernetes',
      several(own, onKubernetes),
      [wildcard('true'), single('false')],
    ],
    [
      'the wildcard, and not the record of nobody',
      several(own, noEndpoint),
      [wildcard('true'), single('false')],
    ],
    [
      'the wildcard, beside the record of an endpoint that is gone',
      record(`gone.${guid}.inference.eastus`),
      [wildcard('true'), `gone.${guid}.inference.eastus: false`],
    ],
    [
      'no record of anything else',
      several(
        record(`a.fraud.${guid}.inference.eastus`),
        record(`fraud.${guid}.inference.westus`),
        record('*.6e1c0d2f-8a3b-4d4c-8e5f-7b8c9d0e1f2a.inference.eastus'),
      ),
      [wildcard('true')],
    ],
    [
      'open, where the endpoints were not read',
      several(own, endpointsUnread),
      [wildcard('unread'), single('unread')],
    ],
    [
      'open, where the endpoint was not read',
      several(own, ({ world }) => world.gap('endpoints', FRAUD)),
      [wildcard('unread'), single('unread')],
    ],
    [
      'open, where the access of the endpoint is not told',
      several(own, ({ world }) => world.set(FRAUD, 'properties.publicNetworkAccess', 'Odd')),
      [wildcard('unread'), single('true')],
    ],
    [
      'known of the record of a single endpoint, though others were not read',
      several(own, ({ world }) => world.incomplete('endpoints', ENDPOINTS)),
      [wildcard('unread'), single('true')],
    ],
    [
      'open, where there may be more records',
      ({ world }) => world.incomplete('zoneRecords', `${apiZone}/A`),
      [wildcard('unread'), '429 TooManyRequests'],
    ],
    [
      'known of an open endpoint all the same',
      several(open, ({ world }) => world.incomplete('zoneRecords', `${apiZone}/A`)),
      [wildcard('true'), '429 TooManyRequests'],
    ],
    ['none that were not read', ({ world }) => world.gap('zoneRecords', `${apiZone}/A`), [FORBIDDEN]],
    [
      'none, where the zones were not read',
      ({ world }) => world.gap('zoneGroups', `${privateEndpoint}/privateDnsZoneGroups`),
      [FORBIDDEN],
    ],
  ];
  it.each(table)('%s', (_, change, records) => expect(decidingIn(changed(change))).toEqual(records));
});

describe('the records of zones made by hand that decide', () => {
  const inZone =
    (zone: string, name: string, network: string | null): Change =>
    (estate) => {
      estate.zone(zone).record(zone, name, [ADDRESS]);
      if (network !== null) estate.link(zone, network);
    };
  const region = (decides: string) => `eastus.inference.ml.azure.com *: ${decides}`;
  const host = (decides: string) => `fraud.eastus.inference.ml.azure.com @: ${decides}`;
  const api = `${WILDCARD}: true`;
  const table: readonly [what: string, change: Change, records: readonly string[]][] = [
    ['a single host', inZone(HOST_ZONE, '@', virtualNetwork), [api, host('true')]],
    ['a single host, linked elsewhere', inZone(HOST_ZONE, '@', HUB_NETWORK), [api, host('true')]],
    ['none that is linked nowhere', inZone(HOST_ZONE, '@', null), [api]],
    ['a wildcard here', inZone(REGION_ZONE, '*', virtualNetwork), [api, region('true')]],
    ['not a wildcard elsewhere', inZone(REGION_ZONE, '*', HUB_NETWORK), [api, region('false')]],
    [
      'a wildcard elsewhere, where the api zone has none',
      several(inZone(REGION_ZONE, '*', HUB_NETWORK), ({ world }) => world.remove(`${apiZone}/A/${WILDCARD}`)),
      [region('true')],
    ],
    [
      'a wildcard here, where the links are many',
      several(inZone(REGION_ZONE, '*', HUB_NETWORK), (estate) => estate.link(REGION_ZONE, virtualNetwork)),
      [api, region('true')],
    ],
    [
      'not a wildcard whose link here is being made',
      several(inZone(REGION_ZONE, '*', HUB_NETWORK), (estate) =>
        estate.link(REGION_ZONE, virtualNetwork, 'InProgress'),
      ),
      [api, region('false')],
    ],
    [
      'open, where the records of the api zone were not read',
      several(inZone(REGION_ZONE, '*', HUB_NETWORK), ({ world }) => world.gap('zoneRecords', `${apiZone}/A`)),
      [region('unread'), FORBIDDEN],
    ],
    // Here it is asked first, whatever the api zone holds.
    [
      'a wildcard here, where the records of the api zone were not read',
      several(inZone(REGION_ZONE, '*', virtualNetwork), ({ world }) =>
        world.gap('zoneRecords', `${apiZone}/A`),
      ),
      [region('true'), FORBIDDEN],
    ],
    [
      'each record once, though it answers for several',
      several(inZone(REGION_ZONE, '*', virtualNetwork), (estate) => estate.endpoint('churn', 'Disabled')),
      [api, region('true')],
    ],
    [
      'none, where they were not read',
      several(inZone(REGION_ZONE, '*', virtualNetwork), ({ world }) =>
        world.gap('zoneRecords', `${REGION_ZONE}/A`),
      ),
      [api, FORBIDDEN],
    ],
  ];
  it.each(table)('%s', (_, change, records) => expect(decidingIn(changed(change))).toEqual(records));

  it('a wildcard elsewhere, where no api zone answers', () => {
    expect(decidingIn(withoutZoneGroup(inZone(REGION_ZONE, '*', HUB_NETWORK)))).toEqual([region('true')]);
  });
});
