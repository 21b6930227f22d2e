import { anyOf, chain, complete, known, map } from '../algebra/fact.js';
import { fact } from '../algebra/fact-definition.js';
import { WORKSPACE } from '../arm-properties/index.js';
import { builderSettings, builderSize } from '../assets/image-builder.js';
import { hasBuiltImage } from '../assets/image-way.js';
import { hasApprovedInbound } from '../connections/client-connections.js';
import { egressConnectionsOf } from '../connections/egress-connections.js';
import { connectionApproval } from '../identity/connection-approval.js';
import { vaultAccess } from '../identity/vault-access.js';
import { hasBatchEndpoint, missingBatchRules } from '../managed-network/batch-rules.js';
import {
  firewallSku,
  fqdnRules,
  managedNetworkOpenness,
} from '../managed-network/managed-network-openness.js';
import { rulesToWorkspace } from '../managed-network/outbound-rules.js';
import { requiredRules } from '../managed-network/required-rules.js';
import {
  closedDependencies,
  reachesClosedDependencies,
  severalClients,
} from '../network/endpoint-networks.js';
import {
  hasLegacyPrivateDeployment,
  legacyPrivateDeployments,
} from '../ownership/legacy-private-deployments.js';
import { hasClosedEndpoint, hasManagedEndpoint } from '../ownership/served.js';
import { inboundOfManaged } from '../reach/managed-endpoints.js';
import { privatePathNeed } from '../reach/private-path-need.js';
import { scopeLocks } from '../reach/scope-lock.js';
import {
  dependenciesInOtherGroups,
  dependenciesInOtherSubscriptions,
  restrictedImageSources,
} from '../reach/workspace-dependencies.js';
import { registryOf } from '../resources/registry.js';
import { storageAccountOf } from '../resources/storage-account.js';
import type { Workspace } from '../resources/workspace.js';

/** What decides whose network settings hold and which deployments there are. */
export const SERVED = ['workspace', 'endpoints', 'deployments'] as const;

/** What decides whether there is a way in. */
export const WAY_IN = ['workspace', 'workspaceConnections', 'outboundRules', 'privateEndpoint'] as const;

/** What decides which roles somebody holds. */
export const ROLES = ['roleAssignments', 'denyAssignments', 'customRoles'] as const;

