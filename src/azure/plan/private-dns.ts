import type { Cloud } from '../../arm/clouds.js';
import { RESOURCE_GRAPH_PATH } from '../../arm/list-paths.js';
import { idKey, isResourceId, nameOf, subscriptionOf } from '../../arm/resource-id.js';
import { PRIVATE_DNS_ZONE_TYPE } from '../../arm/resource-types.js';
import { derived } from '../../model/algebra/derived.js';
import type { Resource } from '../../model/bodies/resource.js';
import { zonesNamedIn } from '../../model/resources/zone-group.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { childrenRead, type Read, resourceRead, subscriptionListRead } from '../exchange/read.js';
import { type RelevantPrivateEndpoints, zoneGroupsRead } from './private-endpoints.js';
import { type ScanScope, subscriptionsOf } from './scope.js';

/** The query for zones in subscriptions that nobody named: hub networks keep them apart from the workspaces. */
const ZONES_ELSEWHERE: Read = { name: 'resourceGraph', form: 'query', path: RESOURCE_GRAPH_PATH };

/**
 * Private DNS: the zones of the workspaces' subscriptions, those that Resource Graph finds anywhere, and those that
 * a zone group names. Of the zones that can answer for a workspace, the A records and the links; of those of its
 * dependencies, the links alone.
 */
export function* privateDnsReads(
  scope: ScanScope,
  known: KnownAnswers,
  privateEndpoints: RelevantPrivateEndpoints,
): Generator<Read> {
  yield ZONES_ELSEWHERE;
  for (const subscription of subscriptionsOf(scope)) yield zonesRead(subscription);
  for (const { id, body } of knownZones(scope, known, privateEndpoints)) {
    const answers = isRelevantZone(nameOf(id), scope.cloud);
    if (!answers && !isDependencyZone(nameOf(id), scope.cloud)) continue;
    if (answers && body === 'to ask') yield resourceRead('privateDnsZone', id);
    if (answers) yield childrenRead('zoneRecords', id);
    yield linksRead(id);
  }
}

/** Ids of the zones found so far that can answer for a workspace. */
export function workspaceZones(
  scope: ScanScope,
  known: KnownAnswers,
  privateEndpoints: RelevantPrivateEndpoints,
): readonly string[] {
  const ids = [...knownZones(scope, known, privateEndpoints)].map(({ id }) => id);
  return ids.filter((id) => isRelevantZone(nameOf(id), scope.cloud));
}

/** The list of a zone's links to virtual networks. */
export function linksRead(zone: string): Read {
  return childrenRead('zoneLinks', zone);
}

/** The Resource Graph query for the ids of every zone that can answer for a workspace of the cloud, or what it needs. */
export function zoneQuery(cloud: Cloud): string {
  const names = [
    cloud.apiZone,
    cloud.notebooksZone,
    ...withParents(cloud.inferenceSuffix),
    ...Object.values(cloud.dependencyZones),
  ];
  return [
    'resources',
    `where type =~ '${PRIVATE_DNS_ZONE_TYPE.toLowerCase()}'`,
    `where name in~ (${names.map((name) => `'${name}'`).join(', ')}) or name endswith '.${cloud.inferenceSuffix}'`,
    'project id',
    'order by id asc',
  ].join(' | ');
}

/**
 * Whether a zone can answer for a workspace: the two zones of its private endpoint, or one named as a scoring host
 * or a parent of it (learn.microsoft.com/azure/machine-learning/how-to-custom-dns, reviewed 2026-11-24).
 */
export function isRelevantZone(name: string, cloud: Cloud): boolean {
  const zone = name.toLowerCase();
  return (
    zone === cloud.apiZone ||
    zone === cloud.notebooksZone ||
    zone.endsWith(`.${cloud.inferenceSuffix}`) ||
    withParents(cloud.inferenceSuffix).includes(zone)
  );
}

/** Whether a zone can answer for storage accounts, key vaults or registries. */
function isDependencyZone(name: string, { dependencyZones }: Cloud): boolean {
  return Object.values(dependencyZones).includes(name.toLowerCase());
}

/** A name and its parents, down to the last two labels: `a.b.c` gives `a.b.c` and `b.c`. */
function withParents(name: string): readonly string[] {
  const labels = name.split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}

function zonesRead(subscription: string): Read {
  return subscriptionListRead('privateDnsZone', subscription);
}

interface Zone {
  readonly id: string;
  /** A list carried the body, a list may still bring it, or it must be asked for. */
  readonly body: 'listed' | 'open' | 'to ask';
}

function knownZones(
  scope: ScanScope,
  known: KnownAnswers,
  privateEndpoints: RelevantPrivateEndpoints,
): Iterable<Zone> {
  const zones = new Map<string, Zone>();
  const open = new Set<string>();
  for (const subscription of subscriptionsOf(scope)) {
    const list = known.to(zonesRead(subscription));
    if (list === undefined) open.add(subscription.toLowerCase());
    for (const { id } of list?.items ?? []) zones.set(idKey(id), { id, body: 'listed' });
  }
  const elsewhere = known.to(ZONES_ELSEWHERE)?.items ?? [];
  for (const id of [...elsewhere.map((row) => row.id), ...zonesOfGroups(privateEndpoints, known)]) {
    if (!isResourceId(id) || zones.has(idKey(id))) continue;
    const pending = open.has(subscriptionOf(id)?.toLowerCase() ?? '');
    zones.set(idKey(id), { id, body: pending ? 'open' : 'to ask' });
  }
  return zones.values();
}

/** The zones that the zone groups of the private endpoints name. */
function* zonesOfGroups({ found }: RelevantPrivateEndpoints, known: KnownAnswers): Generator<string> {
  for (const privateEndpoint of found.keys()) {
    for (const group of known.broughtBy(zoneGroupsRead(privateEndpoint))) yield* zonesOf(group);
  }
}

const zonesOf = derived((group: Resource) => zonesNamedIn(group).items.map(({ zoneId }) => zoneId));
