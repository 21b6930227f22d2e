import type { Json, JsonObject } from '../../../src/json.js';
import rule from '../../../src/rules/deployment/unreachable-image.js';
import type { Estate } from '../../world/estate.js';
import { deploymentId } from '../../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { allow, tag } from './stored.js';

const { workspace, registry, subscription } = soundPrivate().names;
const environment = `${workspace}/environments/fraud-env/versions/1`;
const deployment = deploymentId(workspace, 'fraud', 'blue');
const inGroup = `--resource-group rg-fraud --subscription ${subscription}`;
const update = `az ml online-deployment update --file deployment.yml --name blue --endpoint-name fraud --workspace-name mlw-fraud ${inGroup}`;
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

const madeOf = (properties: JsonObject) => () => soundPrivate().environment(environment, properties);

const naming = (id: string | null) => (): Estate => {
  const estate = soundPrivate();
  estate.world.set(deployment, 'properties.environmentId', id);
  return estate;
};

const copy =
  "Copy the image into registry crfraud, make an environment of the copy, and name that in the deployment's own file (deployment.yml here). A private source registry also wants --username and --password.";
const own =
  "Make an environment of your own after this one, with its image copied into registry crfraud or with a conda file or Dockerfile that is built there, and name that in the deployment's own file (deployment.yml here).";

/** A ready image out of reach, with the command that copies it and the name of the copy. */
const image = (name: string, source: string, imported: string, copied: string) => ({
  name: `the image is ${name}`,
  world: madeOf({ image: name }),
  severity: 'error' as const,
  message: `The image comes from ${source}, which the deployment's private egress does not reach: ${name}.`,
  evidence: [
    {
      resourceId: environment,
      path: 'properties.image',
      actual: name,
      expected: 'an image in registry crfraud',
    },
  ],
  summary: copy,
  commands: [
    `az acr import --name crfraud ${imported} ${inGroup}`,
    `az ml environment create --name fraud-env --image crfraud.azurecr.io/${copied} --workspace-name mlw-fraud ${inGroup}`,
    update,
  ],
});

/** An environment that lies out of reach, with the command that shows what it is made of. */
const elsewhere = (id: string, source: string, show: string) => ({
  name: `the environment is ${id}`,
  world: naming(id),
  severity: 'error' as const,
  message: `The image comes from ${source}, which the deployment's private egress does not reach: ${id}.`,
  evidence: [
    {
      resourceId: deployment,
      path: 'properties.environmentId',
      actual: id,
      expected: 'an image in registry crfraud',
    },
  ],
  summary: own,
  commands: [`az ml environment show ${show}`, update],
});

const managed = soundManaged().names;
const inManaged = `--resource-group rg-managed --subscription ${subscription}`;
const updateManaged = `az ml online-deployment update --file deployment.yml --name blue --endpoint-name claims --workspace-name mlw-managed ${inManaged}`;

/** A deployment behind a managed network that lets out only what is approved, with an image from there. */
const approved = (image: string, estate = soundManaged()): Estate =>
  estate.environment(`${managed.workspace}/environments/claims-env/versions/1`, { image });

/** The same, with the environment that it names. */
const approvedNaming = (id: string, estate = soundManaged()): Estate => {
  estate.world.set(deploymentId(managed.workspace, 'claims', 'blue'), 'properties.environmentId', id);
  return estate;
};

const CONTOSO = 'azureml://registries/contoso/environments/score/versions/2';
const OTHER_REGISTRY = managed.registry.replace('crmanaged', 'crother');
const toOther = { serviceResourceId: OTHER_REGISTRY, subresourceTarget: 'registry' };
const toContoso = {
  serviceResourceId: `/subscriptions/${subscription}/resourceGroups/rg-ml/providers/Microsoft.MachineLearningServices/registries/contoso`,
  subresourceTarget: 'amlregistry',
};
const CROTHER = 'crother.azurecr.io/score:2';

