import type { Evidence } from '../../findings/report.js';
import { DEPLOYMENT, ENDPOINT } from '../../model/arm-properties/index.js';
import { type LostShare, workingDeployment } from '../../model/reach/endpoint-traffic.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { onlineEndpoint } from '../judgements/online-endpoint.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';

/**
 * A share of the traffic is lost when its deployment failed or does not exist
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint).
 */
export default defineRule({
  id: 'endpoint/traffic-target',
  title: 'traffic goes to deployments that work',
  severity: 'error',
  target: 'endpoint',
  docs: {
    why: 'The endpoint hands each request to a deployment by the shares in properties.traffic, whether the deployment works or not.',
    consequence: 'The share of the scoring requests that goes there fails.',
    wrongWhen:
      'Failed is how the last operation of the deployment ended: instances of an earlier one may still answer their share.',
    example: {
      read: 'endpoints',
      type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
      failing: { properties: { traffic: { gone: 100 } } },
      mended: { properties: { traffic: { blue: 100 } } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['traffic'],
    when: ({ traffic }) => traffic.length > 0 || 'No deployment gets traffic.',
  },
  needs: ['lostTraffic'],
  check: ({ lostTraffic }, { target }) => {
    if (lostTraffic.length === 0) return pass('Every deployment that gets traffic exists and did not fail.');
    const working = workingDeployment(target);
    const lost = lostTraffic.map(
      ({ deployment, percent, failed }) =>
        `${percent}% to ${deployment}, which ${failed === null ? 'does not exist' : 'failed'}`,
    );
    const logs = lostTraffic.flatMap(({ failed }) => (failed === null ? [] : [failed]));
    return fail({
      message: `${ENDPOINT.traffic.path} sends ${lost.join('; ')}.`,
      evidence: lostTraffic.map((share) => evidenceOf(target.id, share)),
      remedy: {
        summary:
          working === undefined
            ? 'No deployment of the endpoint works: see why in the log, mend what the other findings tell, and make the deployment again.'
            : `Send the traffic to ${working.name}, which works; the log of a failed deployment tells why.`,
        commands: [
          ...(working === undefined
            ? []
            : [
                azureCli('az ml online-endpoint update', {
                  ...onlineEndpoint(target),
                  '--traffic': `${working.name}=100`,
                }),
              ]),
          ...logs.map(({ name }) =>
            azureCli('az ml online-deployment get-logs', {
              '--name': name,
              '--endpoint-name': target.name,
              '--workspace-name': target.workspace.name,
              ...inGroupOf(target.workspace.id),
            }),
          ),
        ],
      },
    });
  },
});

function evidenceOf(endpointId: string, { deployment, percent, failed }: LostShare): Evidence {
  return failed === null
    ? {
        resourceId: endpointId,
        path: `${ENDPOINT.traffic.path}.${deployment}`,
        actual: `${percent}`,
        expected: 'a deployment that exists',
      }
    : {
        resourceId: failed.id,
        path: DEPLOYMENT.provisioningState.path,
        actual: 'Failed',
        expected: 'Succeeded',
      };
}
