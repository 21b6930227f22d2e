import type { JsonObject } from '../../../src/json.js';
import rule from '../../../src/rules/deployment/public-egress-private-registry.js';
import { Estate } from '../../world/estate.js';
import { deploymentId } from '../../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import type { World } from '../../world/world.js';
import { testRule } from '../test-rule.js';

const leaving =
  (change: (world: World) => void = () => undefined, environment?: JsonObject) =>
  () => {
    const estate = new Estate('egress', { workspaceAccess: 'Enabled' }).endpoint('score', 'Enabled');
    if (environment !== undefined) estate.environment(environmentId, environment);
    change(estate.world);
    return estate;
  };
const { workspace, registry, subscription } = new Estate('egress').names;
const environmentId = `${workspace}/environments/score-env/versions/1`;
const deployment = deploymentId(workspace, 'score', 'blue');
const scope = `--name blue --endpoint-name score --workspace-name mlw-egress --resource-group rg-egress --subscription ${subscription}`;
const remedy = {
  summary:
    "Let the deployment out privately, so that it pulls through a private endpoint: the flag can't be changed later, so this deletes deployment blue and makes it again from its own file (deployment.yml here); it answers nothing meanwhile.",
  commands: [
    `az ml online-deployment delete ${scope}`,
    `az ml online-deployment create --file deployment.yml --set egress_public_network_access=disabled ${scope}`,
  ],
};

testRule(rule, {
  fail: [
    {
      name: 'the registry is closed, and the image lies in it',
      world: leaving(),
      severity: 'error',
      message:
        "properties.publicNetworkAccess of registry cregress is Disabled; the deployment's image lies in it, and is pulled over the public network.",
      evidence: [
        {
          resourceId: registry,
          path: 'properties.publicNetworkAccess',
          actual: 'Disabled',
          expected: 'Enabled',
        },
      ],
      ...remedy,
    },
    {
      name: "the registry's firewall denies, and the image is built into it",
      world: leaving((world) => world.set(registry, 'properties.publicNetworkAccess', 'Enabled'), {
        image: 'mcr.microsoft.com/azureml/minimal',
        condaFile: 'dependencies: [python]',
      }),
      severity: 'error',
      message:
        "properties.networkRuleSet.defaultAction of registry cregress is Deny; the deployment's image is built into it, and is pulled over the public network.",
      evidence: [
        {
          resourceId: registry,
          path: 'properties.networkRuleSet.defaultAction',
          actual: 'Deny',
          expected: 'Allow',
        },
      ],
      ...remedy,
    },
  ],
  pass: [
    {
      name: 'the registry is open',
      world: soundPublic,
      message: 'No registry of the workspace refuses public networks.',
    },
    {
      name: 'the workspace has no registry yet, and the image is built',
      world: leaving((world) => world.set(workspace, 'properties.containerRegistry', null), {
        build: { contextUri: 'https://stegress.blob.core.windows.net/context' },
      }),
      message: 'No registry of the workspace refuses public networks.',
    },
  ],
  unknown: [
    {
      name: 'the environment was refused',
      world: leaving((world) => world.gap('environment', environmentId)),
      message:
        '1 was not read (forbidden, Microsoft.MachineLearningServices/workspaces/environments/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/environments/read'],
    },
    {
      name: 'the registry was refused, and the image is built into it',
      world: leaving((world) => world.gap('registry', registry), { condaFile: 'dependencies: [python]' }),
      message:
        'cregress was not read (forbidden, Microsoft.ContainerRegistry/registries/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.ContainerRegistry/registries/read'],
    },
    {
      name: 'the access of the registry is a value of tomorrow',
      world: leaving((world) =>
        world
          .set(registry, 'properties.publicNetworkAccess', 'SecuredByPerimeter')
          .set(registry, 'properties.networkRuleSet.defaultAction', 'Allow'),
      ),
      message:
        'cregress: properties.publicNetworkAccess is SecuredByPerimeter; isocheck knows Enabled or Disabled.',
      operations: ['Microsoft.ContainerRegistry/registries/read'],
    },
  ],
  notApplicable: [
    {
      name: 'the image comes from the Microsoft Container Registry',
      world: leaving(() => undefined, { image: 'mcr.microsoft.com/azureml/minimal' }),
      message: "The image does not come from the workspace's registry: mcr.microsoft.com/azureml/minimal.",
    },
    {
      name: 'the environment is a curated one',
      world: leaving((world) =>
        world.set(
          deployment,
          'properties.environmentId',
          'azureml://registries/azureml/environments/sklearn-1.5/versions/29',
        ),
      ),
      message:
        "The image does not come from the workspace's registry: azureml://registries/azureml/environments/sklearn-1.5/versions/29.",
    },
    {
      name: 'the deployment names no environment',
      world: leaving((world) => world.set(deployment, 'properties.environmentId', null)),
      message: "The deployment names no environment: the image is the service's.",
    },
    {
      name: 'the deployment leaves privately',
      world: soundPrivate,
      message: 'The deployment does not leave over the public network by its own flag.',
    },
    {
      name: 'the deployment leaves through a managed network',
      world: () => soundManaged(),
      message: 'The deployment does not leave over the public network by its own flag.',
    },
  ],
});
