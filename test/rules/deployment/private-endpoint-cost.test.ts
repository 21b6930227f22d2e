import rule from '../../../src/rules/deployment/private-endpoint-cost.js';
import { Estate } from '../../world/estate.js';
import { deploymentId, endpointId } from '../../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace } = soundPrivate().names;
const endpoint = endpointId(workspace, 'fraud');
const summary =
  'Nothing has to be done, and no command is needed. A managed network of the workspace has one set of private endpoints for all deployments; moving there takes a new endpoint with its deployments made again.';

const withEgress = (name: string) => ({
  resourceId: deploymentId(workspace, 'fraud', name),
  path: 'properties.egressPublicNetworkAccess',
  actual: 'Disabled',
  expected: 'Enabled behind a managed network of the workspace',
});

const three = () =>
  new Estate('fraud').endpoint('fraud', 'Disabled', { blue: 'Disabled', green: 'Enabled', red: 'Disabled' });

testRule(rule, {
  fail: [
    {
      name: 'one deployment',
      world: soundPrivate,
      severity: 'info',
      message: '1 deployment leaves by private endpoints of its own: 3 each, 3 in all.',
      evidence: [withEgress('blue')],
      summary,
      commands: [],
    },
    {
      name: 'two of three deployments',
      world: three,
      severity: 'info',
      message: '2 deployments leave by private endpoints of their own: 3 each, 6 in all.',
      evidence: [withEgress('blue'), withEgress('red')],
      summary,
      commands: [],
    },
    {
      name: 'the list of deployments is cut off',
      world: () => {
        const estate = three();
        estate.world.incomplete('deployments', `${endpoint}/deployments`);
        return estate;
      },
      severity: 'info',
      message:
        '2 deployments leave by private endpoints of their own, and others may, which were not read: 3 each, at least 6 in all.',
      evidence: [withEgress('blue'), withEgress('red')],
      summary,
      commands: [],
    },
  ],
  pass: [
    {
      name: 'public egress',
      world: soundPublic,
      message: 'No deployment leaves by private endpoints of its own.',
    },
    {
      name: 'a managed network',
      world: soundManaged,
      message: 'No deployment leaves by private endpoints of its own.',
    },
    {
      name: 'no deployment',
      world: () => new Estate('fraud').endpoint('fraud', 'Disabled', {}),
      message: 'No deployment leaves by private endpoints of its own.',
    },
  ],
  unknown: [
    {
      name: 'the deployments were not read',
      world: () => {
        const estate = soundPrivate();
        estate.world.gap('deployments', `${endpoint}/deployments`);
        return estate;
      },
      message:
        'deployments was not read (forbidden, Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read'],
    },
    {
      name: 'the flag has a value of tomorrow',
      world: () => {
        const estate = soundPrivate();
        estate.world.set(
          deploymentId(workspace, 'fraud', 'blue'),
          'properties.egressPublicNetworkAccess',
          'SecuredByPerimeter',
        );
        return estate;
      },
      message:
        'blue: properties.egressPublicNetworkAccess is SecuredByPerimeter; isocheck knows Enabled or Disabled.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read'],
    },
  ],
  notApplicable: [
    {
      name: 'a Kubernetes cluster',
      world: () => {
        const estate = soundPrivate();
        estate.world.set(endpoint, 'properties.compute', `${workspace}/computes/aks`);
        return estate;
      },
      message: 'The endpoint runs on a Kubernetes cluster, which lets its deployments out.',
    },
  ],
});