/** An image to which no rule leads. */
const notCovered = (name: string, world: () => Estate) => ({
  name,
  world,
  severity: 'warning' as const,
  message: `The image comes from a registry that is not the workspace's, to which no Active outbound rule of the managed network leads: ${CROTHER}; whether it gets to the deployment by another way is doubtful.`,
  evidence: [
    {
      resourceId: `${managed.workspace}/environments/claims-env/versions/1`,
      path: 'properties.image',
      actual: CROTHER,
      expected: 'an image in registry crmanaged',
    },
  ],
  summary: copy.replace('crfraud', 'crmanaged'),
  commands: [
    `az acr import --name crmanaged --source ${CROTHER} --image score:2 ${inManaged}`,
    `az ml environment create --name claims-env --image crmanaged.azurecr.io/score:2 --workspace-name mlw-managed ${inManaged}`,
    updateManaged,
  ],
});

/** An image to which a rule leads. */
const covered = (image: string, type: Parameters<typeof allow>[1], destination: Json) => ({
  name: `${type} ${JSON.stringify(destination)} leads to ${image}`,
  world: () => approved(image, allow(soundManaged(), type, destination)),
  message: `The image comes from a registry that is not the workspace's, to which outbound rule own leads: ${image}.`,
});

const MCR = 'the Microsoft Container Registry';
const CURATED = "Microsoft's curated environments in the Microsoft Container Registry";
const OTHER = "a registry that is not the workspace's";

