import { ENVIRONMENT } from './arm-properties.js';
import type { Deployment } from './deployment.js';
import { all, chain, type Fact, known, map } from './fact.js';
import type { Resource } from './resource.js';

/**
 * The way of a deployment's container image:
 * - `workspace-registry`: a ready image in the registry of the workspace;
 * - `built`: built from a Dockerfile or conda file into the workspace's registry, and pulled from there;
 * - `other-registry`: a ready image in any other registry, or an environment of another Azure ML registry;
 * - `mcr`: a ready image of the Microsoft Container Registry;
 * - `curated`: an environment that Microsoft keeps, whose image lies in the Microsoft Container Registry;
 * - `none`: the deployment names no environment (MLflow no-code).
 */
export interface ImageWay {
  readonly way: 'workspace-registry' | 'built' | 'other-registry' | 'mcr' | 'curated' | 'none';
  /** The image or the environment's id, as ARM wrote it; empty for `none`. */
  readonly name: string;
}

/**
 * Curated environments: `azureml://registries/azureml/environments/…`, or a name that begins `AzureML-`
 * (learn.microsoft.com/azure/machine-learning/concept-environments, reviewed 2026-11-24).
 */
const CURATED = /^azureml:\/\/registries\/azureml\/environments\/|(?:^azureml:|\/environments\/)azureml-/i;

/** An environment of an Azure ML registry: its image lies in that registry, not in the workspace's. */
const ANOTHER_REGISTRY =
  /^azureml:\/\/registries\/|\/providers\/Microsoft\.MachineLearningServices\/registries\//i;

/** Computes the way of a deployment's image from its environment. */
export function imageWay(deployment: Deployment): Fact<ImageWay> {
  return chain(deployment.environmentId(), (id): Fact<ImageWay> => {
    if (id === null) return known({ way: 'none', name: '' });
    if (CURATED.test(id)) return known({ way: 'curated', name: id });
    if (ANOTHER_REGISTRY.test(id)) return known({ way: 'other-registry', name: id });
    const environment = deployment.workspace.model.index.resource(
      environmentKey(deployment, id),
      'environment',
    );
    return chain(environment, (resource) => wayOf(deployment, id, resource));
  });
}

/** `azureml:name:1` names an environment of the deployment's own workspace. */
function environmentKey(deployment: Deployment, id: string): string {
  const short = /^azureml:([^/:@]+):([^/:@]+)$/i.exec(id);
  return short === null ? id : `${deployment.workspace.id}/environments/${short[1]}/versions/${short[2]}`;
}

function wayOf(deployment: Deployment, id: string, environment: Resource): Fact<ImageWay> {
  const facts = all<unknown>([
    environment.read(ENVIRONMENT.build),
    environment.read(ENVIRONMENT.condaFile),
    environment.read(ENVIRONMENT.image),
  ]);
  return chain(facts, () => {
    const build = environment.read(ENVIRONMENT.build);
    const conda = environment.read(ENVIRONMENT.condaFile);
    if ((build.known && build.value !== null) || (conda.known && conda.value.trim() !== '')) {
      return known<ImageWay>({ way: 'built', name: id });
    }
    return chain(environment.read(ENVIRONMENT.image), (image): Fact<ImageWay> => {
      if (image === null) return known({ way: 'built', name: id });
      return readyImage(deployment, image);
    });
  });
}

function readyImage(deployment: Deployment, image: string): Fact<ImageWay> {
  const { cloud } = deployment.workspace.model;
  const host = image.split('/')[0]?.toLowerCase() ?? '';
  if (host === cloud.microsoftContainerRegistry || host.endsWith(`.${cloud.microsoftContainerRegistry}`)) {
    return known({ way: 'mcr', name: image });
  }
  const registry = chain(deployment.workspace.owner(), (owner) => owner.registry());
  return chain(registry, (own): Fact<ImageWay> => {
    if (own === null) return known({ way: 'other-registry', name: image });
    return map(own.loginServer(), (server): ImageWay => {
      return { way: host === server.toLowerCase() ? 'workspace-registry' : 'other-registry', name: image };
    });
  });
}
