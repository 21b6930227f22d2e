import { DEPLOYMENT, MODEL } from '../../model/arm-properties/index.js';
import type { Deployment } from '../../model/resources/deployment.js';
import { fail, pass, undecided, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli } from '../remedies/azure-cli.js';
import { inWorkspaceOf, updateDeployment } from '../remedies/deployment-commands.js';

/** The type of a model that needs neither environment nor scoring script of its own. */
const MLFLOW = 'mlflow_model';

/**
 * An MLflow model without an environment runs in an image of the Microsoft Container Registry and installs its
 * packages when it starts; private egress reaches neither that registry nor the packages
 * (learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-online-endpoints).
 */
export default defineRule({
  id: 'deployment/mlflow-no-code',
  title: 'private egress has no MLflow model without an environment',
  severity: 'error',
  target: 'deployment',
  docs: {
    why: 'For an MLflow model without an environment the service takes an image of the Microsoft Container Registry, and installs the packages of the model when the container starts. With egress Disabled and no managed network neither is in reach. With a managed network it works.',
    consequence:
      'Creating the deployment is refused: BadArgument, "MLflow model format with private network is unsupported".',
    wrongWhen:
      "It goes by the type under which the model was registered: a model in MLflow's form that is registered as custom_model is not noticed. Where the service has come to support the combination, a deployment that Succeeded shows it.",
    example: {
      read: 'deployments',
      type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
      failing: { properties: { model: '<id of the model version>' } },
      mended: {
        properties: {
          model: '<id of the model version>',
          environmentId: '<id of the packaged environment version>',
        },
      },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-online-endpoints',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-deploy-mlflow-models-online-endpoints',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-package-models',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['generation'],
    when: ({ generation }) =>
      generation === 'legacy-private' || 'The deployment does not leave privately by its own flag.',
  },
  needs: ['environmentId'],
  considers: ['modelType'],
  check: ({ environmentId, modelType }, { target }) => {
    if (environmentId !== null)
      return pass(`The deployment has an environment of its own: ${environmentId}.`);
    if (!modelType.known) return unknown(modelType);
    const type = modelType.value;
    if (type === null) {
      return undecided(
        'The deployment names neither an environment nor a model: where its image comes from, ARM does not tell.',
      );
    }
    if (type.toLowerCase() !== MLFLOW) {
      return undecided(
        `The deployment names no environment and its model is of type ${type}: where its image comes from, ARM does not tell.`,
      );
    }
    return fail({
      message: `${MODEL.modelType.path} of the model is ${type} and the deployment names no environment; with private egress that is not supported.`,
      evidence: [
        {
          resourceId: target.id,
          path: DEPLOYMENT.environmentId.path,
          actual: 'absent',
          expected: "an environment whose image is in the workspace's registry",
        },
      ],
      remedy: {
        summary:
          "Package the model (preview), which builds an image with its packages, and name the packaged environment in the deployment's own file; package.yml and deployment.yml stand here for your files. An environment and a scoring script of your own do as well, and so does a managed network of the workspace.",
        commands: [...packageModel(target), updateDeployment(target)],
      },
    });
  },
});

function packageModel(deployment: Deployment): string[] {
  const model = deployment.model();
  if (!model.known || model.value === null || model.value.version === null) return [];
  return [
    azureCli('az ml model package', {
      '--name': model.value.name,
      '--version': model.value.version,
      '--file': 'package.yml',
      ...inWorkspaceOf(deployment),
    }),
  ];
}
