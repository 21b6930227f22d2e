import type { ReadName } from '../../arm/reads.js';
import type { Fact, Listing } from '../algebra/fact.js';
import type { FactDefinition } from '../algebra/fact-definition.js';
import type { Model } from '../bodies/model.js';
import { computeFacts } from '../facts/compute-facts.js';
import { connectionFacts } from '../facts/connection-facts.js';
import { dependencyFacts } from '../facts/dependency-facts.js';
import { deploymentFacts } from '../facts/deployment-facts.js';
import { endpointFacts } from '../facts/endpoint-facts.js';
import { keyVaultFacts } from '../facts/key-vault-facts.js';
import { outboundRuleFacts } from '../facts/outbound-rule-facts.js';
import { privateDnsZoneFacts } from '../facts/private-dns-zone-facts.js';
import { privateEndpointFacts } from '../facts/private-endpoint-facts.js';
import { registryFacts } from '../facts/registry-facts.js';
import { storageAccountFacts } from '../facts/storage-account-facts.js';
import { subnetFacts } from '../facts/subnet-facts.js';
import { virtualNetworkFacts } from '../facts/virtual-network-facts.js';
import { virtualNetworkLinkFacts } from '../facts/virtual-network-link-facts.js';
import { workspaceFacts } from '../facts/workspace-facts.js';
import * as find from './find-targets.js';
import type { TargetType } from './target-type.js';

/** What can be judged: one kind of target. */
interface TargetKind<Target> {
  /** The read that brings its body; null where that depends on the target. */
  readonly read: ReadName | null;
  /** What has to be read to know which targets there are, whatever is asked of them. */
  readonly reads: readonly ReadName[];
  /** The targets that are known, with what may hide more of them; found once for each model. */
  readonly find: (model: Model) => Listing<Target>;
  /** What a rule can ask of one, by name. */
  readonly facts: Readonly<Record<string, FactDefinition<Target, unknown>>>;
}

const PRIVATE_ENDPOINTS = ['workspace', 'workspaceConnections', 'privateEndpoint'] as const;
const SUBNETS = [...PRIVATE_ENDPOINTS, 'computes', 'virtualNetwork'] as const;
const ZONES = [...PRIVATE_ENDPOINTS, 'zoneGroups', 'privateDnsZone', 'resourceGraph'] as const;

/** All that is known of the types of targets, a row each; the compiler finds a row that is missing. */
const TABLE = {
  workspace: {
    read: 'workspace',
    reads: ['workspace'],
    find: find.workspaces,
    facts: workspaceFacts,
  },
  endpoint: {
    read: 'endpoints',
    reads: ['workspace', 'endpoints'],
    find: find.endpoints,
    facts: endpointFacts,
  },
  deployment: {
    read: 'deployments',
    reads: ['workspace', 'endpoints', 'deployments'],
    find: find.deployments,
    facts: deploymentFacts,
  },
  connection: {
    read: 'workspaceConnections',
    reads: ['workspace', 'workspaceConnections'],
    find: find.connections,
    facts: connectionFacts,
  },
  registry: {
    read: 'registry',
    reads: ['workspace'],
    find: find.registries,
    facts: registryFacts,
  },
  'key-vault': {
    read: 'keyVault',
    reads: ['workspace'],
    find: find.keyVaults,
    facts: keyVaultFacts,
  },
  'storage-account': {
    read: 'storageAccount',
    reads: ['workspace'],
    find: find.storageAccounts,
    facts: storageAccountFacts,
  },
  dependency: {
    read: null,
    reads: ['workspace'],
    find: find.dependencies,
    facts: dependencyFacts,
  },
  'private-endpoint': {
    read: 'privateEndpoint',
    reads: PRIVATE_ENDPOINTS,
    find: find.privateEndpoints,
    facts: privateEndpointFacts,
  },
  subnet: {
    read: 'virtualNetwork',
    reads: SUBNETS,
    find: find.subnets,
    facts: subnetFacts,
  },
  'virtual-network': {
    read: 'virtualNetwork',
    reads: SUBNETS,
    find: find.virtualNetworks,
    facts: virtualNetworkFacts,
  },
  'private-dns-zone': {
    read: 'privateDnsZone',
    reads: ZONES,
    find: find.privateDnsZones,
    facts: privateDnsZoneFacts,
  },
  'virtual-network-link': {
    read: 'zoneLinks',
    reads: [...ZONES, 'zoneLinks'],
    find: find.virtualNetworkLinks,
    facts: virtualNetworkLinkFacts,
  },
  compute: {
    read: 'computes',
    reads: ['workspace', 'computes'],
    find: find.computes,
    facts: computeFacts,
  },
  'outbound-rule': {
    read: 'outboundRules',
    reads: ['workspace', 'outboundRules'],
    find: find.outboundRules,
    facts: outboundRuleFacts,
  },
} as const satisfies Record<TargetType, Omit<TargetKind<never>, 'find'> & Pick<TargetKind<unknown>, 'find'>>;

/** What each type of target is. */
export type TargetByType = {
  readonly [T in TargetType]: ReturnType<(typeof TABLE)[T]['find']>['items'][number];
};

/** The types of targets by their name in the report. */
export const TARGETS: { readonly [T in TargetType]: TargetKind<TargetByType[T]> } = TABLE;

/** The names of the facts of a type of target. */
export type FactName<T extends TargetType> = keyof (typeof TABLE)[T]['facts'] & string;

/** The value of a fact. */
export type FactValue<T extends TargetType, N extends FactName<T>> = (typeof TABLE)[T]['facts'][N] extends {
  readonly of: (target: never) => Fact<infer V>;
}
  ? V
  : never;
