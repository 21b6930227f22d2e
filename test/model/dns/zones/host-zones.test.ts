import { describe, expect, it } from 'vitest';
import { Model } from '../../../../src/model/bodies/model.js';
import { inferenceNames } from '../../../../src/model/dns/names/inference-names.js';
import { hostRecords, hostZonesAnswer } from '../../../../src/model/dns/zones/host-zones.js';
import { workspaceAt } from '../../../../src/model/resources/workspace.js';
import { ADDRESS, HUB_NETWORK, HUB_ZONES, NAMES, zoneCalled } from '../../../rules/dns/worlds.js';
import { Estate } from '../../../world/estate.js';
import { endpointId } from '../../../world/names.js';

const { subscription, virtualNetwork, workspace } = NAMES;
const FORBIDDEN = '403 AuthorizationFailed';

type Change = (estate: Estate) => unknown;

/** Whether the zones answer for all, then each record as `zone name for endpoint`, then the gaps of the records. */
function foundIn(change: Change): readonly [answer: boolean | string, ...records: string[]] {
  const estate = new Estate('fraud').endpoint('fraud', 'Disabled');
  change(estate);
  const owner = workspaceAt(new Model(estate.world.snapshot()), workspace);
  const names = inferenceNames(owner);
  if (!names.known) throw new Error('the names are known');
  const answer = hostZonesAnswer(owner, names.value);
  const { items, gaps } = hostRecords(owner, names.value);
  return [
    answer.known ? answer.value : answer.gaps.map(({ detail }) => detail).join('; '),
    ...items.map(
      ({ zone, record, endpoint }) => `${zone.name} ${record.name} for ${endpoint?.name ?? 'all'}`,
    ),
    ...gaps.map(({ detail }) => detail),
  ];
}

const zone =
  (name: string, record: string | null, state: 'Completed' | 'InProgress' | null = 'Completed'): Change =>
  (estate) => {
    const id = zoneCalled(name);
    estate.zone(id);
    if (record !== null) estate.record(id, record, [ADDRESS]);
    if (state !== null) estate.link(id, virtualNetwork, state);
  };
const several =
  (...changes: readonly Change[]): Change =>
  (estate) => {
    for (const change of changes) change(estate);
  };
const churn: Change = (estate) => estate.endpoint('churn', 'Disabled');
const onKubernetes =
  (name: string): Change =>
  ({ world }) =>
    world.set(endpointId(workspace, name), 'properties.compute', '/clusters/aks');

const REGION = 'eastus.inference.ml.azure.com';
const HOST = `fraud.${REGION}`;
const REGION_ID = zoneCalled(REGION);
const ENDPOINTS = `${workspace}/onlineEndpoints`;
const ZONES = `/subscriptions/${subscription}/providers/Microsoft.Network/privateDnsZones`;

