import type { ReadName } from '../../arm/reads.js';
import type { TargetByType } from './target-types.js';

const PRIVATE_ENDPOINTS = ['workspace', 'workspaceConnections', 'privateEndpoint'] as const;
const SUBNETS = [...PRIVATE_ENDPOINTS, 'computes', 'virtualNetwork'] as const;
const ZONES = [...PRIVATE_ENDPOINTS, 'zoneGroups', 'privateDnsZone', 'resourceGraph'] as const;

/** What has to be read to know which targets of a type there are, whatever is asked of them. */
export const TARGET_READS: { readonly [T in keyof TargetByType]: readonly ReadName[] } = {
  workspace: ['workspace'],
  endpoint: ['workspace', 'endpoints'],
  deployment: ['workspace', 'endpoints', 'deployments'],
  connection: ['workspace', 'workspaceConnections'],
  registry: ['workspace'],
  'key-vault': ['workspace'],
  'storage-account': ['workspace'],
  dependency: ['workspace'],
  'private-endpoint': PRIVATE_ENDPOINTS,
  subnet: SUBNETS,
  'virtual-network': SUBNETS,
  'private-dns-zone': ZONES,
  'virtual-network-link': [...ZONES, 'zoneLinks'],
  compute: ['workspace', 'computes'],
  'outbound-rule': ['workspace', 'outboundRules'],
};
