import type { Fact, Listing, Unread } from '../../algebra/fact.js';
import type { PrivateDnsZone } from '../../resources/private-dns-zone.js';
import type { PrivateEndpoint } from '../../resources/private-endpoint.js';
import { type InferenceNames, isInferenceRecord } from '../names/inference-names.js';
import { type AnsweringZone, answeringZones, noZone, zoneHolds, zonesCalled } from './answering-zones.js';
import type { GroupZone } from './zone-group.js';

/** An api zone that answers for a private endpoint. */
export type ApiZone = AnsweringZone;

/**
 * The api zones that answer for a private endpoint.
 * @returns null when the search found none: the zone may lie where nobody looked
 */
export function apiZones(endpoint: PrivateEndpoint, names: InferenceNames): Fact<Listing<ApiZone> | null> {
  const isOwn = (record: string) => isInferenceRecord(names, record);
  return answeringZones(endpoint, { name: names.apiZone, isOwn });
}

/**
 * Whether an api zone holds an A record.
 * @param others what the groups of the workspace's other private endpoints keep records in
 */
export function apiZoneHolds(zone: ApiZone, record: string, others: Listing<GroupZone>): Fact<boolean> {
  return zoneHolds(zone, (each) => each === record, others);
}

/** Every zone of the api zone's name that the snapshot speaks of. */
export function candidates(endpoint: PrivateEndpoint, names: InferenceNames): readonly PrivateDnsZone[] {
  return zonesCalled(endpoint, names.apiZone);
}

/** Whether a zone holds a record that only this workspace has: its GUID stands in it. */
export function speaksOf(zone: PrivateDnsZone, names: InferenceNames): Fact<boolean> {
  return zone.holds((record) => isInferenceRecord(names, record));
}

/** The gap for an api zone that nobody found. */
export function noApiZone(endpoint: PrivateEndpoint, names: InferenceNames): Unread {
  return noZone(endpoint, names.apiZone);
}
