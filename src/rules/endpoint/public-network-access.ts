import { ENDPOINT } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { onlineEndpoint } from '../judgements/online-endpoint.js';
import { azureCli } from '../remedies/azure-cli.js';

/**
 * A closed endpoint takes scoring requests through the private endpoint of its workspace alone; the flag can be
 * changed at any time (learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint).
 */
export default defineRule({
  id: 'endpoint/public-network-access',
  title: 'the endpoint is closed to public networks',
  severity: ({ inbound }) => (inbound === 'private' ? 'error' : 'info'),
  target: 'endpoint',
  docs: {
    why: 'publicNetworkAccess of a managed online endpoint decides whether it takes scoring requests from public networks. Public inbound is supported, so this is a fault only where private inbound is required. Kubernetes endpoints are governed by their cluster.',
    consequence: 'Everybody who holds a key or a token can send scoring requests from public networks.',
    severity: 'info; error when private inbound is required.',
    wrongWhen:
      'It tells that the door is open, not who can come: keys and tokens stand before it, and so does a list of selected IP addresses of the workspace, which the verdict does not weigh.',
    example: {
      read: 'endpoints',
      type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
      failing: { properties: { publicNetworkAccess: 'Enabled' } },
      mended: { properties: { publicNetworkAccess: 'Disabled' } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isKubernetes'],
    when: ({ isKubernetes }) =>
      !isKubernetes || 'A Kubernetes endpoint: its cluster decides which networks reach it.',
  },
  needs: ['publicNetworkAccess'],
  check: ({ publicNetworkAccess }, { target }) => {
    const { path } = ENDPOINT.publicNetworkAccess;
    const actual = target.resource.known
      ? target.resource.value.raw(ENDPOINT.publicNetworkAccess)
      : 'Enabled';
    if (publicNetworkAccess === 'closed') {
      return pass(`${path} is ${actual}: the endpoint is closed to public networks.`);
    }
    return fail({
      message: `${path} is ${actual === 'absent' ? 'absent, which means Enabled' : actual}: the endpoint takes scoring requests from public networks.`,
      evidence: [{ resourceId: target.id, path, actual, expected: 'Disabled' }],
      remedy: {
        summary:
          'Close it once its clients come in by the private endpoint of the workspace; until then they lose their way in.',
        commands: [
          azureCli('az ml online-endpoint update', {
            ...onlineEndpoint(target),
            '--set': 'public_network_access=disabled',
          }),
        ],
        property: { resourceId: target.id, path, value: 'Disabled' },
      },
    });
  },
});
