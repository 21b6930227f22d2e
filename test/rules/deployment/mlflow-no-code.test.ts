import rule from '../../../src/rules/deployment/mlflow-no-code.js';
import type { Estate } from '../../world/estate.js';
import { deploymentId } from '../../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, subscription } = soundPrivate().names;
const model = `${workspace}/models/fraud/versions/1`;
const deployment = deploymentId(workspace, 'fraud', 'blue');
const scope = `--workspace-name mlw-fraud --resource-group rg-fraud --subscription ${subscription}`;
const READ = 'Microsoft.MachineLearningServices/workspaces/models/versions/read';

const withoutEnvironment =
  (type: string, change: (estate: Estate) => void = () => undefined) =>
  () => {
    const estate = soundPrivate().model(model, type);
    estate.world.set(deployment, 'properties.environmentId', null);
    change(estate);
    return estate;
  };

const failed = (type: string) => ({
  severity: 'error' as const,
  message: `properties.modelType of the model is ${type} and the deployment names no environment; with private egress that is not supported.`,
  evidence: [
    {
      resourceId: deployment,
      path: 'properties.environmentId',
      actual: 'absent',
      expected: "an environment whose image is in the workspace's registry",
    },
  ],
  summary:
    "Package the model (preview), which builds an image with its packages, and name the packaged environment in the deployment's own file; package.yml and deployment.yml stand here for your files. An environment and a scoring script of your own do as well, and so does a managed network of the workspace.",
  commands: [
    `az ml model package --name fraud --version 1 --file package.yml ${scope}`,
    `az ml online-deployment update --file deployment.yml --name blue --endpoint-name fraud ${scope}`,
  ],
});

testRule(rule, {
  fail: [
    { name: 'an MLflow model', world: withoutEnvironment('mlflow_model'), ...failed('mlflow_model') },
    {
      name: 'an MLflow model in other letters, named in short',
      world: withoutEnvironment('MLFlow_Model', ({ world }) =>
        world.set(deployment, 'properties.model', 'azureml:fraud:1'),
      ),
      ...failed('MLFlow_Model'),
    },
    {
      name: 'an MLflow model, and the environment is an empty text',
      world: withoutEnvironment('mlflow_model', ({ world }) =>
        world.set(deployment, 'properties.environmentId', ''),
      ),
      ...failed('mlflow_model'),
    },
  ],
  pass: [
    {
      name: 'an MLflow model with an environment',
      world: () => soundPrivate().model(model, 'mlflow_model'),
      message: `The deployment has an environment of its own: ${workspace}/environments/fraud-env/versions/1.`,
    },
    {
      name: 'a model that was not read, with an environment',
      world: () => {
        const estate = soundPrivate();
        estate.world.gap('model', model);
        return estate;
      },
      message: `The deployment has an environment of its own: ${workspace}/environments/fraud-env/versions/1.`,
    },
  ],
  unknown: [
    {
      name: 'the model was refused',
      world: withoutEnvironment('mlflow_model', ({ world }) => world.gap('model', model)),
      message: `1 was not read (forbidden, ${READ}): 403 AuthorizationFailed.`,
      operations: [READ],
    },
    {
      name: 'the model lies in an Azure ML registry',
      world: withoutEnvironment('mlflow_model', ({ world }) =>
        world.set(
          deployment,
          'properties.model',
          'azureml://registries/azureml-meta/models/Llama-3/versions/4',
        ),
      ),
      message:
        'blue: azureml://registries/azureml-meta/models/Llama-3/versions/4 lies in the Azure ML registry azureml-meta, which isocheck does not read.',
      operations: [READ],
    },
    {
      name: 'the model has no type',
      world: withoutEnvironment('mlflow_model', ({ world }) => world.unset(model, 'properties.modelType')),
      message: '1: properties.modelType is absent.',
      operations: [READ],
    },
    {
      name: 'a model of another type, for which the service takes an image of its own as well',
      world: withoutEnvironment('triton_model'),
      message:
        'The deployment names no environment and its model is of type triton_model: where its image comes from, ARM does not tell.',
      operations: [],
    },
    {
      name: 'neither environment nor model',
      world: withoutEnvironment('mlflow_model', ({ world }) =>
        world.set(deployment, 'properties.model', null),
      ),
      message:
        'The deployment names neither an environment nor a model: where its image comes from, ARM does not tell.',
      operations: [],
    },
  ],
  notApplicable: [
    {
      name: 'the deployment leaves over the public network',
      world: soundPublic,
      message: 'The deployment does not leave privately by its own flag.',
    },
    {
      name: 'the deployment leaves through a managed network',
      world: () => soundManaged(),
      message: 'The deployment does not leave privately by its own flag.',
    },
  ],
});
