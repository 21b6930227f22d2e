import rule from '../../../src/rules/endpoint/public-network-access.js';
import type { Estate } from '../../world/estate.js';
import { endpointId } from '../../world/names.js';
import { soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, subscription } = soundPublic().names;
const churn = endpointId(workspace, 'churn');
const ACCESS = 'properties.publicNetworkAccess';
const compute = `${workspace}/computes/k8s`;

function changed(change: (estate: Estate) => void): () => Estate {
  return () => {
    const estate = soundPublic();
    change(estate);
    return estate;
  };
}

const mend = {
  summary:
    'Close it once its clients come in by the private endpoint of the workspace; until then they lose their way in.',
  commands: [
    `az ml online-endpoint update --name churn --workspace-name mlw-open --resource-group rg-open --subscription ${subscription} --set public_network_access=disabled`,
  ],
};

testRule(rule, {
  fail: [
    {
      name: 'open: info',
      world: soundPublic,
      severity: 'info',
      message: `${ACCESS} is Enabled: the endpoint takes scoring requests from public networks.`,
      evidence: [{ resourceId: churn, path: ACCESS, actual: 'Enabled', expected: 'Disabled' }],
      ...mend,
    },
    {
      name: 'open, while private inbound is required',
      world: soundPublic,
      required: { inbound: 'private' },
      severity: 'error',
      message: `${ACCESS} is Enabled: the endpoint takes scoring requests from public networks.`,
      evidence: [{ resourceId: churn, path: ACCESS, actual: 'Enabled', expected: 'Disabled' }],
      ...mend,
    },
    {
      name: 'absent means Enabled',
      world: changed(({ world }) => world.unset(churn, ACCESS)),
      severity: 'info',
      message: `${ACCESS} is absent, which means Enabled: the endpoint takes scoring requests from public networks.`,
      evidence: [{ resourceId: churn, path: ACCESS, actual: 'absent', expected: 'Disabled' }],
      ...mend,
    },
    {
      name: 'null means the same, and other requirements do not matter',
      world: changed(({ world }) => world.set(churn, ACCESS, null)),
      required: { outbound: 'private', workspace: 'private' },
      severity: 'info',
      message: `${ACCESS} is absent, which means Enabled: the endpoint takes scoring requests from public networks.`,
      evidence: [{ resourceId: churn, path: ACCESS, actual: 'absent', expected: 'Disabled' }],
      ...mend,
    },
  ],
  pass: [
    {
      name: 'closed',
      world: soundPrivate,
      message: `${ACCESS} is Disabled: the endpoint is closed to public networks.`,
    },
    {
      name: 'closed, in another letter case',
      world: changed(({ world }) => world.set(churn, ACCESS, 'disabled')),
      message: `${ACCESS} is disabled: the endpoint is closed to public networks.`,
    },
  ],
  unknown: [
    {
      name: 'a value that nobody knows',
      world: changed(({ world }) => world.set(churn, ACCESS, 'Sometimes')),
      message: `churn: ${ACCESS} is Sometimes; isocheck knows Enabled or Disabled.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'the endpoint is listed and was not read',
      world: changed(({ world }) => world.gap('endpoints', churn, 'throttled', '429 TooManyRequests')),
      message:
        'churn was not read (throttled, Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read): 429 TooManyRequests.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
  ],
  notApplicable: [
    {
      name: 'a Kubernetes endpoint',
      world: changed(({ world }) => world.set(churn, 'properties.compute', compute)),
      message: 'A Kubernetes endpoint: its cluster decides which networks reach it.',
    },
  ],
});
