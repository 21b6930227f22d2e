import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.js';
import type { Fact } from '../../../src/model/algebra/fact.js';
import { Model } from '../../../src/model/bodies/model.js';
import {
  hasServingDeployment,
  lostTraffic,
  workingDeployment,
} from '../../../src/model/reach/endpoint-traffic.js';
import { endpointsOf } from '../../../src/model/resources/endpoint.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import type { Estate } from '../../world/estate.js';
import { deploymentId, endpointId } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';

const { workspace } = soundPrivate().names;
const FRAUD = endpointId(workspace, 'fraud');
const BLUE = deploymentId(workspace, 'fraud', 'blue');
const GREEN = deploymentId(workspace, 'fraud', 'green');
const STATE = 'properties.provisioningState';
const FORBIDDEN = '403 AuthorizationFailed';
const INCOMPLETE = '429 TooManyRequests';

type Change = (estate: Estate) => unknown;

const textOf = <T>(fact: Fact<T>): T | string =>
  fact.known ? fact.value : fact.gaps.map(({ detail }) => detail).join('; ');

/** An endpoint with the deployments blue and green, and this traffic. */
function trafficOf(traffic: JsonObject, change: Change = () => undefined) {
  const estate = soundPrivate().deployment('fraud', 'green', 'Disabled');
  estate.world.set(FRAUD, 'properties.traffic', traffic);
  change(estate);
  const [endpoint] = endpointsOf(workspaceAt(new Model(estate.world.snapshot()), workspace)).items;
  if (endpoint === undefined) throw new Error('the world holds no endpoint');
  const lost = lostTraffic(endpoint);
  return {
    serves: textOf(hasServingDeployment(endpoint)),
    lost: lost.known
      ? lost.value.map(({ deployment, percent, failed }) => `${deployment} ${percent} ${failed?.name ?? '-'}`)
      : textOf(lost),
    working: workingDeployment(endpoint)?.name ?? null,
  };
}

const failed =
  (...ids: readonly string[]): Change =>
  ({ world }) => {
    for (const id of ids) world.set(id, STATE, 'Failed');
  };
const listUnread: Change = ({ world }) => world.gap('deployments', `${FRAUD}/deployments`);
const listIncomplete: Change = ({ world }) => world.incomplete('deployments', `${FRAUD}/deployments`);

describe('the traffic of an endpoint', () => {
  const table: readonly [
    what: string,
    traffic: JsonObject,
    change: Change,
    expected: ReturnType<typeof trafficOf>,
  ][] = [
    ['to one', { blue: 100 }, () => undefined, { serves: true, lost: [], working: 'blue' }],
    ['to both', { blue: 90, green: 10 }, () => undefined, { serves: true, lost: [], working: 'blue' }],
    ['in another case', { Green: 100 }, () => undefined, { serves: true, lost: [], working: 'blue' }],
    [
      'to one that is spelled otherwise',
      { amber: 100 },
      (estate) => estate.deployment('fraud', 'Amber', 'Disabled'),
      { serves: true, lost: [], working: 'blue' },
    ],
    ['to nobody', {}, () => undefined, { serves: false, lost: [], working: 'blue' }],
    ['of 0', { blue: 0, gone: 0 }, () => undefined, { serves: false, lost: [], working: 'blue' }],
    [
      'to nobody that is there',
      { gone: 100 },
      () => undefined,
      { serves: false, lost: ['gone 100 -'], working: 'blue' },
    ],
    [
      'in part to nobody',
      { gone: 1, green: 99 },
      () => undefined,
      { serves: true, lost: ['gone 1 -'], working: 'blue' },
    ],
    [
      'to one that failed',
      { blue: 90, green: 10 },
      failed(GREEN),
      { serves: true, lost: ['green 10 green'], working: 'blue' },
    ],
    [
      'to one that failed, in another case',
      { GREEN: 10 },
      failed(GREEN),
      { serves: true, lost: ['GREEN 10 green'], working: 'blue' },
    ],
    [
      'to two that failed',
      { blue: 90, green: 10 },
      failed(BLUE, GREEN),
      { serves: true, lost: ['blue 90 blue', 'green 10 green'], working: null },
    ],
    ['not to one that failed', { green: 100 }, failed(BLUE), { serves: true, lost: [], working: 'green' }],
    [
      'to one that is being made',
      { blue: 100 },
      ({ world }) => world.set(BLUE, STATE, 'Updating'),
      { serves: true, lost: [], working: 'green' },
    ],
    [
      'to one that was not read',
      { blue: 100 },
      ({ world }) => world.gap('deployments', BLUE),
      { serves: true, lost: FORBIDDEN, working: 'green' },
    ],
    [
      'to one that tells no state',
      { blue: 100 },
      ({ world }) => world.unset(BLUE, STATE),
      { serves: true, lost: 'properties.provisioningState is absent', working: 'green' },
    ],
    [
      'to one that was not read and one that failed',
      { blue: 50, green: 50 },
      (estate) => {
        failed(GREEN)(estate);
        estate.world.gap('deployments', BLUE);
      },
      { serves: true, lost: ['green 50 green'], working: null },
    ],
    [
      'to deployments that were not listed',
      { blue: 100 },
      listUnread,
      { serves: FORBIDDEN, lost: FORBIDDEN, working: null },
    ],
    [
      'to one that was listed, though others were not',
      { blue: 100 },
      listIncomplete,
      { serves: true, lost: [], working: 'blue' },
    ],
    [
      'to one that may not have been listed',
      { gone: 100 },
      listIncomplete,
      { serves: INCOMPLETE, lost: INCOMPLETE, working: 'blue' },
    ],
    [
      'that nobody has, though deployments were not listed',
      {},
      listUnread,
      { serves: false, lost: [], working: null },
    ],
    [
      'that is odd',
      { blue: 'all' },
      () => undefined,
      {
        serves: 'properties.traffic.blue is "all"',
        lost: 'properties.traffic.blue is "all"',
        working: 'blue',
      },
    ],
  ];
  it.each(table)('%s', (_, traffic, change, expected) =>
    expect(trafficOf(traffic, change)).toEqual(expected),
  );
});
