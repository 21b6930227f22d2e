import { parseImage } from '../../arm/image-reference.js';
import type { ImageWay } from '../../model/assets/image-way.js';
import type { Deployment } from '../../model/resources/deployment.js';
import type { Registry } from '../../model/resources/registry.js';
import { azureCli, inGroupOf } from './azure-cli.js';
import { inWorkspaceOf, updateDeployment } from './deployment-commands.js';

/**
 * Brings a deployment's image into the workspace's registry: a ready image is copied and made an environment; of an
 * environment that lies elsewhere the definition is shown, to be made again. Then the deployment is updated.
 */
export function ownImage(deployment: Deployment, way: ImageWay, registry: Registry | null): string[] {
  return [
    ...(way.isImage ? copiedImage(deployment, way, registry) : shownEnvironment(deployment)),
    updateDeployment(deployment),
  ];
}

function copiedImage(deployment: Deployment, way: ImageWay, registry: Registry | null): string[] {
  if (registry === null) return [];
  const { name } = way;
  const { host, repository, tag, digest } = parseImage(name);
  const source = `${host}/${repository}${digest === null ? `:${tag ?? 'latest'}` : `@${digest}`}`;
  const server = registry.loginServer();
  const copy = `${repository}${digest === null ? `:${tag ?? 'latest'}` : `@${digest}`}`;
  return [
    azureCli('az acr import', {
      '--name': registry.name,
      '--source': source,
      ...(digest === null ? { '--image': copy } : { '--repository': repository }),
      ...inGroupOf(registry.id),
    }),
    azureCli('az ml environment create', {
      '--name': environmentName(deployment, way),
      '--image': `${server.known ? server.value : registry.name}/${copy}`,
      ...inWorkspaceOf(deployment),
    }),
  ];
}

function shownEnvironment(deployment: Deployment): string[] {
  const environment = deployment.environment();
  if (!environment.known || environment.value === null) return [];
  const { name, version, label, registry } = environment.value;
  return [
    azureCli('az ml environment show', {
      '--name': name,
      ...(version === null ? { '--label': label ?? 'latest' } : { '--version': version }),
      ...(registry === null ? inWorkspaceOf(deployment) : { '--registry-name': registry }),
    }),
  ];
}

/** A new version of the deployment's own environment, or one that is called after the deployment. */
function environmentName(deployment: Deployment, { isInline }: ImageWay): string {
  const environment = deployment.environment();
  const name = environment.known ? environment.value?.name : undefined;
  return name === undefined || isInline ? `${deployment.endpoint.name}-${deployment.name}` : name;
}
