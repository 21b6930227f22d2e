import type { AssetReference } from '../../arm/asset-reference.js';
import { parseImage } from '../../arm/image-reference.js';
import { derived } from '../algebra/derived.js';
import { all, anyIn, both, chain, type Fact, known, map, unread } from '../algebra/fact.js';
import { ENVIRONMENT } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';
import { servedDeployments } from '../ownership/served.js';
import type { Deployment } from '../resources/deployment.js';
import { registryOf } from '../resources/registry.js';
import type { Workspace } from '../resources/workspace.js';

/**
 * The way of a deployment's container image:
 * - `workspace-registry`: a ready image in the registry of the workspace;
 * - `built`: built from a Dockerfile or conda file into the workspace's registry, and pulled from there;
 * - `other-registry`: a ready image in any other registry, or an environment of another Azure ML registry;
 * - `mcr`: a ready image of the Microsoft Container Registry;
 * - `curated`: an environment that Microsoft keeps, whose image lies in the Microsoft Container Registry;
 * - `none`: the deployment names no environment, so that the service takes an image by the model's type.
 *
 * A deployment never names an image itself: of one that stands in its file, or is given to the CLI, Azure ML makes an
 * anonymous environment version, `CliV2AnonymousEnvironment` (learn.microsoft.com/rest/api/azureml/online-deployments,
 * reviewed 2026-11-24, knows no property but `environmentId`; the name is that of the Python SDK azure-ai-ml). Such a
 * version is read like any other, and `isInline` tells it.
 */
export interface ImageWay {
  readonly way: 'workspace-registry' | 'built' | 'other-registry' | 'mcr' | 'curated' | 'none';
  /** The image or the environment's id, as ARM wrote it; empty for `none`. */
  readonly name: string;
  /** Whether `name` is an image, and not an environment's id. */
  readonly isImage: boolean;
  /** The Azure ML registry of the environment; null for one of a workspace. */
  readonly registry: string | null;
  /** Whether the environment stands inside the deployment's own file, and nobody named it. */
  readonly isInline: boolean;
}

const NONE: ImageWay = { way: 'none', name: '', isImage: false, registry: null, isInline: false };

/** The name that the CLI and the SDK give to what stands inside a file; nobody calls an environment of his own so. */
const ANONYMOUS = 'cliv2anonymousenvironment';

/** Computes the way of a deployment's image from its environment. */
export const imageWay = derived((deployment: Deployment): Fact<ImageWay> => {
  return chain(both(deployment.environmentId(), deployment.environment()), ([id, environment]) => {
    if (id === null || environment === null) return known(NONE);
    const { registry } = environment;
    const named: ImageWay = { ...NONE, way: 'other-registry', name: id, registry };
    if (isCurated(environment)) return known<ImageWay>({ ...named, way: 'curated' });
    if (registry !== null) return known(named);
    return chain(deployment.asset(environment, 'environment', id), (resource) =>
      chain(isInline(environment, resource), (inline) =>
        wayOf(deployment, { ...named, isInline: inline }, resource),
      ),
    );
  });
});

/**
 * Curated environments lie in the Azure ML registry `azureml`; in a workspace their names begin `AzureML-`
 * (learn.microsoft.com/azure/machine-learning/concept-environments, reviewed 2026-11-24).
 */
function isCurated({ registry, name }: AssetReference): boolean {
  return registry?.toLowerCase() === 'azureml' || (registry === null && /^azureml-/i.test(name));
}

function isInline({ name }: AssetReference, environment: Resource): Fact<boolean> {
  return map(
    environment.read(ENVIRONMENT.isAnonymous),
    (isAnonymous) => isAnonymous || name.toLowerCase() === ANONYMOUS,
  );
}

function wayOf(deployment: Deployment, named: ImageWay, environment: Resource): Fact<ImageWay> {
  const build = environment.read(ENVIRONMENT.build);
  const conda = environment.read(ENVIRONMENT.condaFile);
  const image = environment.read(ENVIRONMENT.image);
  return chain(all<unknown>([build, conda, image]), (): Fact<ImageWay> => {
    const isBuilt = (build.known && build.value !== null) || (conda.known && conda.value.trim() !== '');
    if (isBuilt) return known({ ...named, way: 'built' });
    return chain(image, (name) =>
      name === null
        ? unread(
            environment.gap(
              'unsupported',
              'the environment has neither properties.image nor properties.build nor properties.condaFile',
            ),
          )
        : readyImage(deployment, { ...named, name, isImage: true }),
    );
  });
}

function readyImage(deployment: Deployment, other: ImageWay): Fact<ImageWay> {
  const { cloud } = deployment.workspace.model;
  const { host } = parseImage(other.name);
  if (host === cloud.microsoftContainerRegistry || host.endsWith(`.${cloud.microsoftContainerRegistry}`)) {
    return known({ ...other, way: 'mcr' });
  }
  // Only an Azure Container Registry can be the workspace's, whatever the workspace's own is called.
  if (!host.endsWith(`.${cloud.registrySuffix}`)) return known(other);
  const registry = chain(deployment.workspace.owner(), (owner) => registryOf(owner));
  return chain(registry, (own): Fact<ImageWay> => {
    if (own === null) return known(other);
    return map(own.loginServer(), (server) =>
      host === server.toLowerCase() ? { ...other, way: 'workspace-registry' } : other,
    );
  });
}

/** Whether a deployment's image is built from a Dockerfile or a conda file. */
export const hasBuiltImage = derived((workspace: Workspace) =>
  anyIn(servedDeployments(workspace), (deployment) =>
    map(imageWay(deployment), ({ way }) => way === 'built'),
  ),
);
