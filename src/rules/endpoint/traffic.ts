import { ENDPOINT } from '../../model/arm-properties/index.js';
import { workingDeployment } from '../../model/reach/endpoint-traffic.js';
import { deploymentsOf } from '../../model/resources/deployment.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { onlineEndpoint } from '../judgements/online-endpoint.js';
import { azureCli } from '../remedies/azure-cli.js';

/**
 * Traffic of 0 percent for every deployment leaves an endpoint without an answer
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint).
 */
export default defineRule({
  id: 'endpoint/traffic',
  title: 'a deployment gets traffic',
  severity: 'warning',
  target: 'endpoint',
  docs: {
    why: 'A new deployment gets no traffic until it is given a share. Requests that name their deployment in the azureml-model-deployment header are answered all the same.',
    consequence: 'Scoring requests without the azureml-model-deployment header are answered with 404.',
    wrongWhen:
      'No fault where every client names its deployment in the azureml-model-deployment header, or while the endpoint is being set up: ARM does not show the requests.',
    example: {
      read: 'endpoints',
      type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
      failing: { properties: { traffic: { blue: 0 } } },
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
    needs: ['hasDeployment'],
    when: ({ hasDeployment }) => hasDeployment || 'The endpoint has no deployments.',
  },
  needs: ['hasServingDeployment'],
  check: ({ hasServingDeployment }, { target }) => {
    const { path } = ENDPOINT.traffic;
    if (hasServingDeployment) return pass('A deployment gets traffic.');
    const actual = target.resource.known ? target.resource.value.raw(ENDPOINT.traffic) : 'none';
    const first = workingDeployment(target) ?? deploymentsOf(target).items[0];
    return fail({
      message: `${path} is ${actual}: no deployment of the endpoint gets traffic.`,
      evidence: [{ resourceId: target.id, path, actual, expected: 'a deployment above 0' }],
      remedy: {
        summary: `Send traffic to a deployment; ${first?.name ?? 'one of them'} would be one.`,
        commands: [
          azureCli('az ml online-endpoint update', {
            ...onlineEndpoint(target),
            '--traffic': `${first?.name ?? '<deployment>'}=100`,
          }),
        ],
      },
    });
  },
});
