import { fact } from '../algebra/fact-definition.js';
import {
  hasClientEndpoint,
  hasPrivateOutboundUser,
  privateEndpointNeed,
} from '../reach/dependency-access.js';
import { hasKeyEndpoint } from '../reach/key-endpoints.js';
import type { KeyVault } from '../resources/key-vault.js';
import { SERVED } from './workspace-facts.js';

/** Facts of a key vault. */
export const keyVaultFacts = {
  isRestricted: fact(['keyVault'], (target: KeyVault) => target.isRestricted()),
  /** From which public networks it takes requests. */
  publicReach: fact(['keyVault'], (target: KeyVault) => target.publicReach()),
  hasPrivateOutboundUser: fact(SERVED, (target: KeyVault) => hasPrivateOutboundUser(target)),
  /** Whether clients need a private endpoint of the user's own to come to it. */
  privateEndpointNeed: fact(['workspace', 'keyVault'], (target: KeyVault) => privateEndpointNeed(target)),
  hasClientEndpoint: fact(['keyVault', 'privateEndpoint'], (target: KeyVault) =>
    hasClientEndpoint(target, null),
  ),
  bypass: fact(['keyVault'], (target: KeyVault) => target.bypass()),
  hasKeyEndpoint: fact(['workspace', 'endpoints'], (target: KeyVault) => hasKeyEndpoint(target)),
} as const;
