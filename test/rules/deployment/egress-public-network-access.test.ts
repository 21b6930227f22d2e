import rule from '../../../src/rules/deployment/egress-public-network-access.js';
import { Estate } from '../../world/estate.js';
import { deploymentId, endpointId } from '../../world/names.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const mixed = () =>
  new Estate('fraud', { workspaceAccess: 'Enabled' }).endpoint('fraud', 'Disabled', { blue: 'Enabled' });
const { workspace, subscription } = mixed().names;
const deployment = deploymentId(workspace, 'fraud', 'blue');
const scope = `--name blue --endpoint-name fraud --workspace-name mlw-fraud --resource-group rg-fraud --subscription ${subscription}`;
const path = 'properties.egressPublicNetworkAccess';

const remedy = {
  summary:
    "Let the deployment out privately: the flag can't be changed later, so this deletes deployment blue and makes it again from its own file (deployment.yml here); it answers nothing meanwhile. Its image then has to come from the workspace's registry, and its model from the workspace's default storage account. Microsoft recommends a managed network of the workspace in place of this flag.",
  commands: [
    `az ml online-deployment delete ${scope}`,
    `az ml online-deployment create --file deployment.yml --set egress_public_network_access=disabled ${scope}`,
  ],
};

testRule(rule, {
  fail: [
    {
      name: 'egress is Enabled',
      world: mixed,
      severity: 'info',
      message: `${path} is Enabled; the deployment reaches the internet, and all that it downloads comes over the public network.`,
      evidence: [{ resourceId: deployment, path, actual: 'Enabled', expected: 'Disabled' }],
      ...remedy,
    },
    {
      name: 'egress is Enabled and private outbound is required',
      world: mixed,
      required: { outbound: 'private' },
      severity: 'error',
      message: `${path} is Enabled; the deployment reaches the internet, and all that it downloads comes over the public network.`,
      evidence: [{ resourceId: deployment, path, actual: 'Enabled', expected: 'Disabled' }],
      ...remedy,
    },
    {
      name: 'egress is absent, and private inbound is required',
      world: () => {
        const estate = mixed();
        estate.world.unset(deployment, path);
        return estate;
      },
      required: { inbound: 'private' },
      severity: 'info',
      message: `${path} is absent, which means Enabled; the deployment reaches the internet, and all that it downloads comes over the public network.`,
      evidence: [{ resourceId: deployment, path, actual: 'absent', expected: 'Disabled' }],
      ...remedy,
    },
    {
      name: 'egress is enabled in small letters',
      world: () => {
        const estate = mixed();
        estate.world.set(deployment, path, 'enabled');
        return estate;
      },
      severity: 'info',
      message: `${path} is enabled; the deployment reaches the internet, and all that it downloads comes over the public network.`,
      evidence: [{ resourceId: deployment, path, actual: 'enabled', expected: 'Disabled' }],
      ...remedy,
    },
  ],
  pass: [{ name: 'egress is Disabled', world: soundPrivate, message: `${path} is Disabled.` }],
  unknown: [
    {
      name: 'the flag has a value of tomorrow',
      world: () => {
        const estate = mixed();
        estate.world.set(deployment, path, 'SecuredByPerimeter');
        return estate;
      },
      message: `blue: ${path} is SecuredByPerimeter; isocheck knows Enabled or Disabled.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read'],
    },
    {
      name: 'the workspace answered in an api-version that knows no managed network',
      world: () => {
        const estate = mixed();
        estate.world.unset(workspace, 'properties.managedNetwork').version(workspace, '2022-05-01');
        return estate;
      },
      message:
        'mlw-fraud: properties.managedNetwork.isolationMode is not known to api-version 2022-05-01, which was asked.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    {
      name: 'the workspace has a managed network',
      world: soundManaged,
      message: "The deployment leaves through the workspace's managed network; its own flag has no say.",
    },
    {
      name: 'the endpoint is served by a Kubernetes cluster',
      world: () => {
        const estate = mixed();
        estate.world.set(endpointId(workspace, 'fraud'), 'properties.compute', `${workspace}/computes/k8s`);
        return estate;
      },
      message: 'The deployment runs on a Kubernetes cluster, which lets it out.',
    },
  ],
});
