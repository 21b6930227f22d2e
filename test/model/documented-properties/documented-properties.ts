import { ACCESS_TYPES } from './access.js';
import type { DocumentedTypes } from './documented-property.js';
import { KEY_VAULT_TYPES } from './key-vault.js';
import { MACHINE_LEARNING_ASSET_TYPES } from './machine-learning-asset.js';
import { NETWORK_SECURITY_GROUP_TYPES } from './network-security-group.js';
import { ONLINE_ENDPOINT_TYPES } from './online-endpoint.js';
import { OUTBOUND_RULE_TYPES } from './outbound-rule.js';
import { PRIVATE_DNS_TYPES } from './private-dns.js';
import { PRIVATE_ENDPOINT_TYPES } from './private-endpoint.js';
import { REGISTRY_TYPES } from './registry.js';
import { STORAGE_ACCOUNT_TYPES } from './storage-account.js';
import { VIRTUAL_NETWORK_TYPES } from './virtual-network.js';
import { WORKSPACE_TYPES } from './workspace.js';

/**
 * What Microsoft documents of every property that isocheck reads. Written by hand from the pages, and never from the
 * source that it is compared with (reviewed 2026-11-27).
 */
export const DOCUMENTED_TYPES: DocumentedTypes = {
  ...ACCESS_TYPES,
  ...KEY_VAULT_TYPES,
  ...MACHINE_LEARNING_ASSET_TYPES,
  ...NETWORK_SECURITY_GROUP_TYPES,
  ...ONLINE_ENDPOINT_TYPES,
  ...OUTBOUND_RULE_TYPES,
  ...PRIVATE_DNS_TYPES,
  ...PRIVATE_ENDPOINT_TYPES,
  ...REGISTRY_TYPES,
  ...STORAGE_ACCOUNT_TYPES,
  ...VIRTUAL_NETWORK_TYPES,
  ...WORKSPACE_TYPES,
};
