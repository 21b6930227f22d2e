import type { KeyVault } from '../key-vault.js';
import { fact } from './define.js';

/** Facts of a key vault. */
export const keyVaultFacts = {
  isRestricted: fact(['keyVault'], (target: KeyVault) => target.isRestricted()),
  bypass: fact(['keyVault'], (target: KeyVault) => target.bypass()),
  hasKeyEndpoint: fact(['workspace', 'endpoints'], (target: KeyVault) => target.hasKeyEndpoint()),
} as const;
