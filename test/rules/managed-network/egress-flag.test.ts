import rule from '../../../src/rules/managed-network/egress-flag.js';
import { Estate } from '../../world/estate.js';
import { deploymentId, endpointId } from '../../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const closed = (flag = 'Disabled') => {
  const estate = soundManaged();
  estate.world.set(deployment, path, flag);
  return estate;
};
const { workspace, subscription } = soundManaged().names;
const deployment = deploymentId(workspace, 'claims', 'blue');
const path = 'properties.egressPublicNetworkAccess';
const scope = `--name blue --endpoint-name claims --workspace-name mlw-managed --resource-group rg-managed --subscription ${subscription}`;
const READ = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read';

const failed = (actual: string) => ({
  severity: 'warning' as const,
  message: `${path} is ${actual}, which has no effect: the deployment leaves through the managed network of its workspace.`,
  evidence: [{ resourceId: deployment, path, actual, expected: 'absent or Enabled' }],
  summary:
    "Nothing is urgent: leave the flag out when the deployment is made the next time. To do so now: the flag can't be changed later, so this deletes deployment blue and makes it again from its own file (deployment.yml here); it answers nothing meanwhile.",
  commands: [
    `az ml online-deployment delete ${scope}`,
    `az ml online-deployment create --file deployment.yml --set egress_public_network_access=enabled ${scope}`,
  ],
});

testRule(rule, {
  fail: [
    { name: 'egress is Disabled', world: () => closed(), ...failed('Disabled') },
    { name: 'egress is disabled in small letters', world: () => closed('disabled'), ...failed('disabled') },
    {
      name: 'egress is Disabled, and the network lets out to the internet',
      world: () => {
        const estate = closed();
        estate.world.set(workspace, 'properties.managedNetwork.isolationMode', 'AllowInternetOutbound');
        return estate;
      },
      ...failed('Disabled'),
    },
  ],
  pass: [
    {
      name: 'egress is Enabled',
      world: () => soundManaged(),
      message: `${path} is not Disabled; the managed network decides.`,
    },
    {
      name: 'egress is absent',
      world: () => {
        const estate = soundManaged();
        estate.world.unset(deployment, path);
        return estate;
      },
      message: `${path} is not Disabled; the managed network decides.`,
    },
  ],
  unknown: [
    {
      name: 'the flag has a value of tomorrow',
      world: () => closed('SecuredByPerimeter'),
      message: `blue: ${path} is SecuredByPerimeter; isocheck knows Enabled or Disabled.`,
      operations: [READ],
    },
    {
      name: 'the deployment was refused',
      world: () => {
        const estate = soundManaged();
        estate.world.gap('deployments', deployment);
        return estate;
      },
      message: `blue was not read (forbidden, ${READ}): 403 AuthorizationFailed.`,
      operations: [READ],
    },
  ],
  notApplicable: [
    {
      name: 'there is no managed network, and egress is Disabled',
      world: soundPrivate,
      message: 'The deployment does not leave through a managed network.',
    },
    {
      name: 'there is no managed network, and egress is Enabled',
      world: soundPublic,
      message: 'The deployment does not leave through a managed network.',
    },
    {
      name: 'the endpoint is served by a Kubernetes cluster',
      world: () => {
        const estate = new Estate('managed', { isolationMode: 'AllowOnlyApprovedOutbound' });
        estate.endpoint('claims', 'Disabled', { blue: 'Disabled' });
        estate.world.set(endpointId(workspace, 'claims'), 'properties.compute', `${workspace}/computes/k8s`);
        return estate;
      },
      message: 'The deployment does not leave through a managed network.',
    },
  ],
});
