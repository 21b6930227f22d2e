import type { Json } from '../../../src/json.js';
import rule from '../../../src/rules/endpoint/traffic.js';
import { Estate } from '../../world/estate.js';
import { deploymentId, endpointId } from '../../world/names.js';
import { soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, subscription } = soundPrivate().names;
const fraud = endpointId(workspace, 'fraud');
const blue = deploymentId(workspace, 'fraud', 'blue');
const TRAFFIC = 'properties.traffic';

function changed(change: (estate: Estate) => void): () => Estate {
  return () => {
    const estate = soundPrivate();
    change(estate);
    return estate;
  };
}

function withTraffic(traffic: Json): () => Estate {
  return changed(({ world }) => world.set(fraud, TRAFFIC, traffic));
}

const to = (deployment: string) => ({
  summary: `Send traffic to a deployment; ${deployment} would be one.`,
  commands: [
    `az ml online-endpoint update --name fraud --workspace-name mlw-fraud --resource-group rg-fraud --subscription ${subscription} --traffic ${deployment}=100`,
  ],
});

const shown = (actual: string) => ({
  severity: 'warning' as const,
  message: `${TRAFFIC} is ${actual}: no deployment of the endpoint gets traffic.`,
  evidence: [{ resourceId: fraud, path: TRAFFIC, actual, expected: 'a deployment above 0' }],
});

testRule(rule, {
  fail: [
    { name: 'no shares at all', world: withTraffic({}), ...shown('{}'), ...to('blue') },
    { name: 'a share of 0', world: withTraffic({ blue: 0 }), ...shown('{"blue":0}'), ...to('blue') },
    { name: 'null', world: withTraffic(null), ...shown('absent'), ...to('blue') },
    {
      name: 'all of it goes to one that does not exist',
      world: withTraffic({ green: 100 }),
      ...shown('{"green":100}'),
      ...to('blue'),
    },
    {
      name: 'no share, and more deployments may be hidden: one without traffic is enough',
      world: changed(({ world }) => {
        world.set(fraud, TRAFFIC, {});
        world.incomplete('deployments', `${fraud}/deployments`);
      }),
      ...shown('{}'),
      ...to('blue'),
    },
    {
      name: 'the first one failed: the one that works is proposed',
      world: changed((estate) => {
        estate.deployment('fraud', 'green', 'Disabled');
        estate.world.set(blue, 'properties.provisioningState', 'Failed').set(fraud, TRAFFIC, {});
      }),
      ...shown('{}'),
      ...to('green'),
    },
  ],
  pass: [
    { name: 'all of it to the only one', world: soundPrivate, message: 'A deployment gets traffic.' },
    { name: 'the same in a public workspace', world: soundPublic, message: 'A deployment gets traffic.' },
    {
      name: 'names in another letter case',
      world: withTraffic({ BLUE: 1 }),
      message: 'A deployment gets traffic.',
    },
    {
      name: 'one share is enough, whatever else is hidden',
      world: changed(({ world }) => world.incomplete('deployments', `${fraud}/deployments`)),
      message: 'A deployment gets traffic.',
    },
  ],
  unknown: [
    {
      name: 'a share that is no number',
      world: withTraffic({ blue: 'all' }),
      message: `fraud: ${TRAFFIC}.blue is "all".`,
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'the deployments were not read',
      world: changed(({ world }) => world.gap('deployments', `${fraud}/deployments`)),
      message:
        'deployments was not read (forbidden, Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read'],
    },
    {
      name: 'the traffic goes to one that may be hidden',
      world: changed(({ world }) => {
        world.set(fraud, TRAFFIC, { green: 100 });
        world.incomplete('deployments', `${fraud}/deployments`);
      }),
      message:
        'deployments was not read (throttled, Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read): 429 TooManyRequests.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read'],
    },
  ],
  notApplicable: [
    {
      name: 'no deployments',
      world: () => new Estate('fraud').endpoint('fraud', 'Disabled', {}),
      message: 'The endpoint has no deployments.',
    },
  ],
});
