import rule from '../../../src/rules/private-endpoint/provisioning-state.js';
import type { Estate } from '../../world/estate.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, privateEndpoint, subscription, virtualNetwork, apiZone, notebooksZone } =
  soundPrivate().names;
const STATE = 'properties.provisioningState';
const place = `--resource-group rg-fraud --subscription ${subscription}`;
const target = 'pe-mlw-fraud';

function inState(state: string | null, change: (estate: Estate) => void = () => {}): () => Estate {
  return () => {
    const estate = soundPrivate();
    estate.world.set(privateEndpoint, STATE, state);
    change(estate);
    return estate;
  };
}

const failing = (state: string, actual = state) => ({
  target,
  severity: 'error' as const,
  message: `${STATE} is ${state}: private endpoint pe-mlw-fraud may lack addresses or records.`,
  evidence: [{ resourceId: privateEndpoint, path: STATE, actual, expected: 'Succeeded' }],
});
const again = {
  summary:
    'This deletes pe-mlw-fraud and makes it again in its subnet: its addresses may change, and the workspace has no private way through it in between.',
  commands: [
    `az network private-endpoint delete --name pe-mlw-fraud ${place}`,
    `az network private-endpoint create --name pe-mlw-fraud ${place} --location eastus --subnet ${virtualNetwork}/subnets/snet-endpoints --private-connection-resource-id ${workspace} --group-id amlworkspace --connection-name pe-mlw-fraud`,
    `az network private-endpoint dns-zone-group create --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.api.azureml.ms --private-dns-zone ${apiZone}`,
    `az network private-endpoint dns-zone-group add --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.notebooks.azure.net --private-dns-zone ${notebooksZone}`,
  ],
};

testRule(rule, {
  fail: [
    { name: 'Failed', world: inState('Failed'), ...failing('Failed'), ...again },
    { name: 'Canceled', world: inState('canceled'), ...failing('Canceled'), ...again },
    {
      name: 'Failed, and it leads nowhere',
      world: inState('Failed', ({ world }) =>
        world.set(privateEndpoint, 'properties.privateLinkServiceConnections', []),
      ),
      ...failing('Failed'),
      summary: 'Look up what it leads to; then delete it and make it again.',
      commands: [`az network private-endpoint show --name pe-mlw-fraud ${place}`],
    },
  ],
  pass: [
    { name: 'Succeeded', world: soundPrivate, target, message: `${STATE} is Succeeded.` },
    {
      name: 'in another letter case',
      world: inState('succeeded'),
      target,
      message: `${STATE} is Succeeded.`,
    },
  ],
  unknown: [
    {
      name: 'absent',
      world: inState(null),
      target,
      message: `pe-mlw-fraud: ${STATE} is absent.`,
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
    ...['Creating', 'Updating', 'Deleting'].map((state) => ({
      name: state,
      world: inState(state),
      target,
      message: `${STATE} is ${state}: the service is still at work on pe-mlw-fraud.`,
      operations: [],
    })),
    {
      name: 'a state that nobody knows',
      world: inState('Perhaps'),
      target,
      message: `pe-mlw-fraud: ${STATE} is Perhaps; isocheck knows Succeeded or Failed or Canceled or Creating or Updating or Deleting or Scaling.`,
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
  ],
  notApplicable: 'every private endpoint has a state',
});