testRule(rule, {
  fail: [
    image(
      'mcr.microsoft.com/azureml/minimal-ubuntu22.04:latest',
      MCR,
      '--source mcr.microsoft.com/azureml/minimal-ubuntu22.04:latest --image azureml/minimal-ubuntu22.04:latest',
      'azureml/minimal-ubuntu22.04:latest',
    ),
    image(
      'MCR.microsoft.com/azureml/minimal',
      MCR,
      '--source mcr.microsoft.com/azureml/minimal:latest --image azureml/minimal:latest',
      'azureml/minimal:latest',
    ),
    image(
      `mcr.microsoft.com/azureml/minimal@${digest}`,
      MCR,
      `--source mcr.microsoft.com/azureml/minimal@${digest} --repository azureml/minimal`,
      `azureml/minimal@${digest}`,
    ),
    image(
      'crother.azurecr.io/score:2',
      OTHER,
      '--source crother.azurecr.io/score:2 --image score:2',
      'score:2',
    ),
    image(
      'python:3.12',
      OTHER,
      '--source docker.io/library/python:3.12 --image library/python:3.12',
      'library/python:3.12',
    ),
    elsewhere(
      'azureml://registries/azureml/environments/sklearn-1.5/versions/29',
      CURATED,
      '--name sklearn-1.5 --version 29 --registry-name azureml',
    ),
    elsewhere(
      'azureml://registries/azureml/environments/sklearn-1.5/labels/latest',
      CURATED,
      '--name sklearn-1.5 --label latest --registry-name azureml',
    ),
    elsewhere(
      'azureml:AzureML-sklearn-1.0-ubuntu20.04-py38-cpu:1',
      CURATED,
      `--name AzureML-sklearn-1.0-ubuntu20.04-py38-cpu --version 1 --workspace-name mlw-fraud ${inGroup}`,
    ),
    elsewhere(
      'azureml://registries/contoso/environments/score/versions/2',
      OTHER,
      '--name score --version 2 --registry-name contoso',
    ),
    {
      name: 'the workspace has no registry, and its environment has no name of its own',
      world: () => {
        const anonymous = `${workspace}/environments/CliV2AnonymousEnvironment/versions/0a1b2c`;
        const estate = naming(anonymous)().environment(anonymous, { image: 'ghcr.io/contoso/score:2' });
        estate.world.set(workspace, 'properties.containerRegistry', null);
        return estate;
      },
      severity: 'error',
      message: `The image comes from ${OTHER}, which the deployment's private egress does not reach: ghcr.io/contoso/score:2.`,
      evidence: [
        {
          resourceId: `${workspace}/environments/CliV2AnonymousEnvironment/versions/0a1b2c`,
          path: 'properties.image',
          actual: 'ghcr.io/contoso/score:2',
          expected: "an image in the workspace's registry",
        },
      ],
      summary: copy.replace('registry crfraud', "the workspace's registry"),
      commands: [update],
    },
    {
      name: 'the environment has no name of its own',
      world: () => {
        const anonymous = `${workspace}/environments/CliV2AnonymousEnvironment/versions/0a1b2c`;
        return naming(anonymous)().environment(anonymous, { image: 'ghcr.io/contoso/score:2' });
      },
      severity: 'error',
      message: `The image comes from ${OTHER}, which the deployment's private egress does not reach: ghcr.io/contoso/score:2.`,
      evidence: [
        {
          resourceId: `${workspace}/environments/CliV2AnonymousEnvironment/versions/0a1b2c`,
          path: 'properties.image',
          actual: 'ghcr.io/contoso/score:2',
          expected: 'an image in registry crfraud',
        },
      ],
      summary: copy,
      commands: [
        `az acr import --name crfraud --source ghcr.io/contoso/score:2 --image contoso/score:2 ${inGroup}`,
        `az ml environment create --name fraud-blue --image crfraud.azurecr.io/contoso/score:2 --workspace-name mlw-fraud ${inGroup}`,
        update,
      ],
    },
    notCovered('no outbound rule leads to the registry', () => approved(CROTHER)),
    notCovered('the rules lead to other registries', () => {
      const estate = allow(soundManaged(), 'FQDN', 'crother.azurecr.io.example');
      return approved(CROTHER, estate);
    }),
    notCovered('the private endpoint is Inactive', () =>
      approved(CROTHER, allow(soundManaged(), 'PrivateEndpoint', toOther, 'Inactive')),
    ),
    notCovered('the private endpoint leads to another registry', () =>
      approved(
        CROTHER,
        allow(soundManaged(), 'PrivateEndpoint', { ...toOther, serviceResourceId: `${OTHER_REGISTRY}2` }),
      ),
    ),
    notCovered('the tag is the one of the Microsoft Container Registry', () =>
      approved(CROTHER, allow(soundManaged(), 'ServiceTag', tag('MicrosoftContainerRegistry'))),
    ),
    {
      name: 'no outbound rule leads to the Azure ML registry of the environment',
      world: () => approvedNaming(CONTOSO),
      severity: 'warning',
      message: `The image comes from ${OTHER}, to which no Active outbound rule of the managed network leads: ${CONTOSO}; whether it gets to the deployment by another way is doubtful.`,
      evidence: [
        {
          resourceId: deploymentId(managed.workspace, 'claims', 'blue'),
          path: 'properties.environmentId',
          actual: CONTOSO,
          expected: 'an image in registry crmanaged',
        },
      ],
      summary: own.replace('crfraud', 'crmanaged'),
      commands: ['az ml environment show --name score --version 2 --registry-name contoso', updateManaged],
    },
  ],
  pass: [
    covered(CROTHER, 'PrivateEndpoint', toOther),
    covered('crother-a1b2c3.azurecr.io/score:2', 'PrivateEndpoint', toOther),
    covered(CROTHER, 'FQDN', '*.azurecr.io'),
    covered(CROTHER, 'FQDN', 'CROTHER.azurecr.io'),
    covered(CROTHER, 'ServiceTag', tag('AzureContainerRegistry')),
    covered('python:3.12', 'FQDN', '*.docker.io'),
    covered('ghcr.io/contoso/score:2', 'FQDN', 'ghcr.io'),
    ...(
      [
        ['PrivateEndpoint', toContoso],
        ['FQDN', '*.azurecr.io'],
        ['ServiceTag', tag('AzureContainerRegistry')],
      ] as const
    ).map(([type, destination]) => ({
      name: `${type} ${JSON.stringify(destination)} leads to an Azure ML registry`,
      world: () => approvedNaming(CONTOSO, allow(soundManaged(), type, destination)),
      message: `The image comes from ${OTHER}, to which outbound rule own leads: ${CONTOSO}.`,
    })),
    {
      name: "one of Microsoft's own registries, behind a managed network",
      world: () => approvedNaming('azureml://registries/azureml-meta/environments/llm/versions/1'),
      message: `The image comes from ${OTHER}, to which the managed network's own way to Microsoft's registries leads: azureml://registries/azureml-meta/environments/llm/versions/1.`,
    },
    {
      name: 'a curated environment, behind a managed network',
      world: () => approvedNaming('azureml://registries/azureml/environments/sklearn-1.5/labels/latest'),
      message: `The image comes from ${CURATED}, which every managed network reaches: azureml://registries/azureml/environments/sklearn-1.5/labels/latest.`,
    },
    {
      name: 'an image of the Microsoft Container Registry, behind a managed network',
      world: () => approved('mcr.microsoft.com/azureml/minimal:latest'),
      message: `The image comes from ${MCR}, which every managed network reaches: mcr.microsoft.com/azureml/minimal:latest.`,
    },
    {
      name: "the workspace's registry, through a managed network and whatever the deployment's flag",
      world: () => {
        const estate = soundManaged();
        estate.world.set(
          deploymentId(managed.workspace, 'claims', 'blue'),
          'properties.egressPublicNetworkAccess',
          'Disabled',
        );
        return estate;
      },
      message: "The image lies in the workspace's registry: crmanaged.azurecr.io/claims:1.",
    },
    {
      name: "the image lies in the workspace's registry",
      world: soundPrivate,
      message: "The image lies in the workspace's registry: crfraud.azurecr.io/fraud:1.",
    },
    {
      name: 'the image is built with a conda file on an image of the Microsoft Container Registry',
      world: madeOf({ image: 'mcr.microsoft.com/azureml/minimal', condaFile: 'dependencies: [python]' }),
      message: "The image is built into the workspace's registry, and pulled from there.",
    },
    {
      name: 'the image is built from a Dockerfile',
      world: madeOf({ build: { contextUri: 'https://stfraud.blob.core.windows.net/context' } }),
      message: "The image is built into the workspace's registry, and pulled from there.",
    },
  ],
  unknown: [
    {
      name: 'the outbound rules were not read',
      world: () => {
        const estate = approved(CROTHER);
        estate.world.gap('outboundRules', `${managed.workspace}/outboundRules`);
        return estate;
      },
      message:
        'outboundrules was not read (forbidden, Microsoft.MachineLearningServices/workspaces/outboundRules/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/outboundRules/read'],
    },
    {
      name: 'the tag is that of one region',
      world: () =>
        approved(CROTHER, allow(soundManaged(), 'ServiceTag', tag('AzureContainerRegistry.eastus'))),
      message:
        'own: properties.destination.serviceTag is AzureContainerRegistry.eastus: whether registry crother.azurecr.io lies in that region was not read.',
      operations: ['Microsoft.MachineLearningServices/workspaces/outboundRules/read'],
    },
    {
      name: 'the environment was refused',
      world: () => {
        const estate = soundPrivate();
        estate.world.gap('environment', environment);
        return estate;
      },
      message:
        '1 was not read (forbidden, Microsoft.MachineLearningServices/workspaces/environments/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/environments/read'],
    },
    {
      name: 'the registry was refused, and the image may lie in it',
      world: () => {
        const estate = soundPrivate();
        estate.world.gap('registry', registry);
        return estate;
      },
      message:
        'crfraud was not read (forbidden, Microsoft.ContainerRegistry/registries/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.ContainerRegistry/registries/read'],
    },
    {
      name: 'the deployment names a label',
      world: naming('azureml:fraud-env@latest'),
      message:
        'blue: azureml:fraud-env@latest names the label latest and no version: which version that was when the deployment was made, ARM does not tell.',
      operations: ['Microsoft.MachineLearningServices/workspaces/environments/read'],
    },
  ],
  notApplicable: [
    {
      name: 'the internet is open to the managed network',
      world: () => soundManaged('AllowInternetOutbound'),
      message: 'Nothing limits where the deployment gets to: neither its own flag nor outbound rules.',
    },
    {
      name: 'the deployment names no environment',
      world: naming(null),
      message:
        "The deployment names no environment: its image follows from the model's type, which deployment/mlflow-no-code judges.",
    },
    {
      name: 'the deployment leaves over the public network',
      world: soundPublic,
      message: 'Nothing limits where the deployment gets to: neither its own flag nor outbound rules.',
    },
  ],
});
