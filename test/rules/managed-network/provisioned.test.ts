import rule from '../../../src/rules/managed-network/provisioned.js';
import type { Estate } from '../../world/estate.js';
import { endpointId } from '../../world/names.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';
import { testRule } from '../test-rule.js';

const { workspace, subscription } = soundManaged().names;
const endpoint = endpointId(workspace, 'claims');
const path = 'properties.managedNetwork.status.status';

const changed = (change: (world: World) => void) => (): Estate => {
  const estate = soundManaged();
  change(estate.world);
  return estate;
};

const failed = (severity: 'error' | 'info', actual: string) => ({
  severity,
  message: `${path} is ${actual}; the managed network is not provisioned, and deployments cannot be made in it.`,
  evidence: [{ resourceId: workspace, path, actual, expected: 'Active' }],
  summary:
    'Provision the managed network, which takes some minutes and makes its private endpoints (and an Azure Firewall where it has FQDN rules), which cost.',
  commands: [
    `az ml workspace provision-network --name mlw-managed --resource-group rg-managed --subscription ${subscription}`,
  ],
});

const inactive = (world: World) => world.set(workspace, path, 'Inactive');

testRule(rule, {
  fail: [
    { name: 'the network is Inactive', world: changed(inactive), ...failed('error', 'Inactive') },
    {
      name: 'no status is told',
      world: changed((world) => world.unset(workspace, 'properties.managedNetwork.status')),
      ...failed('error', 'absent'),
    },
    {
      name: 'there is no endpoint',
      world: changed((world) => inactive(world).remove(endpoint)),
      ...failed('info', 'Inactive'),
    },
    {
      name: 'the only endpoint is served by a Kubernetes cluster',
      world: changed((world) =>
        inactive(world).set(endpoint, 'properties.compute', `${workspace}/computes/k8s`),
      ),
      ...failed('info', 'Inactive'),
    },
    {
      name: 'the endpoints were refused',
      world: changed((world) => inactive(world).gap('endpoints', `${workspace}/onlineEndpoints`)),
      ...failed('error', 'Inactive'),
    },
  ],
  pass: [
    { name: 'the network is Active', world: () => soundManaged(), message: `${path} is Active.` },
    {
      name: 'the network is active in small letters',
      world: changed((world) => world.set(workspace, path, 'active')),
      message: `${path} is Active.`,
    },
  ],
  unknown: [
    {
      name: 'the status is one of tomorrow',
      world: changed((world) => world.set(workspace, path, 'Provisioning')),
      message: `mlw-managed: ${path} is Provisioning; isocheck knows Active or Inactive.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'the api-version knows no status',
      world: changed((world) =>
        world.unset(workspace, 'properties.managedNetwork.status').version(workspace, '2022-12-01-preview'),
      ),
      message: `mlw-managed: ${path} is not known to api-version 2022-12-01-preview, which was asked.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'the api-version knows no managed network',
      world: changed((world) =>
        world.unset(workspace, 'properties.managedNetwork').version(workspace, '2022-10-01'),
      ),
      message:
        'mlw-managed: properties.managedNetwork.isolationMode is not known to api-version 2022-10-01, which was asked.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    {
      name: 'there is no managed network',
      world: soundPrivate,
      message: 'The workspace has no managed network.',
    },
    {
      name: 'ARM leaves the managed network out',
      world: () => {
        const estate = soundPrivate();
        estate.world.unset(estate.names.workspace, 'properties.managedNetwork');
        return estate;
      },
      message: 'The workspace has no managed network.',
    },
  ],
});
