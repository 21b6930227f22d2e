/**
 * What a rule is asked of. A `connection` is a private endpoint connection of a workspace, a `dependency` the registry,
 * key vault or storage account of one.
 */
export const TARGET_TYPES = [
  'workspace',
  'endpoint',
  'deployment',
  'connection',
  'registry',
  'key-vault',
  'storage-account',
  'dependency',
  'private-endpoint',
  'subnet',
  'virtual-network',
  'private-dns-zone',
  'virtual-network-link',
  'compute',
  'outbound-rule',
] as const;
export type TargetType = (typeof TARGET_TYPES)[number];
