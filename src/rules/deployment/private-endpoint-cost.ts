import { complete } from '../../model/algebra/fact.js';
import { DEPLOYMENT } from '../../model/arm-properties/index.js';
import { fail, pass, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';

/** To the workspace, to blob of its storage account and to its registry. */
const ENDPOINTS_EACH = 3;

/**
 * Azure ML makes three private endpoints for every deployment whose egress is Disabled
 * (learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint, the appendix on the earlier method).
 */
export default defineRule({
  id: 'deployment/private-endpoint-cost',
  title: 'no deployment pays for private endpoints of its own',
  severity: 'info',
  target: 'endpoint',
  docs: {
    why: 'Each deployment with egress Disabled and no managed network has a virtual network of its own with three private endpoints: to the workspace, to blob of its storage account, and to its registry. Two such deployments of one endpoint make six. A managed network of the workspace has one set for all deployments, and the page recommends it.',
    consequence:
      'Private endpoints are made, approved and counted for every deployment again: each blue-green rollout adds three more while both versions run.',
    wrongWhen:
      'It counts by the flag of the deployments and not the private endpoints themselves, which lie in a subscription of Microsoft where nobody can list them; what they are charged, ARM does not tell.',
    example: {
      read: 'deployments',
      type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
      failing: { properties: { egressPublicNetworkAccess: 'Disabled' } },
      mended: { properties: { egressPublicNetworkAccess: 'Enabled' } },
      notInBicep:
        'Nothing has to be mended: this is how the earlier way of isolation works. With a managed network of the workspace the flag stays Enabled and has no say; an endpoint has to be made again to move there.',
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isKubernetes'],
    when: ({ isKubernetes }) =>
      !isKubernetes || 'The endpoint runs on a Kubernetes cluster, which lets its deployments out.',
  },
  needs: ['listedPrivateDeployments'],
  check: ({ listedPrivateDeployments }) => {
    const { items, gaps } = listedPrivateDeployments;
    if (items.length === 0) {
      const all = complete(listedPrivateDeployments);
      return all.known ? pass('No deployment leaves by private endpoints of its own.') : unknown(all);
    }
    const deployments = items.length === 1 ? '1 deployment leaves' : `${items.length} deployments leave`;
    const more = gaps.length === 0 ? '' : ', and others may, which were not read';
    return fail({
      message: `${deployments} by private endpoints of ${items.length === 1 ? 'its' : 'their'} own${more}: ${ENDPOINTS_EACH} each, ${gaps.length === 0 ? '' : 'at least '}${ENDPOINTS_EACH * items.length} in all.`,
      evidence: items.map(({ id, resource }) => ({
        resourceId: id,
        path: DEPLOYMENT.egressPublicNetworkAccess.path,
        actual: resource.known ? resource.value.raw(DEPLOYMENT.egressPublicNetworkAccess) : '',
        expected: 'Enabled behind a managed network of the workspace',
      })),
      remedy: {
        summary:
          'Nothing has to be done, and no command is needed. A managed network of the workspace has one set of private endpoints for all deployments; moving there takes a new endpoint with its deployments made again.',
        commands: [],
      },
    });
  },
});
