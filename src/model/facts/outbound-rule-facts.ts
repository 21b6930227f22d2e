import { chain } from '../algebra/fact.js';
import { fact } from '../algebra/fact-definition.js';
import { isStorageOfWorkspace, storageAccountOf } from '../managed-network/storage-host.js';
import type { OutboundRule } from '../resources/outbound-rule.js';

const RULE = ['workspace', 'outboundRules'] as const;

/** Facts of an outbound rule of a managed network. */
export const outboundRuleFacts = {
  ruleType: fact(RULE, (target: OutboundRule) => target.ruleType()),
  status: fact(RULE, (target: OutboundRule) => target.status()),
  /** Whether people made it, and not the service for itself. */
  isUsers: fact(RULE, (target: OutboundRule) => target.isUsers()),
  /** What it lets through. */
  destination: fact(RULE, (target: OutboundRule) => target.destination()),
  isManaged: fact(RULE, (target: OutboundRule) => target.workspace.isManaged()),
  managedNetworkMode: fact(RULE, (target: OutboundRule) => target.workspace.managedNetworkMode()),
  managedNetworkStatus: fact(RULE, (target: OutboundRule) => target.workspace.managedNetworkStatus()),
  /** The storage account that an FQDN rule names by its host; `*` for all of them, null for another host. */
  storageAccount: fact(RULE, (target: OutboundRule) => chain(target.destination(), storageAccountOf(target))),
  /** Whether that account is the workspace's, or one that a datastore of it leads to. */
  isStorageOfWorkspace: fact([...RULE, 'datastores'], isStorageOfWorkspace),
} as const;
