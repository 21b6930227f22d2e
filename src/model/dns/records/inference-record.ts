import {
  allIn,
  allOf,
  anyIn,
  anyOf,
  both,
  certain,
  chain,
  type Fact,
  flat,
  type Listing,
  listingOf,
  map,
  not,
  possible,
} from '../../algebra/fact.js';
import { clientConnections } from '../../connections/client-connections.js';
import { servedEndpoints } from '../../ownership/served.js';
import type { Connection } from '../../resources/connection.js';
import { type Workspace, workspaceOf } from '../../resources/workspace.js';
import { type InferenceNames, inferenceNames, ownRecord } from '../names/inference-names.js';
import { type ApiZone, apiZoneHolds, apiZones, noApiZone } from '../zones/api-zones.js';
import { hostZonesAnswer } from '../zones/host-zones.js';
import type { GroupZone } from '../zones/zone-group.js';
import { groupZonesOf } from '../zones/zone-group.js';

/** Whether the names of a workspace's online endpoints can be resolved through one of its private endpoints. */
export interface InferenceRecord {
  readonly names: InferenceNames;
  /** The api zone holds the wildcard, a zone named as a scoring host or a parent of it answers, or neither. */
  readonly state: 'held' | 'by-hand' | 'missing';
  /** The api zones that answer for the private endpoint. */
  readonly zones: readonly ApiZone[];
  /** Whether each endpoint that is there has a record of its own. */
  readonly everyEndpointHasOwn: boolean;
}

/** The inference record of a connection whose private endpoint was read. */
export function inferenceRecord(connection: Connection): Fact<InferenceRecord> {
  const workspace = workspaceOf(connection);
  return chain(both(inferenceNames(workspace), connection.privateEndpoint()), ([names, endpoint]) => {
    const byHand = hostZonesAnswer(workspace, names);
    const answering = apiZones(endpoint, names);
    const others = otherGroups(connection);
    const held = chain(answering, (zones) =>
      zones === null
        ? noApiZone(endpoint, names)
        : anyIn(zones, (zone) => apiZoneHolds(zone, names.wildcard, others)),
    );
    const zones = answering.known && answering.value !== null ? answering.value.items : [];
    return map(anyOf([held, byHand]), (resolves) => ({
      names,
      zones,
      state: resolves ? (certain(held) ? 'held' : 'by-hand') : 'missing',
      everyEndpointHasOwn: certain(everyEndpointHasOwn(workspace, names, zones, others)),
    }));
  });
}

/** What the zone groups of the workspace's other private endpoints keep records in. */
export function otherGroups(connection: Connection): Listing<GroupZone> {
  const { items, gaps } = clientConnections(workspaceOf(connection));
  const others = items.filter(
    (other) =>
      other.id !== connection.id &&
      possible(map(other.attribution(), (attribution) => attribution === 'inbound')),
  );
  return flat({ items: others, gaps }, (other) =>
    listingOf(other.privateEndpoint(), (endpoint) => groupZonesOf(endpoint)),
  );
}

function everyEndpointHasOwn(
  workspace: Workspace,
  names: InferenceNames,
  zones: readonly ApiZone[],
  others: Listing<GroupZone>,
): Fact<boolean> {
  const endpoints = servedEndpoints(workspace);
  const isManaged = (endpoint: (typeof endpoints.items)[number]) => not(endpoint.isKubernetes());
  return allOf([
    anyIn(endpoints, isManaged),
    allIn(endpoints, (endpoint) =>
      anyOf([
        not(isManaged(endpoint)),
        anyIn({ items: zones, gaps: [] }, (zone) => apiZoneHolds(zone, ownRecord(names, endpoint), others)),
      ]),
    ),
  ]);
}