describe('the zones of the setup by hand', () => {
  const both = (name: string, record: string): readonly string[] => [
    `${name} ${record} for fraud`,
    `${name} ${record} for all`,
  ];
  const table: readonly [what: string, change: Change, answer: boolean | string, ...records: string[]][] = [
    ['none', () => undefined, false],
    ['of the region', zone(REGION, '*'), true, ...both(REGION, '*')],
    [
      'above it',
      zone('inference.ml.azure.com', '*.eastus'),
      true,
      ...both('inference.ml.azure.com', '*.eastus'),
    ],
    [
      'far above it',
      zone('azure.com', '*.eastus.inference.ml'),
      true,
      ...both('azure.com', '*.eastus.inference.ml'),
    ],
    ['a wildcard of a name above it', zone('ml.azure.com', '*'), true, ...both('ml.azure.com', '*')],
    ['spelled otherwise', zone('EastUS.inference.ml.azure.com', '*'), true, ...both(REGION, '*')],
    ['a top level domain is for nobody', zone('com', '*'), false],
    ['of a region with a name that ends like it', zone('inference.ml.azure.com', '*.westus'), false],
    ['of another region', zone('westus.inference.ml.azure.com', '*'), false],
    ['of a name that ends like it', zone('eus.inference.ml.azure.com', '*'), false],
    ['of a part of a label', zone('l.azure.com', '*'), false],
    ['of the only host', zone(HOST, '@'), true, `${HOST} @ for fraud`],
    ['of the only host, in the zone of the region', zone(REGION, 'fraud'), true, `${REGION} fraud for fraud`],
    ['below a host that is not there', zone(`churn.${REGION}`, '*'), false],
    ['below a host', zone(`a.${HOST}`, '@'), false],
    ['of a host that is not there', zone(`gone.${REGION}`, '@'), false],
    ['of one host among two', several(zone(HOST, '@'), churn), false, `${HOST} @ for fraud`],
    [
      'of each of two hosts',
      several(zone(HOST, '@'), zone(`churn.${REGION}`, '@'), churn),
      true,
      `${HOST} @ for fraud`,
      `churn.${REGION} @ for churn`,
    ],
    [
      'of the only managed host',
      several(zone(HOST, '@'), churn, onKubernetes('churn')),
      true,
      `${HOST} @ for fraud`,
    ],
    ['of a host on Kubernetes', several(zone(HOST, '@'), onKubernetes('fraud')), false],
    [
      'of the region, where all is on Kubernetes',
      several(zone(REGION, '*'), onKubernetes('fraud')),
      true,
      `${REGION} * for all`,
    ],
    ['empty', zone(REGION, null), false],
    ['linked nowhere', zone(REGION, '*', null), false],
    ['with a link that is being made', zone(REGION, '*', 'InProgress'), false],
    [
      'linked elsewhere',
      several(zone(REGION, '*', null), (estate) => estate.link(REGION_ID, HUB_NETWORK)),
      true,
      ...both(REGION, '*'),
    ],
    [
      'of which another one is linked nowhere',
      several(zone(REGION, '*'), zone(HOST, '@', null)),
      true,
      ...both(REGION, '*'),
    ],
    [
      'with the host of the scoring address',
      several(zone('score.contoso.example', '@'), zone(`other.${REGION}`, '@'), ({ world }) =>
        world.set(endpointId(workspace, 'fraud'), 'properties.scoringUri', `https://other.${REGION}/score`),
      ),
      true,
      `other.${REGION} @ for fraud`,
    ],
  ];
  it.each(table)('%s', (_, change, ...expected) => expect(foundIn(change)).toEqual(expected));

  const gaps: readonly [what: string, change: Change, answer: boolean | string, ...records: string[]][] = [
    [
      'none was found where some were not listed',
      ({ world }) => world.gap('privateDnsZone', ZONES),
      FORBIDDEN,
      FORBIDDEN,
    ],
    [
      'one answers, whatever was not listed',
      several(zone(REGION, '*'), ({ world }) => world.gap('privateDnsZone', HUB_ZONES)),
      true,
      ...both(REGION, '*'),
      FORBIDDEN,
    ],
    [
      'one host answers, and there may be more zones',
      several(zone(HOST, '@'), churn, ({ world }) => world.incomplete('privateDnsZone', ZONES)),
      '429 TooManyRequests',
      `${HOST} @ for fraud`,
      '429 TooManyRequests',
    ],
    [
      'the links were not read',
      several(zone(REGION, '*'), ({ world }) => world.gap('zoneLinks', `${REGION_ID}/virtualNetworkLinks`)),
      FORBIDDEN,
      FORBIDDEN,
    ],
    [
      'the links were not read of a zone without a record',
      several(zone(REGION, null), ({ world }) => world.gap('zoneLinks', `${REGION_ID}/virtualNetworkLinks`)),
      false,
      FORBIDDEN,
    ],
    [
      'the records were not read',
      several(zone(REGION, '*'), ({ world }) => world.gap('zoneRecords', `${REGION_ID}/A`)),
      FORBIDDEN,
      FORBIDDEN,
      FORBIDDEN,
    ],
    [
      'the endpoints were not read, and one host answers',
      several(zone(HOST, '@'), ({ world }) => world.gap('endpoints', ENDPOINTS)),
      FORBIDDEN,
      FORBIDDEN,
    ],
    [
      'the endpoints were not read, and all are answered for',
      several(zone(REGION, '*'), ({ world }) => world.gap('endpoints', ENDPOINTS)),
      true,
      `${REGION} * for all`,
      FORBIDDEN,
    ],
    [
      'an endpoint is not known to be managed',
      several(zone(HOST, '@'), churn, ({ world }) => world.gap('endpoints', endpointId(workspace, 'churn'))),
      FORBIDDEN,
      `${HOST} @ for fraud`,
      FORBIDDEN,
    ],
  ];
  it.each(gaps)('%s', (_, change, ...expected) => expect(foundIn(change)).toEqual(expected));
});
