import type { StorageService } from '../../arm/asset-location.js';
import type { Cloud } from '../../arm/clouds.js';
import { parseImage } from '../../arm/image-reference.js';
import type { AssetStorage } from '../assets/asset-storage.js';
import type { ImageWay } from '../assets/image-way.js';

/** Something outside that a deployment wants to reach, with all the names by which an outbound rule can lead there. */
export interface OutboundGoal {
  /** What it is, in words. */
  readonly words: string;
  /** Hosts in lower case, of which one is enough; `*.azurecr.io` where it is some host below; none where no FQDN rule leads there. */
  readonly hosts: readonly string[];
  /** What a private endpoint leads to; null where there can be none. */
  readonly resource: {
    /** Lower case. */
    readonly type: string;
    readonly name: string;
    readonly subresource: string;
  } | null;
  /** Service tags that hold its addresses, in lower case. */
  readonly tags: readonly string[];
}

/**
 * The Azure ML registries that Microsoft keeps its model catalog in. The managed network reaches their models by a
 * service endpoint policy, and their images in the Microsoft Container Registry, without a rule of anybody's
 * (learn.microsoft.com/azure/machine-learning/how-to-network-isolation-model-catalog, reviewed 2026-11-24).
 */
const MICROSOFTS = [
  'azureml',
  'azureml-cohere',
  'azureml-meta',
  'azureml-mistral',
  'azureml-msr',
  'azureml-nvidia',
  'azureml-restricted',
];

/** The registry whose models lie at Hugging Face, and whose images lie at Docker Hub (the same page). */
const HUGGING_FACE = 'huggingface';

/** Hosts of Hugging Face: one page names both, another (how-to-managed-network) the second alone. */
const HUGGING_FACE_HOSTS = ['huggingface.co', 'cdn-lfs.huggingface.co'];

/** Hosts of Docker Hub: images are named by the first and pulled from the second. */
const DOCKER_HUB = ['docker.io', 'registry-1.docker.io'];

/** Whether an Azure ML registry is one of Microsoft's, which every managed network reaches. */
export function isMicrosofts(registry: string): boolean {
  return MICROSOFTS.includes(registry.toLowerCase());
}

/** What must be reached for the files of a model or of a scoring script; null for those that need no way out. */
export function storageGoal(storage: AssetStorage): OutboundGoal | null {
  switch (storage.way) {
    case 'none':
    case 'default-storage':
      return null;
    case 'other-storage':
      return accountGoal(storage.account, storage.service);
    case 'onelake':
      return outside('OneLake of Microsoft Fabric', ['onelake.dfs.fabric.microsoft.com']);
    case 'registry':
      return storage.registry.toLowerCase() === HUGGING_FACE
        ? outside('Hugging Face', HUGGING_FACE_HOSTS)
        : registryGoal(storage.registry, [], 'storage');
  }
}

/** What must be reached for an image; null for one in the workspace's registry or in Microsoft's. */
export function imageGoal({ way, name, isImage, registry }: ImageWay, cloud: Cloud): OutboundGoal | null {
  if (way !== 'other-registry') return null;
  if (isImage) return hostGoal(parseImage(name).host, cloud);
  return registry?.toLowerCase() === HUGGING_FACE
    ? outside('Docker Hub', DOCKER_HUB)
    : registryGoal(registry ?? '', [`*.${cloud.registrySuffix}`], 'azurecontainerregistry');
}

/**
 * An FQDN rule gives no access to a storage account, whatever host it names
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network#limitations, reviewed 2026-11-24).
 */
function accountGoal(account: string, service: StorageService): OutboundGoal {
  return {
    words: `storage account ${account}`,
    hosts: [],
    resource: { type: 'microsoft.storage/storageaccounts', name: account, subresource: service },
    tags: ['storage', 'azurecloud', 'internet'],
  };
}

/** Names of container registries have no dash: what follows one in the host only makes it unique. */
function hostGoal(host: string, cloud: Cloud): OutboundGoal {
  if (!host.endsWith(`.${cloud.registrySuffix}`)) {
    return outside(host, host === DOCKER_HUB[0] ? DOCKER_HUB : [host]);
  }
  return {
    words: `registry ${host}`,
    hosts: [host],
    resource: {
      type: 'microsoft.containerregistry/registries',
      name: host.split(/[.-]/)[0] ?? '',
      subresource: 'registry',
    },
    tags: ['azurecontainerregistry', 'azurecloud', 'internet'],
  };
}

/** An Azure ML registry: storage accounts and container registries of its own, behind one private endpoint. */
function registryGoal(registry: string, hosts: readonly string[], tag: string): OutboundGoal {
  return {
    words: `Azure ML registry ${registry}`,
    hosts,
    resource: {
      type: 'microsoft.machinelearningservices/registries',
      name: registry,
      subresource: 'amlregistry',
    },
    tags: [tag, 'azurecloud', 'internet'],
  };
}

function outside(words: string, hosts: readonly string[]): OutboundGoal {
  return { words, hosts, resource: null, tags: ['internet'] };
}
