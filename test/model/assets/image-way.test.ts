import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.js';
import type { ImageWay } from '../../../src/model/assets/image-way.js';
import { imageWay } from '../../../src/model/assets/image-way.js';
import { Model } from '../../../src/model/bodies/model.js';
import type { Deployment } from '../../../src/model/resources/deployment.js';
import { TARGETS } from '../../../src/model/targets/targets.js';
import type { Estate } from '../../world/estate.js';
import { deploymentId } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';

const { workspace, registry, guid, subscription } = soundPrivate().names;
const deployment = deploymentId(workspace, 'fraud', 'blue');
const environment = `${workspace}/environments/fraud-env/versions/1`;
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

function deploymentOf(estate: Estate): Deployment {
  const [found] = TARGETS.deployment.find(new Model(estate.world.snapshot())).items;
  if (found === undefined) throw new Error('the world holds no deployment');
  return found;
}

function naming(id: string | null): Estate {
  const estate = soundPrivate();
  estate.world.set(deployment, 'properties.environmentId', id);
  return estate;
}

function madeOf(properties: JsonObject): Estate {
  const estate = soundPrivate();
  estate.environment(environment, properties);
  return estate;
}

/** The way, or what the gap says. */
function wayOf(estate: Estate): ImageWay['way'] | string {
  const way = imageWay(deploymentOf(estate));
  return way.known ? way.value.way : way.gaps.map(({ detail }) => detail).join('; ');
}

describe('the way of an image, by the id of the environment', () => {
  const table: readonly [string | null, string][] = [
    [null, 'none'],
    ['', 'none'],
    [environment, 'workspace-registry'],
    [environment.toUpperCase(), 'workspace-registry'],
    ['azureml:fraud-env:1', 'workspace-registry'],
    [`azureml:${environment}`, 'workspace-registry'],
    [
      `azureml://subscriptions/${subscription}/resourceGroups/rg-fraud/workspaces/mlw-fraud/environments/fraud-env/versions/1`,
      'workspace-registry',
    ],
    [`azureml://locations/eastus/workspaces/${guid}/environments/fraud-env/versions/1`, 'workspace-registry'],
    ['azureml://registries/azureml/environments/sklearn-1.5/versions/29', 'curated'],
    ['azureml://registries/AzureML/environments/sklearn-1.5/labels/latest', 'curated'],
    [
      `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/registries/azureml/environments/sklearn-1.5/versions/29`,
      'curated',
    ],
    ['azureml:AzureML-sklearn-1.0-ubuntu20.04-py38-cpu:1', 'curated'],
    ['azureml:azureml-sklearn-1.0-ubuntu20.04-py38-cpu@latest', 'curated'],
    [`${workspace}/environments/AzureML-sklearn-1.0-ubuntu20.04-py38-cpu/versions/1`, 'curated'],
    ['azureml://registries/contoso/environments/sklearn/versions/2', 'other-registry'],
    // The name begins like a curated one, but the registry is not Microsoft's.
    ['azureml://registries/contoso/environments/AzureML-sklearn/versions/2', 'other-registry'],
    [
      'azureml:fraud-env@latest',
      'azureml:fraud-env@latest names the label latest and no version: which version that was when the deployment was made, ARM does not tell',
    ],
    [
      'azureml://locations/eastus/workspaces/00000000-0000-4000-8000-000000000000/environments/e/versions/1',
      "azureml://locations/eastus/workspaces/00000000-0000-4000-8000-000000000000/environments/e/versions/1 names a workspace by an id that isocheck can't resolve",
    ],
    ['azureml:fraud-env:2', 'the snapshot does not hold it'],
    ['fraud-env', 'properties.environmentId is fraud-env, which is no id that isocheck knows'],
  ];
  for (const [id, way] of table) it(`${id}: ${way}`, () => expect(wayOf(naming(id))).toBe(way));
});

