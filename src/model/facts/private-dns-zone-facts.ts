import { fact } from '../algebra/fact-definition.js';
import { speaksOfWorkspaces, staleRecords } from '../dns/records/stale-records.js';
import type { PrivateDnsZone } from '../resources/private-dns-zone.js';
import { WAY_IN } from './workspace-facts.js';

/** Facts of a private DNS zone that can answer for a workspace. */
export const privateDnsZoneFacts = {
  /** Whether a record bears the GUID of a workspace that was read. */
  speaksOfWorkspaces: fact(['workspace', 'zoneRecords'], speaksOfWorkspaces),
  /** Records of these workspaces that lead to an address that none of their private endpoints has. */
  staleRecords: fact([...WAY_IN, 'zoneRecords', 'networkInterface'], staleRecords),
  isLinked: fact(['zoneLinks'], (target: PrivateDnsZone) => target.isLinked()),
} as const;
