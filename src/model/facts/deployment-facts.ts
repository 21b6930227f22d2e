import { chain } from '../algebra/fact.js';
import { fact } from '../algebra/fact-definition.js';
import { codeStorage, modelStorage } from '../assets/asset-storage.js';
import { imageWay } from '../assets/image-way.js';
import { egressLeftovers } from '../connections/egress-leftovers.js';
import { imageCover, storageCover } from '../managed-network/outbound-coverage.js';
import { outboundLimit } from '../managed-network/outbound-limit.js';
import type { Deployment } from '../resources/deployment.js';
import { registryOf } from '../resources/registry.js';
import { workspaceFacts } from './workspace-facts.js';

const GENERATION = ['workspace', 'endpoints', 'deployments'] as const;

/** What decides where the files of a model lie, and those of a scoring script. */
const MODEL_STORAGE = [...GENERATION, 'model', 'datastores'] as const;
const CODE_STORAGE = [...GENERATION, 'code', 'datastores'] as const;

/** Facts of a deployment. */
export const deploymentFacts = {
  generation: fact(GENERATION, (target: Deployment) => target.generation()),
  /** The connections by which deployments older than the managed network still leave. */
  egressLeftovers: fact(
    [...GENERATION, 'workspaceConnections', 'registry', 'storageAccount', 'privateEndpoint'],
    (target: Deployment) => chain(target.workspace.owner(), (owner) => egressLeftovers(owner)),
  ),
  /** Its own flag, whatever it means in this workspace. */
  egress: fact(['deployments'], (target: Deployment) => target.egress()),
  provisioningState: fact(['deployments'], (target: Deployment) => target.provisioningState()),
  imageWay: fact([...GENERATION, 'environment', 'registry'], (target: Deployment) => imageWay(target)),
  /** What of a managed network leads to the image, in words; null for nothing. */
  imageCover: fact([...GENERATION, 'environment', 'registry', 'outboundRules'], imageCover),
  /** What limits where it gets to. */
  outboundLimit: fact(GENERATION, outboundLimit),
  modelStorage: fact(MODEL_STORAGE, (target: Deployment) => modelStorage(target)),
  codeStorage: fact(CODE_STORAGE, (target: Deployment) => codeStorage(target)),
  /** What of a managed network leads to the model, in words; null for nothing. */
  modelCover: fact([...MODEL_STORAGE, 'outboundRules'], (target: Deployment) =>
    storageCover(target, modelStorage(target)),
  ),
  /** The same of the scoring script. */
  codeCover: fact([...CODE_STORAGE, 'outboundRules'], (target: Deployment) =>
    storageCover(target, codeStorage(target)),
  ),
  environmentId: fact(['deployments'], (target: Deployment) => target.environmentId()),
  modelType: fact(['deployments', 'model'], (target: Deployment) => target.modelType()),
  workspacePublicNetworkAccess: fact(['workspace', 'privateEndpoint'], (target: Deployment) =>
    chain(target.workspace.owner(), (owner) => owner.publicNetworkAccess()),
  ),
  workspaceSelectedAddresses: fact(['workspace', 'workspacePreview'], (target: Deployment) =>
    chain(target.workspace.owner(), (owner) => owner.selectedAddresses()),
  ),
  /** The workspace's registry; null while none is attached. */
  workspaceRegistry: fact(['workspace'], (target: Deployment) =>
    chain(target.workspace.owner(), (owner) => registryOf(owner)),
  ),
  /** The workspace's registry when it is restricted; null when it is not, or none is attached. */
  restrictedRegistry: fact(workspaceFacts.restrictedRegistry.reads, (target: Deployment) =>
    chain(target.workspace.owner(), (owner) => workspaceFacts.restrictedRegistry.of(owner)),
  ),
  /** The workspace's storage account when it is restricted; null when it is not. */
  restrictedStorage: fact(workspaceFacts.restrictedStorage.reads, (target: Deployment) =>
    chain(target.workspace.owner(), (owner) => workspaceFacts.restrictedStorage.of(owner)),
  ),
} as const;