describe('the way of an image, by what the environment is made of', () => {
  const build = { contextUri: 'https://stfraud.blob.core.windows.net/context', dockerfilePath: 'Dockerfile' };
  const table: readonly [JsonObject, string][] = [
    [{ image: 'crfraud.azurecr.io/fraud:1' }, 'workspace-registry'],
    [{ image: 'CRFRAUD.azurecr.io/fraud:1' }, 'workspace-registry'],
    [{ image: 'crfraud.azurecr.io:443/fraud:1' }, 'workspace-registry'],
    [{ image: `crfraud.azurecr.io/fraud@${digest}` }, 'workspace-registry'],
    [{ image: 'mcr.microsoft.com/azureml/minimal:latest' }, 'mcr'],
    [{ image: 'MCR.microsoft.com/azureml/minimal' }, 'mcr'],
    [{ image: 'eastus.data.mcr.microsoft.com/azureml/minimal' }, 'mcr'],
    [{ image: `mcr.microsoft.com/azureml/minimal@${digest}` }, 'mcr'],
    // A mirror of the Microsoft Container Registry in China is a registry of its own.
    [{ image: 'mcr.azk8s.cn/azureml/minimal:latest' }, 'other-registry'],
    [{ image: 'notmcr.microsoft.com/azureml/minimal' }, 'other-registry'],
    [{ image: 'mcr.microsoft.com.example/azureml/minimal' }, 'other-registry'],
    [{ image: 'crother.azurecr.io/fraud:1' }, 'other-registry'],
    [{ image: 'python:3.12' }, 'other-registry'],
    [{ image: 'pytorch/pytorch' }, 'other-registry'],
    [{ image: 'docker.io/library/python' }, 'other-registry'],
    [{ image: 'localhost:5000/x' }, 'other-registry'],
    [{ build }, 'built'],
    [{ build, image: 'mcr.microsoft.com/azureml/minimal' }, 'built'],
    [{ image: 'mcr.microsoft.com/azureml/minimal', condaFile: 'dependencies: [python]' }, 'built'],
    [{ image: 'mcr.microsoft.com/azureml/minimal', condaFile: null, build: null }, 'mcr'],
    [{ image: 'mcr.microsoft.com/azureml/minimal', condaFile: ' ' }, 'mcr'],
    [
      { image: null },
      'the environment has neither properties.image nor properties.build nor properties.condaFile',
    ],
    [{ image: 17 }, 'properties.image is 17; isocheck knows a string'],
    [{ image: 'x', build: 'Dockerfile' }, 'properties.build is Dockerfile; isocheck knows an object'],
  ];
  for (const [properties, way] of table) {
    it(`${JSON.stringify(properties)}: ${way}`, () => expect(wayOf(madeOf(properties))).toBe(way));
  }
});

describe('the way of an image, when something was not read', () => {
  it('is another registry for an image that no container registry of Azure holds, whatever was not read', () => {
    const estate = madeOf({ image: 'ghcr.io/contoso/fraud:1' });
    estate.world.gap('registry', registry);
    expect(wayOf(estate)).toBe('other-registry');
  });

  it("is not known for an image of an Azure container registry while the workspace's was not read", () => {
    const estate = madeOf({ image: 'crfraud.azurecr.io/fraud:1' });
    estate.world.gap('registry', registry);
    expect(wayOf(estate)).toBe('403 AuthorizationFailed');
  });

  it('is not known while the environment was not read', () => {
    const estate = soundPrivate();
    estate.world.gap('environment', environment);
    expect(wayOf(estate)).toBe('403 AuthorizationFailed');
  });

  it('is another registry where the workspace has none', () => {
    const estate = madeOf({ image: 'crother.azurecr.io/fraud:1' });
    estate.world.set(workspace, 'properties.containerRegistry', null);
    expect(wayOf(estate)).toBe('other-registry');
  });

  it("follows the registry's own login server, which can differ from its name", () => {
    const estate = madeOf({ image: 'crfraud-a1b2c3.azurecr.io/fraud:1' });
    estate.world.set(registry, 'properties.loginServer', 'crfraud-a1b2c3.azurecr.io');
    expect(wayOf(estate)).toBe('workspace-registry');
    estate.environment(environment, { image: 'crfraud.azurecr.io/fraud:1' });
    expect(wayOf(estate)).toBe('other-registry');
  });

  it('takes the domain of the cloud', () => {
    const estate = madeOf({ image: 'crfraud.azurecr.cn/fraud:1' });
    estate.world.cloud = 'AzureChinaCloud';
    estate.world.unset(registry, 'properties.loginServer');
    expect(wayOf(estate)).toBe('workspace-registry');
  });
});

describe('the type of a model', () => {
  const typeOf = (estate: Estate) => {
    const type = deploymentOf(estate).modelType();
    return type.known ? type.value : type.gaps.map(({ detail }) => detail).join('; ');
  };

  it('is read from the version that the deployment names', () => {
    const estate = soundPrivate().model(`${workspace}/models/fraud/versions/1`, 'mlflow_model');
    expect(typeOf(estate)).toBe('mlflow_model');
    estate.world.set(deployment, 'properties.model', 'azureml:fraud:1');
    expect(typeOf(estate)).toBe('mlflow_model');
  });

  it('is none without a model', () => {
    const estate = soundPrivate();
    estate.world.set(deployment, 'properties.model', null);
    expect(typeOf(estate)).toBeNull();
  });

  it('is not known of a model in an Azure ML registry', () => {
    const estate = soundPrivate();
    const model = 'azureml://registries/azureml-meta/models/Llama/versions/4';
    estate.world.set(deployment, 'properties.model', model);
    expect(typeOf(estate)).toBe(
      `${model} lies in the Azure ML registry azureml-meta, which isocheck does not read`,
    );
    const type = deploymentOf(estate).modelType();
    // Gaps are gathered by the keys of what they are of.
    expect(type.known ? [] : type.gaps.map(({ scope }) => scope)).toEqual([deployment.toLowerCase()]);
  });

  it('is not known where ARM leaves it out', () => {
    const estate = soundPrivate().model(`${workspace}/models/fraud/versions/1`, 'mlflow_model');
    estate.world.unset(`${workspace}/models/fraud/versions/1`, 'properties.modelType');
    expect(typeOf(estate)).toBe('properties.modelType is absent');
  });
});
