import { parseImage } from '../arm/image-reference.js';
import { sameId } from '../arm/resource-id.js';
import { both, chain, complete, type Fact, known, map } from '../model/algebra/fact.js';
import { type AssetStorage, codeStorage, modelStorage, placeOf } from '../model/assets/asset-storage.js';
import type { ImageWay } from '../model/assets/image-way.js';
import { imageWay } from '../model/assets/image-way.js';
import { imageCover, storageCover } from '../model/managed-network/outbound-coverage.js';
import { type OutboundLimit, outboundLimit } from '../model/managed-network/outbound-limit.js';
import { privateEndpointRulesOf } from '../model/managed-network/outbound-rules.js';
import type { Deployment, DeploymentGeneration } from '../model/resources/deployment.js';
import type { Workspace } from '../model/resources/workspace.js';

/** How a deployment gets to what lies outside of it. */
interface WayOut {
  readonly generation: DeploymentGeneration;
  readonly limit: OutboundLimit;
  /** The workspace whose network settings hold. */
  readonly owner: Workspace;
}

/**
 * Which network path a deployment takes to its image, its model and its scoring script, in one sentence without a full
 * stop: `image: pulled from cr.azurecr.io through …; model: read from …; code: none`. Whatever was not read is named
 * as unknown, with the reason.
 */
export function deploymentPath(deployment: Deployment): string {
  const generation = deployment.generation();
  const owner = deployment.workspace.owner();
  const out = chain(both(generation, outboundLimit(deployment)), ([each, limit]) =>
    map(owner, (workspace): WayOut => ({ generation: each, limit, owner: workspace })),
  );
  const parts = {
    image: chain(out, (way) => imagePath(deployment, way)),
    model: chain(out, (way) => storagePath(deployment, way, modelStorage(deployment))),
    code: chain(out, (way) => storagePath(deployment, way, codeStorage(deployment))),
  };
  return Object.entries(parts)
    .map(([part, path]) => `${part}: ${path.known ? path.value : `unknown (${reason(path)})`}`)
    .join('; ');
}

function reason(path: Fact<string>): string {
  const [gap] = path.known ? [] : path.gaps;
  return gap === undefined ? '' : gap.detail || `${gap.reason}, ${gap.operation}`;
}

function imagePath(deployment: Deployment, out: WayOut): Fact<string> {
  return chain(imageWay(deployment), (image): Fact<string> => {
    switch (image.way) {
      case 'none':
        return known("the service's own, by the type of the model");
      case 'built':
        return map(registryPath(out), (path) => `built into the workspace's registry, and pulled ${path}`);
      case 'workspace-registry':
        return map(registryPath(out), (path) => `pulled from ${hostOf(image)} ${path}`);
      case 'mcr':
      case 'curated':
        return known(
          out.limit === 'own-private-endpoints'
            ? `out of reach: ${sourceOf(image)}`
            : `pulled from the Microsoft Container Registry ${openPath(out)}`,
        );
      case 'other-registry':
        return elsewhere(out, `pulled from ${sourceOf(image)}`, sourceOf(image), imageCover(deployment));
    }
  });
}

function storagePath(deployment: Deployment, out: WayOut, storage: Fact<AssetStorage>): Fact<string> {
  return chain(storage, (files): Fact<string> => {
    if (files.way === 'none') return known('none');
    if (files.way === 'default-storage') {
      if (out.limit === 'own-private-endpoints' && files.service !== 'blob') {
        return known(
          `doubtful: ${files.service} of ${placeOf(files)}, where the private endpoint leads to blob`,
        );
      }
      const path = dependencyPath(out, files.service, out.owner.storageId());
      return map(
        path,
        (words) => `read from storage account ${files.account}, the workspace's own, ${words}`,
      );
    }
    const place = placeOf(files);
    return elsewhere(out, `read from ${place}`, place, storageCover(deployment, storage));
  });
}

function registryPath(out: WayOut): Fact<string> {
  return dependencyPath(out, 'registry', out.owner.registryId());
}

/** The path to a service of the workspace's own. */
function dependencyPath(out: WayOut, subresource: string, id: Fact<string | null>): Fact<string> {
  if (out.limit === 'own-private-endpoints') {
    return known(
      `through the deployment's private endpoint to ${subresource === 'registry' ? 'it' : 'blob'}`,
    );
  }
  if (out.generation !== 'managed' || out.limit === 'unprovisioned') return known(openPath(out));
  return chain(id, (service) => {
    const rules = privateEndpointRulesOf(out.owner);
    const rule = rules.items.find(
      ({ serviceResourceId, subresourceTarget, status }) =>
        status === 'Active' &&
        sameId(serviceResourceId ?? '', service ?? '') &&
        subresourceTarget?.toLowerCase() === subresource,
    );
    if (rule !== undefined)
      return known(`through the managed network's private endpoint (rule ${rule.name})`);
    return map(complete(rules), () =>
      out.limit === 'approved-rules'
        ? 'by no Active rule of the managed network, which is doubtful'
        : openPath(out),
    );
  });
}

/** The path to what is not the workspace's own. */
function elsewhere(out: WayOut, words: string, place: string, cover: Fact<string | null>): Fact<string> {
  if (out.limit === 'own-private-endpoints') return known(`out of reach: ${place}`);
  if (out.limit !== 'approved-rules') return known(`${words} ${openPath(out)}`);
  return map(cover, (each) =>
    each === null
      ? `doubtful: no outbound rule leads to ${place}`
      : `${words} through the managed network, by ${each}`,
  );
}

/** The path to what anybody may reach. */
function openPath({ generation, limit }: WayOut): string {
  if (generation === 'kubernetes') return 'as the cluster lets it out';
  if (generation !== 'managed') return 'over the public network';
  if (limit === 'unprovisioned') return 'once the managed network is provisioned';
  return limit === 'approved-rules'
    ? 'through the managed network'
    : 'through the managed network and the internet';
}

function hostOf({ name }: ImageWay): string {
  return parseImage(name).host;
}

function sourceOf(image: ImageWay): string {
  if (image.isImage) return hostOf(image);
  return image.way === 'curated' || image.registry === null
    ? `curated environment ${image.name}`
    : `Azure ML registry ${image.registry}`;
}