/** Facts of a workspace (of the hub, where projects take their network settings from one). */
export const workspaceFacts = {
  v1LegacyMode: fact(['workspace'], (target: Workspace) => target.v1LegacyMode()),
  publicNetworkAccess: fact(['workspace', 'privateEndpoint'], (target: Workspace) =>
    target.publicNetworkAccess(),
  ),
  /** The newer flag as it stands in the body; null where it is absent. */
  publicNetworkAccessFlag: fact(['workspace'], (target: Workspace) =>
    target.read(WORKSPACE.publicNetworkAccess),
  ),
  /** The older flag. */
  allowPublicAccessWhenBehindVnet: fact(['workspace'], (target: Workspace) =>
    target.read(WORKSPACE.allowPublicAccessWhenBehindVnet),
  ),
  /** Addresses that an open workspace is limited to; null for none. */
  selectedAddresses: fact(['workspace', 'workspacePreview'], (target: Workspace) =>
    target.selectedAddresses(),
  ),
  isManaged: fact(['workspace'], (target: Workspace) => target.isManaged()),
  managedNetworkMode: fact(['workspace'], (target: Workspace) => target.managedNetworkMode()),
  managedNetworkStatus: fact(['workspace'], (target: Workspace) => target.managedNetworkStatus()),
  /** What the rules of the managed network open, with what may hide more of it. */
  openness: fact(['workspace', 'outboundRules'], (target: Workspace) =>
    known(managedNetworkOpenness(target)),
  ),
  fqdnRules: fact(['workspace', 'outboundRules'], fqdnRules),
  /** Version of the Azure Firewall that FQDN rules bring. */
  firewallSku: fact(['workspace'], firewallSku),
  /** The private endpoint rules of the managed network that lead to the workspace itself. */
  rulesToWorkspace: fact(['workspace', 'outboundRules'], rulesToWorkspace),
  hasBatchEndpoint: fact(['workspace', 'batchEndpoints'], hasBatchEndpoint),
  /** Private endpoint rules that batch endpoints lack; null where the internet is enough. */
  missingBatchRules: fact(['workspace', 'outboundRules', 'storageAccount'], missingBatchRules),
  /** The locks on the workspace, its resource group and its subscription. */
  scopeLocks: fact(['workspace', 'locks'], scopeLocks),
  /** The private endpoint rules that the managed network must have. */
  requiredRules: fact(
    ['workspace', 'outboundRules', 'storageAccount', 'keyVault', 'registry', 'privateEndpoint'],
    (target: Workspace) => requiredRules(target),
  ),
  dependenciesInOtherSubscriptions: fact(['workspace'], dependenciesInOtherSubscriptions),
  dependenciesInOtherGroups: fact(['workspace'], dependenciesInOtherGroups),
  imageBuildCompute: fact(['workspace'], (target: Workspace) => target.imageBuildCompute()),
  /** What the compute of that name is; null where there is none. */
  imageBuilder: fact(['workspace', 'computes'], builderSettings),
  /** Size of its machines; null where there is none. */
  imageBuilderSize: fact(['workspace', 'computes'], builderSize),
  /** Who of its managed endpoints takes scoring requests from public networks; the list tells what it may lack. */
  managedEndpoints: fact(['workspace', 'endpoints'], (target: Workspace) => known(inboundOfManaged(target))),
  /** What needs the private path into the workspace; null where nothing does. */
  privatePathNeed: fact([...SERVED, 'privateEndpoint'], privatePathNeed),
  /** The connections by which isolated deployments reach the workspace. */
  egressConnections: fact(['workspace', 'workspaceConnections', 'privateEndpoint'], (target: Workspace) =>
    egressConnectionsOf(target),
  ),
  hasLegacyPrivateDeployment: fact(SERVED, (target: Workspace) => hasLegacyPrivateDeployment(target)),
  /** Deployments that leave by private endpoints of their own; the list tells what may be missing from it. */
  legacyPrivateDeployments: fact(SERVED, (target: Workspace) => known(legacyPrivateDeployments(target))),
  hasApprovedInbound: fact(WAY_IN, (target: Workspace) => hasApprovedInbound(target)),
  /** The Approved connections that can be a client's, where there are several; else one or none of them. */
  severalClients: fact(WAY_IN, severalClients),
  closedDependencies: fact(['workspace', 'storageAccount', 'keyVault', 'registry'], closedDependencies),
  /** Whether one of their networks reaches private endpoints of every dependency that is closed. */
  reachesClosedDependencies: fact(
    [...WAY_IN, 'storageAccount', 'keyVault', 'registry', 'virtualNetwork'],
    reachesClosedDependencies,
  ),
  /** Every connection that is not an egress one. */
  inboundConnections: fact(['workspace', 'workspaceConnections'], (target: Workspace) =>
    complete(target.inboundConnections()),
  ),
  hasManagedEndpoint: fact(['workspace', 'endpoints'], (target: Workspace) => hasManagedEndpoint(target)),
  /** Whether a closed endpoint or a deployment sent out by private endpoints of its own makes use of isolation. */
  usesIsolation: fact(SERVED, (target: Workspace) =>
    anyOf([hasClosedEndpoint(target), hasLegacyPrivateDeployment(target)]),
  ),
  hasBuiltImage: fact([...SERVED, 'environment', 'registry'], (target: Workspace) => hasBuiltImage(target)),
  /** Registry and storage account that are restricted: image builds then need a compute of their own. */
  restrictedImageSources: fact(['workspace', 'registry', 'storageAccount'], restrictedImageSources),
  /** The container registry when it is restricted; null when it is not, or none is attached. */
  restrictedRegistry: fact(['workspace', 'registry'], (target: Workspace) =>
    chain(registryOf(target), (registry) =>
      registry === null
        ? known(null)
        : map(registry.isRestricted(), (restricted) => (restricted ? registry : null)),
    ),
  ),
  /** The storage account when it is restricted; null when it is not. */
  restrictedStorage: fact(['workspace', 'storageAccount'], (target: Workspace) =>
    chain(storageAccountOf(target), (account) =>
      account === null
        ? known(null)
        : map(account.isRestricted(), (restricted) => (restricted ? account : null)),
    ),
  ),
  /** Which user-assigned identities lack access to the secrets of the vault. */
  vaultAccess: fact(['workspace', 'endpoints', 'keyVault', ...ROLES], (target: Workspace) =>
    vaultAccess(target),
  ),
  /** The roles that its identity lacks for approving the managed network's private endpoints. */
  connectionApproval: fact(['workspace', 'outboundRules', ...ROLES], (target: Workspace) =>
    connectionApproval(target),
  ),
} as const;
