import type { StorageAccount } from '../storage-account.js';
import { fact } from './define.js';

/** Facts of the default storage account of a workspace. */
export const storageAccountFacts = {
  isRestricted: fact(['storageAccount'], (target: StorageAccount) => target.isRestricted()),
} as const;
