import type { Json } from '../../../src/json.js';
import rule from '../../../src/rules/endpoint/provisioning-state.js';
import type { Estate } from '../../world/estate.js';
import { endpointId } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, subscription } = soundPrivate().names;
const fraud = endpointId(workspace, 'fraud');
const STATE = 'properties.provisioningState';

function inState(state: Json): () => Estate {
  return () => {
    const estate = soundPrivate();
    estate.world.set(fraud, STATE, state);
    return estate;
  };
}

const mend = {
  summary:
    'Show the endpoint, mend what the other findings tell, and run the operation again. An endpoint that never succeeded has to be deleted and created again, together with its deployments.',
  commands: [
    `az ml online-endpoint show --name fraud --workspace-name mlw-fraud --resource-group rg-fraud --subscription ${subscription}`,
  ],
};

const failed = (state: string) => ({
  name: state,
  world: inState(state.toLowerCase()),
  severity: 'error' as const,
  message: `${STATE} is ${state}; an endpoint takes requests once it is Succeeded.`,
  evidence: [{ resourceId: fraud, path: STATE, actual: state, expected: 'Succeeded' }],
  ...mend,
});

const atWork = (state: string) => ({
  name: state,
  world: inState(state),
  message: `${STATE} is ${state}: the service is at work on the endpoint.`,
  operations: [],
});

testRule(rule, {
  fail: [failed('Failed'), failed('Canceled')],
  pass: [
    { name: 'Succeeded', world: soundPrivate, message: `${STATE} is Succeeded.` },
    { name: 'in another letter case', world: inState('succeeded'), message: `${STATE} is Succeeded.` },
  ],
  unknown: [
    atWork('Creating'),
    atWork('Updating'),
    atWork('Deleting'),
    {
      name: 'a state that nobody knows',
      world: inState('Pondering'),
      message: `fraud: ${STATE} is Pondering; isocheck knows Succeeded or Failed or Canceled or Creating or Updating or Deleting or Scaling.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'null',
      world: inState(null),
      message: `fraud: ${STATE} is absent.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
  ],
  notApplicable: 'every endpoint has a state',
});
