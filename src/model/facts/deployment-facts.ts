import type { Deployment } from '../deployment.js';
import { chain } from '../fact.js';
import { fact } from './define.js';
import { workspaceFacts } from './workspace-facts.js';

const GENERATION = ['workspace', 'endpoints', 'deployments'] as const;

/** Facts of a deployment. */
export const deploymentFacts = {
  generation: fact(GENERATION, (target: Deployment) => target.generation()),
  /** Its own flag, whatever it means in this workspace. */
  egress: fact(['deployments'], (target: Deployment) => target.egress()),
  provisioningState: fact(['deployments'], (target: Deployment) => target.provisioningState()),
  imageWay: fact([...GENERATION, 'environment', 'registry'], (target: Deployment) => target.imageWay()),
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
    chain(target.workspace.owner(), (owner) => owner.registry()),
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
