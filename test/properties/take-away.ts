import fc from 'fast-check';
import { READS, type ReadName } from '../../src/arm/reads.js';
import { nameOf } from '../../src/arm/resource-id.js';
import { GAP_REASONS, type Gap, type GapReason, type Snapshot } from '../../src/snapshot/format.js';

/** What is done to one resource or collection of a snapshot. */
export interface Loss {
  readonly kind: 'resource' | 'collection' | 'versions';
  readonly key: string;
  /** The reason of the gap that is left in its place; null: nobody asked, and nothing tells. */
  readonly reason: GapReason | null;
  /** Of a collection that breaks off: which of its members were read before, by position; null: none at all. */
  readonly kept: readonly boolean[] | null;
}

/** Which read brings a resource, by its lower-cased type. */
const READ_OF_TYPE: Readonly<Record<string, ReadName>> = {
  'microsoft.machinelearningservices/workspaces': 'workspace',
  'microsoft.machinelearningservices/workspaces/privateendpointconnections': 'workspaceConnections',
  'microsoft.machinelearningservices/workspaces/outboundrules': 'outboundRules',
  'microsoft.machinelearningservices/workspaces/onlineendpoints': 'endpoints',
  'microsoft.machinelearningservices/workspaces/onlineendpoints/deployments': 'deployments',
  'microsoft.machinelearningservices/workspaces/environments/versions': 'environment',
  'microsoft.machinelearningservices/workspaces/models/versions': 'model',
  'microsoft.machinelearningservices/workspaces/codes/versions': 'code',
  'microsoft.machinelearningservices/workspaces/computes': 'computes',
  'microsoft.machinelearningservices/workspaces/datastores': 'datastores',
  'microsoft.machinelearningservices/workspaces/batchendpoints': 'batchEndpoints',
  'microsoft.insights/diagnosticsettings': 'diagnosticSettings',
  'microsoft.authorization/roleassignments': 'roleAssignments',
  'microsoft.authorization/roledefinitions': 'customRoles',
  'microsoft.authorization/denyassignments': 'denyAssignments',
  'microsoft.authorization/locks': 'locks',
  'microsoft.network/networksecuritygroups': 'networkSecurityGroup',
  'microsoft.network/privateendpoints': 'privateEndpoint',
  'microsoft.network/privateendpoints/privatednszonegroups': 'zoneGroups',
  'microsoft.network/networkinterfaces': 'networkInterface',
  'microsoft.network/virtualnetworks': 'virtualNetwork',
  'microsoft.network/privatednszones': 'privateDnsZone',
  'microsoft.network/privatednszones/a': 'zoneRecords',
  'microsoft.network/privatednszones/virtualnetworklinks': 'zoneLinks',
  'microsoft.keyvault/vaults': 'keyVault',
  'microsoft.containerregistry/registries': 'registry',
  'microsoft.storage/storageaccounts': 'storageAccount',
  'microsoft.resourcegraph/resources': 'resourceGraph',
};

/** The read that brings what a resource id or the path of a collection names. */
export function readOf(key: string): ReadName {
  const known = readsByKey.get(key);
  if (known !== undefined) return known;
  const read = findRead(key);
  readsByKey.set(key, read);
  return read;
}

/** The worlds have the same few names, and each is asked for thousands of times. */
const readsByKey = new Map<string, ReadName>();

function findRead(key: string): ReadName {
  if (/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/resources$/.test(key)) return 'creationTimes';
  const [namespace = '', ...rest] = ((key.split('?')[0] ?? '').split('/providers/').at(-1) ?? '').split('/');
  const type = [namespace, ...rest.filter((_, index) => index % 2 === 0)].join('/');
  const read = READ_OF_TYPE[type];
  if (read === undefined) throw new Error(`no read brings ${key}`);
  return read;
}

/** Any subset of what a snapshot holds, lost for any reason. */
export function losses(snapshot: Snapshot): fc.Arbitrary<readonly Loss[]> {
  const reason = fc.constantFrom(null, ...GAP_REASONS);
  const resources = Object.keys(snapshot.resources).map((key) =>
    fc.record<Loss>({
      kind: fc.constant('resource'),
      key: fc.constant(key),
      reason,
      kept: fc.constant(null),
    }),
  );
  const collections = Object.entries(snapshot.collections).map(([key, { members }]) =>
    fc.record<Loss>({
      kind: fc.constant('collection'),
      key: fc.constant(key),
      reason,
      kept: fc.option(fc.array(fc.boolean(), { minLength: members.length, maxLength: members.length })),
    }),
  );
  const versions = Object.entries(snapshot.resources)
    .filter(([, { otherVersions }]) => otherVersions !== undefined)
    .map(([key]) =>
      fc.record<Loss>({
        kind: fc.constant('versions'),
        key: fc.constant(key),
        reason,
        kept: fc.constant(null),
      }),
    );
  const each = [...resources, ...collections, ...versions];
  return fc.oneof(some(each, 4), some(each, each.length), hidden(snapshot));
}

