import { derived } from '../algebra/derived.js';
import { chain, type Fact, known } from '../algebra/fact.js';
import type { StorageAccount } from '../resources/storage-account.js';
import { hasLivingConnection } from './dependency-access.js';

/** The subnets that come in by service endpoints while private endpoints lead in as well; none where either is missing. */
export const mixedSubnets = derived((account: StorageAccount): Fact<readonly string[]> => {
  const subnets = account.subnetRules();
  if (subnets.known && subnets.value.length === 0) return subnets;
  return chain(
    hasLivingConnection(account),
    (hasConnection): Fact<readonly string[]> => (hasConnection ? subnets : known([])),
  );
});
