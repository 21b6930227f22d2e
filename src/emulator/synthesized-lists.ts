import { parseArmPath, typeOf } from '../arm/arm-path.js';
import { childPath } from '../arm/path-builders.js';
import { withoutLast } from '../arm/resource-id.js';
import { isJsonObject, type JsonObject } from '../json.js';
import type { Gap, SnapshotResource } from '../snapshot/format.js';
import type { SnapshotTree } from './snapshot-tree.js';

/** A list as the server answers it, before it is cut into pages. */
export interface ArmList {
  readonly items: readonly SnapshotResource[];
  /** What the client meets after the last item, where the snapshot does not hold the whole list. */
  readonly end: Gap | null;
}

/** Types that lie in a resource group: ARM lists them for the group and for the subscription. */
const TOP_LEVEL_TYPES: ReadonlySet<string> = new Set([
  'microsoft.containerregistry/registries',
  'microsoft.keyvault/vaults',
  'microsoft.machinelearningservices/workspaces',
  'microsoft.network/networkinterfaces',
  'microsoft.network/networksecuritygroups',
  'microsoft.network/privatednszones',
  'microsoft.network/privateendpoints',
  'microsoft.network/virtualnetworks',
  'microsoft.storage/storageaccounts',
]);

/** Types that extend a subscription, a group or any resource; of a subscription ARM lists those of all it holds. */
const EXTENSION_TYPES: ReadonlySet<string> = new Set([
  'microsoft.authorization/locks',
  'microsoft.insights/diagnosticsettings',
]);

/** Types that stand inside their parent's body as well, as an array of connections. */
const CONNECTION_TYPES: ReadonlySet<string> = new Set([
  'microsoft.containerregistry/registries/privateendpointconnections',
  'microsoft.keyvault/vaults/privateendpointconnections',
  'microsoft.machinelearningservices/workspaces/privateendpointconnections',
  'microsoft.storage/storageaccounts/privateendpointconnections',
]);

const OUTBOUND_RULES = 'microsoft.machinelearningservices/workspaces/outboundrules';

const RECORD_TYPES = ['a', 'aaaa', 'cname', 'mx', 'ptr', 'soa', 'srv', 'txt'] as const;
const ALL_RECORDS = 'microsoft.network/privatednszones/all';

const CHILD_TYPES: ReadonlySet<string> = new Set([
  ...CONNECTION_TYPES,
  OUTBOUND_RULES,
  ALL_RECORDS,
  ...RECORD_TYPES.map((type) => `microsoft.network/privatednszones/${type}`),
  'microsoft.machinelearningservices/workspaces/batchendpoints',
  'microsoft.machinelearningservices/workspaces/computes',
  'microsoft.machinelearningservices/workspaces/datastores',
  'microsoft.machinelearningservices/workspaces/onlineendpoints',
  'microsoft.machinelearningservices/workspaces/onlineendpoints/deployments',
  'microsoft.network/privatednszones/virtualnetworklinks',
  'microsoft.network/privateendpoints/privatednszonegroups',
]);

/**
 * The list that ARM would answer at a path for which the snapshot holds no collection: the resources of the
 * snapshot that lie there, which may be none where the parent is there.
 * @param key lower-cased path
 * @returns null when the path is no list of a known type, or its parent is not in the snapshot
 */
export function synthesizeList(tree: SnapshotTree, key: string): ArmList | null {
  const parsed = parseArmPath(key);
  if (parsed.subscription === null || parsed.namespace === null) return null;
  const type = typeOf(parsed);
  if (parsed.rest.length === 1) {
    const container = parsed.above;
    const isList =
      (TOP_LEVEL_TYPES.has(type) && tree.containers.has(container)) ||
      (EXTENSION_TYPES.has(type) && (tree.containers.has(container) || tree.resources.has(container)));
    return isList ? listed(tree, [key]) : null;
  }
  if (!CHILD_TYPES.has(type)) return null;
  const paths = type === ALL_RECORDS ? RECORD_TYPES.map((record) => `${withoutLast(key)}/${record}`) : [key];
  const list = listed(tree, paths);
  const parent = tree.resources.get(withoutLast(key));
  if (list.items.length > 0) return list;
  if (parent === undefined) return list.end === null ? null : list;
  return { items: embedded(parent, type), end: list.end };
}

function listed(tree: SnapshotTree, paths: readonly string[]): ArmList {
  return {
    items: paths.flatMap((path) => tree.resourcesByList.get(path) ?? []),
    end: paths.map((path) => tree.gapsByList.get(path)).find((gap) => gap !== undefined) ?? null,
  };
}

/** The children that the parent's own body tells of: its list must not contradict it. */
function embedded(parent: SnapshotResource, type: string): readonly SnapshotResource[] {
  const properties = parent.body['properties'];
  if (!isJsonObject(properties)) return [];
  const bodies = CONNECTION_TYPES.has(type)
    ? connections(properties)
    : type === OUTBOUND_RULES
      ? outboundRules(parent.body, properties)
      : [];
  return bodies.map((body) => ({ apiVersion: parent.apiVersion, body }));
}

function connections(properties: JsonObject): readonly JsonObject[] {
  const listedConnections = properties['privateEndpointConnections'];
  return Array.isArray(listedConnections) ? listedConnections.filter(isJsonObject) : [];
}

/** In the workspace the rules are a map by name; in their list each is a resource. */
function outboundRules(workspace: JsonObject, properties: JsonObject): readonly JsonObject[] {
  const network = properties['managedNetwork'];
  const rules = isJsonObject(network) ? network['outboundRules'] : undefined;
  const id = workspace['id'];
  if (!isJsonObject(rules) || typeof id !== 'string') return [];
  return Object.entries(rules).map(([name, rule]) => ({
    id: childPath(id, 'outboundRules', name),
    name,
    type: 'Microsoft.MachineLearningServices/workspaces/outboundRules',
    properties: rule,
  }));
}
