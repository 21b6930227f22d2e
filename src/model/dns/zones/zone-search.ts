import { RESOURCE_GRAPH_PATH } from '../../../arm/list-paths.js';
import { subscriptionOf } from '../../../arm/resource-id.js';
import { PRIVATE_DNS_ZONE_TYPE } from '../../../arm/resource-types.js';
import type { Gap } from '../../../snapshot/format.js';
import { derived, shared } from '../../algebra/derived.js';
import { concat } from '../../algebra/fact.js';
import type { Model } from '../../bodies/model.js';
import { workspacesIn } from '../../ownership/owners.js';
import { type PrivateDnsZone, zoneAt } from '../../resources/private-dns-zone.js';

/** Every private DNS zone of which the snapshot says anything. */
export const zonesRead = derived((model: Model): readonly PrivateDnsZone[] =>
  model.index.idsMentioned(PRIVATE_DNS_ZONE_TYPE).map((id) => zoneAt(model, id)),
);

/** The same zones, by name. */
export const zonesByName = derived((model: Model): ReadonlyMap<string, readonly PrivateDnsZone[]> => {
  const zones = new Map<string, PrivateDnsZone[]>();
  for (const zone of zonesRead(model)) shared(zones, zone.name, () => []).push(zone);
  return zones;
});

/** The lists of a subscription's private DNS zones that were asked for, by subscription (lower case). */
export const zoneLists = derived((model: Model) => model.index.listsBySubscription('privateDnsZone'));

/**
 * What keeps zones from being found: a list of a subscription's zones or the Resource Graph query that is missing.
 * That all are there proves little, since Resource Graph hides what one may not read.
 */
export const zoneSearchGaps = derived((model: Model): readonly Gap[] => {
  const lists = new Map(zoneLists(model));
  for (const { id } of workspacesIn(model)) {
    const subscription = (subscriptionOf(id) ?? '').toLowerCase();
    lists.set(subscription, model.index.inSubscription(subscription, 'privateDnsZone'));
  }
  const query = model.index.collection(RESOURCE_GRAPH_PATH, 'resourceGraph');
  return concat([...lists.values(), query]).gaps;
});
