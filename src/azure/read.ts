import { READS, type ReadName } from '../arm/reads.js';
import { idKey, nameOf, parentOf, subscriptionOf } from '../arm/resource-id.js';

/**
 * What kind of answer a read brings:
 * - `resource`: one body;
 * - `collection`: a list of bodies;
 * - `summaries`: a list of something less than the resources' own bodies;
 * - `lookup`: a list of bodies in which one is sought; the others are nobody's business;
 * - `query`: a Resource Graph query for ids.
 */
type ReadForm = 'resource' | 'collection' | 'summaries' | 'lookup' | 'query';

/** One thing to ask ARM for. */
export interface Read {
  readonly name: ReadName;
  readonly form: ReadForm;
  /**
   * Resource id or collection path, below the ARM host; names as ARM or the user spelled them. No query but the
   * `?$filter=…` of a list that is another one for each filter, unencoded.
   */
  readonly path: string;
}

/** Path of the Resource Graph query; the only POST that isocheck sends. */
export const RESOURCE_GRAPH_PATH = '/providers/Microsoft.ResourceGraph/resources';

/** The body of one resource. */
export function resourceRead(name: ReadName, id: string): Read {
  return { name, form: 'resource', path: id };
}

/** All resources of a list. */
export function collectionRead(name: ReadName, path: string): Read {
  return { name, form: 'collection', path };
}

/** A path without its query, and the query: empty for a list without a filter. */
export function splitFilter(path: string): { readonly list: string; readonly query: string } {
  const mark = path.indexOf('?');
  return mark < 0 ? { list: path, query: '' } : { list: path.slice(0, mark), query: path.slice(mark + 1) };
}

/** Two reads of one key are the same call. */
export function readKey(read: Read): string {
  return `${read.name} ${idKey(read.path)}`;
}

/** Where a gap of the read is filed: the lower-cased id or collection path. */
export function scopeOf(read: Read): string {
  return idKey(read.path);
}

/** The action that the read takes. */
export function operationOf(read: Read): string {
  return READS[read.name].operation;
}

/** What each read is about, one of it. */
const LABELS: Readonly<Record<ReadName, string>> = {
  workspace: 'workspace',
  workspacePreview: 'IP rules',
  workspaceConnections: 'private endpoint connection',
  outboundRules: 'outbound rule',
  endpoints: 'online endpoint',
  deployments: 'deployment',
  environment: 'environment',
  model: 'model',
  code: 'code',
  computes: 'compute',
  datastores: 'datastore',
  batchEndpoints: 'batch endpoint',
  privateEndpoint: 'private endpoint',
  zoneGroups: 'DNS zone group',
  networkInterface: 'network interface',
  virtualNetwork: 'virtual network',
  networkSecurityGroup: 'network security group',
  privateDnsZone: 'private DNS zone',
  zoneRecords: 'record',
  zoneLinks: 'virtual network link',
  keyVault: 'key vault',
  registry: 'container registry',
  storageAccount: 'storage account',
  creationTimes: 'creation times',
  diagnosticSettings: 'diagnostic setting',
  roleAssignments: 'role assignment',
  customRoles: 'custom role',
  denyAssignments: 'deny assignment',
  locks: 'lock',
  resourceGraph: 'private DNS zones of other subscriptions',
};

/** The read in words, for a progress line: `deployments of fraud`. */
export function describeRead(read: Read): string {
  const label = LABELS[read.name];
  switch (read.form) {
    case 'resource':
      return `${label} ${assetName(read)}`;
    case 'query':
      return label;
    case 'lookup':
      return `workspaces of subscription ${subscriptionOf(read.path) ?? ''}`;
    case 'summaries':
      return `${label} in ${ownerName(read.path)}`;
    case 'collection':
      return subscriptionList(read.path)
        ? `${label}s of subscription ${subscriptionOf(read.path) ?? ''}`
        : `${label}s of ${ownerName(read.path)}`;
  }
}

/** An asset's id ends in `/versions/1`, which alone names nothing. */
function assetName({ name, path }: Read): string {
  if (name !== 'environment' && name !== 'model' && name !== 'code') return nameOf(path);
  return `${nameOf(parentOf(path))}:${nameOf(path)}`;
}

/** Whose list it is: the resource below which it lies, also behind a second `/providers/…`. */
function ownerName(path: string): string {
  const { list } = splitFilter(path);
  const extended = /^(\/.+\/providers\/.+)\/providers\/[^/]+\/[^/]+$/i.exec(list)?.[1];
  return nameOf(extended ?? list.slice(0, list.lastIndexOf('/')));
}

function subscriptionList(path: string): boolean {
  return /^\/subscriptions\/[^/]+\/providers\/[^/]+\/[^/]+$/i.test(splitFilter(path).list);
}
