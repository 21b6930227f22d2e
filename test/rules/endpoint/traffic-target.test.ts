import type { Json } from '../../../src/json.js';
import rule from '../../../src/rules/endpoint/traffic-target.js';
import type { Estate } from '../../world/estate.js';
import { deploymentId, endpointId } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, subscription } = soundPrivate().names;
const fraud = endpointId(workspace, 'fraud');
const blue = deploymentId(workspace, 'fraud', 'blue');
const green = deploymentId(workspace, 'fraud', 'green');
const TRAFFIC = 'properties.traffic';
const STATE = 'properties.provisioningState';
const place = `--workspace-name mlw-fraud --resource-group rg-fraud --subscription ${subscription}`;
const DEPLOYMENTS_READ = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read';

/** Two deployments, with these shares. */
function changed(traffic: Json, change: (estate: Estate) => void = () => {}): () => Estate {
  return () => {
    const estate = soundPrivate().deployment('fraud', 'green', 'Disabled');
    estate.world.set(fraud, TRAFFIC, traffic);
    change(estate);
    return estate;
  };
}

const passes = 'Every deployment that gets traffic exists and did not fail.';
const logsOf = (name: string) =>
  `az ml online-deployment get-logs --name ${name} --endpoint-name fraud ${place}`;
const sendTo = (name: string) => `az ml online-endpoint update --name fraud ${place} --traffic ${name}=100`;
const failedAt = (resourceId: string) => ({
  resourceId,
  path: STATE,
  actual: 'Failed',
  expected: 'Succeeded',
});
const missing = (name: string, percent: number) => ({
  resourceId: fraud,
  path: `${TRAFFIC}.${name}`,
  actual: `${percent}`,
  expected: 'a deployment that exists',
});

testRule(rule, {
  fail: [
    {
      name: 'a share goes to one that failed',
      world: changed({ blue: 90, green: 10 }, ({ world }) => world.set(green, STATE, 'failed')),
      severity: 'error',
      message: `${TRAFFIC} sends 10% to green, which failed.`,
      evidence: [failedAt(green)],
      summary: 'Send the traffic to blue, which works; the log of a failed deployment tells why.',
      commands: [sendTo('blue'), logsOf('green')],
    },
    {
      name: 'a share goes to one that does not exist',
      world: changed({ blue: 50, red: 50 }),
      severity: 'error',
      message: `${TRAFFIC} sends 50% to red, which does not exist.`,
      evidence: [missing('red', 50)],
      summary: 'Send the traffic to blue, which works; the log of a failed deployment tells why.',
      commands: [sendTo('blue')],
    },
    {
      name: 'none works',
      world: changed({ blue: 60, green: 40 }, ({ world }) =>
        world.set(green, STATE, 'Failed').set(blue, STATE, 'Failed'),
      ),
      severity: 'error',
      message: `${TRAFFIC} sends 60% to blue, which failed; 40% to green, which failed.`,
      evidence: [failedAt(blue), failedAt(green)],
      summary:
        'No deployment of the endpoint works: see why in the log, mend what the other findings tell, and make the deployment again.',
      commands: [logsOf('blue'), logsOf('green')],
    },
    {
      name: 'one failed, and another one was not read',
      world: changed({ blue: 60, green: 40 }, ({ world }) =>
        world.set(green, STATE, 'Failed').gap('deployments', blue),
      ),
      severity: 'error',
      message: `${TRAFFIC} sends 40% to green, which failed.`,
      evidence: [failedAt(green)],
      summary:
        'No deployment of the endpoint works: see why in the log, mend what the other findings tell, and make the deployment again.',
      commands: [logsOf('green')],
    },
  ],
  pass: [
    { name: 'all of it to one that works', world: soundPrivate, message: passes },
    { name: 'names in another letter case', world: changed({ Blue: 50, GREEN: 50 }), message: passes },
    {
      name: 'no traffic to the one that failed',
      world: changed({ blue: 100, green: 0 }, ({ world }) => world.set(green, STATE, 'Failed')),
      message: passes,
    },
    {
      name: 'one that is being updated answers',
      world: changed({ blue: 100 }, ({ world }) => world.set(blue, STATE, 'Updating')),
      message: passes,
    },
    {
      name: 'all that get traffic are known, whatever else is hidden',
      world: changed({ blue: 100 }, ({ world }) => world.incomplete('deployments', `${fraud}/deployments`)),
      message: passes,
    },
  ],
  unknown: [
    {
      name: 'the deployments were not read',
      world: changed({ blue: 100 }, ({ world }) => world.gap('deployments', `${fraud}/deployments`)),
      message: `deployments was not read (forbidden, ${DEPLOYMENTS_READ}): 403 AuthorizationFailed.`,
      operations: [DEPLOYMENTS_READ],
    },
    {
      name: 'the one that gets it may be hidden',
      world: changed({ red: 100 }, ({ world }) => world.incomplete('deployments', `${fraud}/deployments`)),
      message: `deployments was not read (throttled, ${DEPLOYMENTS_READ}): 429 TooManyRequests.`,
      operations: [DEPLOYMENTS_READ],
    },
    {
      name: 'a state that nobody knows',
      world: changed({ blue: 100 }, ({ world }) => world.set(blue, STATE, 'Pondering')),
      message: `blue: ${STATE} is Pondering; isocheck knows Succeeded or Failed or Canceled or Creating or Updating or Deleting or Scaling.`,
      operations: [DEPLOYMENTS_READ],
    },
    {
      name: 'shares that are no numbers',
      world: changed({ blue: '100' }),
      message: `fraud: ${TRAFFIC}.blue is "100".`,
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
  ],
  notApplicable: [
    { name: 'no traffic', world: changed({ blue: 0 }), message: 'No deployment gets traffic.' },
  ],
});
