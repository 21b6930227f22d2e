import type { Fact } from '../algebra/fact.js';
import type { TargetByType } from '../targets/target-types.js';
import { computeFacts } from './compute-facts.js';
import { connectionFacts } from './connection-facts.js';
import { dependencyFacts } from './dependency-facts.js';
import { deploymentFacts } from './deployment-facts.js';
import { endpointFacts } from './endpoint-facts.js';
import { keyVaultFacts } from './key-vault-facts.js';
import { outboundRuleFacts } from './outbound-rule-facts.js';
import { privateDnsZoneFacts } from './private-dns-zone-facts.js';
import { privateEndpointFacts } from './private-endpoint-facts.js';
import { registryFacts } from './registry-facts.js';
import { storageAccountFacts } from './storage-account-facts.js';
import { subnetFacts } from './subnet-facts.js';
import { virtualNetworkFacts } from './virtual-network-facts.js';
import { virtualNetworkLinkFacts } from './virtual-network-link-facts.js';
import { workspaceFacts } from './workspace-facts.js';

/** Every fact that a rule can name, by the kind of target it is asked of. */
export const FACTS = {
  workspace: workspaceFacts,
  endpoint: endpointFacts,
  deployment: deploymentFacts,
  connection: connectionFacts,
  registry: registryFacts,
  'key-vault': keyVaultFacts,
  'storage-account': storageAccountFacts,
  dependency: dependencyFacts,
  'private-endpoint': privateEndpointFacts,
  subnet: subnetFacts,
  'virtual-network': virtualNetworkFacts,
  'private-dns-zone': privateDnsZoneFacts,
  'virtual-network-link': virtualNetworkLinkFacts,
  compute: computeFacts,
  'outbound-rule': outboundRuleFacts,
} as const;

/** The names of the facts of a kind of target. */
export type FactName<T extends keyof TargetByType> = keyof (typeof FACTS)[T] & string;

/** The value of a fact. */
export type FactValue<T extends keyof TargetByType, N extends FactName<T>> = (typeof FACTS)[T][N] extends {
  readonly of: (target: never) => Fact<infer V>;
}
  ? V
  : never;
