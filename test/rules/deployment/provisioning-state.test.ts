import rule from '../../../src/rules/deployment/provisioning-state.js';
import type { Estate } from '../../world/estate.js';
import { deploymentId } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, subscription } = soundPrivate().names;
const deployment = deploymentId(workspace, 'fraud', 'blue');
const scope = `--name blue --endpoint-name fraud --workspace-name mlw-fraud --resource-group rg-fraud --subscription ${subscription}`;
const READ = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read';

function inState(state: string | null): () => Estate {
  return () => {
    const estate = soundPrivate();
    estate.world.set(deployment, 'properties.provisioningState', state);
    return estate;
  };
}

const remedy = {
  summary:
    "Read why in the logs of the model's container and of the one that downloads the model, mend that, and update the deployment from its own file (deployment.yml here).",
  commands: [
    `az ml online-deployment get-logs --container inference-server --lines 200 ${scope}`,
    `az ml online-deployment get-logs --container storage-initializer --lines 200 ${scope}`,
    `az ml online-deployment update --file deployment.yml ${scope}`,
  ],
};

const failed = (state: string, actual = state) => ({
  name: `it is ${actual}`,
  world: inState(actual),
  severity: 'error' as const,
  message: `properties.provisioningState is ${state}; the deployment does not serve what its file says.`,
  evidence: [
    { resourceId: deployment, path: 'properties.provisioningState', actual: state, expected: 'Succeeded' },
  ],
  ...remedy,
});

const busy = (state: string) => ({
  name: `it is ${state}`,
  world: inState(state),
  message: `properties.provisioningState is ${state}: the service is still at work.`,
  operations: [],
});

testRule(rule, {
  fail: [failed('Failed'), failed('Canceled'), failed('Failed', 'failed')],
  pass: [{ name: 'it was made', world: soundPrivate, message: 'properties.provisioningState is Succeeded.' }],
  unknown: [
    busy('Creating'),
    busy('Updating'),
    busy('Scaling'),
    busy('Deleting'),
    {
      name: 'the state is one of tomorrow',
      world: inState('Paused'),
      message:
        'blue: properties.provisioningState is Paused; isocheck knows Succeeded or Failed or Canceled or Creating or Updating or Deleting or Scaling.',
      operations: [READ],
    },
    {
      name: 'ARM tells no state',
      world: inState(null),
      message: 'blue: properties.provisioningState is absent.',
      operations: [READ],
    },
    {
      name: 'the deployment was refused',
      world: () => {
        const estate = soundPrivate();
        estate.world.gap('deployments', deployment);
        return estate;
      },
      message: `blue was not read (forbidden, ${READ}): 403 AuthorizationFailed.`,
      operations: [READ],
    },
  ],
  notApplicable: 'every deployment has a provisioning state',
});