function some(each: readonly fc.Arbitrary<Loss>[], maxLength: number): fc.Arbitrary<readonly Loss[]> {
  return fc
    .subarray([...each], { minLength: 1, maxLength: Math.min(maxLength, each.length) })
    .chain((chosen) => fc.tuple(...chosen))
    .map((tuple): readonly Loss[] => tuple);
}

/**
 * One to three things vanish so that nothing speaks of them any more: with all that lies below them, and out of the
 * lists that name them, which are then incomplete.
 */
function hidden(snapshot: Snapshot): fc.Arbitrary<readonly Loss[]> {
  const below = (key: string, id: string) => key === id || key.startsWith(`${id}/`);
  const roots = [
    ...Object.keys(snapshot.resources),
    ...new Set(Object.keys(snapshot.resources).map((key) => key.split('/').slice(0, 3).join('/'))),
  ];
  return fc
    .tuple(
      fc.subarray(roots, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(null, ...GAP_REASONS),
      fc.boolean(),
    )
    .map(([chosen, reason, whole]): readonly Loss[] => {
      const isHidden = (key: string) => chosen.some((root) => below(key.toLowerCase(), root));
      const resources = Object.keys(snapshot.resources)
        .filter(isHidden)
        .map((key): Loss => {
          // The connection of a service still names the private endpoint, which is then asked for and refused.
          const named = key.includes('/privateendpoints/');
          return { kind: 'resource', key, reason: named ? reason : null, kept: null };
        });
      const collections = Object.entries(snapshot.collections).flatMap(([key, { members }]): Loss[] => {
        if (isHidden(key)) return [{ kind: 'collection', key, reason: null, kept: null }];
        if (!members.some(isHidden)) return [];
        const kept = whole ? null : members.map((member) => !isHidden(member));
        return [{ kind: 'collection', key, reason, kept }];
      });
      return [...resources, ...collections];
    });
}

/** What is lost, by its id or path. */
export function lossInWords({ collections }: Snapshot): (loss: Loss) => string {
  return ({ kind, key, reason, kept }) => {
    const why = reason ?? 'never asked for';
    if (kind === 'versions') return `other api-versions of ${key}: ${why}`;
    if (kind === 'resource') return `resource ${key}: ${why}`;
    if (kept === null) return `list ${key}: ${why}`;
    const members = collections[key]?.members ?? [];
    const lost = members.filter((_, position) => !kept[position]).map(nameOf);
    return `list ${key}: ${why}, broken off without ${lost.length} of ${members.length} (${lost.join(', ')})`;
  };
}

/** The snapshot without what was lost. The original is left alone. */
export function without(snapshot: Snapshot, lost: readonly Loss[]): Snapshot {
  const resources = { ...snapshot.resources };
  const collections = { ...snapshot.collections };
  const gaps: Gap[] = [...snapshot.gaps];
  for (const { kind, key, reason, kept } of lost) {
    const resource = resources[key];
    const collection = collections[key];
    if (kind === 'resource') Reflect.deleteProperty(resources, key);
    else if (kind === 'versions' && resource !== undefined) {
      const { otherVersions, ...rest } = resource;
      resources[key] = rest;
    } else if (kind === 'collection' && collection !== undefined) {
      if (kept === null) Reflect.deleteProperty(collections, key);
      else {
        const members = collection.members.filter((_, position) => kept[position]);
        const read = new Set(members.map((member) => member.toLowerCase()));
        const summaries = Object.entries(collection.summaries ?? {}).filter(([id]) => read.has(id));
        collections[key] = {
          ...collection,
          complete: false,
          members,
          ...(collection.summaries === undefined ? {} : { summaries: Object.fromEntries(summaries) }),
        };
      }
    }
    if (reason !== null) {
      gaps.push({
        scope: key,
        operation: READS[readOf(key)].operation,
        reason,
        detail: 'taken away by the test',
      });
    }
  }
  return { ...snapshot, resources, collections, gaps };
}
