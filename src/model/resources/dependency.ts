import type { KeyVault } from './key-vault.js';
import type { Registry } from './registry.js';
import type { StorageAccount } from './storage-account.js';

/** A service that a workspace owns by id, and that may have private endpoints of its own. */
export type Dependency = Registry | KeyVault | StorageAccount;
