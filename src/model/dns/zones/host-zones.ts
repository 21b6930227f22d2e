import {
  allIn,
  allOf,
  anyIn,
  anyOf,
  type Fact,
  known,
  type Listing,
  map,
  not,
  selected,
} from '../../algebra/fact.js';
import { servedEndpoints } from '../../ownership/served.js';
import type { Endpoint } from '../../resources/endpoint.js';
import type { PrivateDnsZone, ZoneRecord } from '../../resources/private-dns-zone.js';
import type { Workspace } from '../../resources/workspace.js';
import { type InferenceNames, scoringHost } from '../names/inference-names.js';
import { lookUp } from './record-lookup.js';
import { zoneSearchGaps, zonesByName } from './zone-search.js';

/**
 * The setup by hand (learn.microsoft.com/azure/machine-learning/how-to-custom-dns, reviewed 2026-11-24): private
 * zones named as a scoring host or a parent of it, which answer before the CNAME to the api zone is followed.
 */

/** An A record that answers for a scoring host. */
export interface HostRecord {
  readonly zone: PrivateDnsZone;
  readonly record: ZoneRecord;
  /** The endpoint it answers for; null for those that are yet to be made. */
  readonly endpoint: Endpoint | null;
}

/** The zones that can answer for scoring hosts of the region. */
function hostZones({ model }: Workspace, { hostParent }: InferenceNames): Listing<PrivateDnsZone> {
  const items = [...zonesByName(model)]
    .filter(([name]) => name === hostParent || isAbove(name, hostParent) || isAbove(hostParent, name))
    .flatMap(([, zones]) => zones);
  return { items, gaps: zoneSearchGaps(model) };
}

/** Whether a zone of the setup by hand answers for every endpoint that is there, or for all that can be. */
export function hostZonesAnswer(workspace: Workspace, names: InferenceNames): Fact<boolean> {
  const { items, gaps } = hostZones(workspace, names);
  if (items.length === 0 && gaps.length === 0) return known(false);
  const zones = items.map((zone) => ({ zone, linked: zone.isLinked() }));
  const answers = (host: string): Fact<boolean> =>
    anyIn({ items: zones.filter(({ zone }) => isIn(host, zone.name)), gaps }, ({ zone, linked }) =>
      allOf([linked, map(lookUp(zone, host), (record) => record !== null)]),
    );
  const endpoints = servedEndpoints(workspace);
  return anyOf([
    answers(`*.${names.hostParent}`),
    allOf([
      anyIn(endpoints, (endpoint) => not(endpoint.isKubernetes())),
      allIn(endpoints, (endpoint) => anyOf([endpoint.isKubernetes(), answers(scoringHost(names, endpoint))])),
    ]),
  ]);
}

/** The records by which linked zones of the setup by hand answer for the endpoints that are there. */
export function hostRecords(workspace: Workspace, names: InferenceNames): Listing<HostRecord> {
  const zones = hostZones(workspace, names);
  if (zones.items.length === 0) return { items: [], gaps: zones.gaps };
  const linked = selected(zones, (zone) => zone.isLinked());
  const endpoints = selected(servedEndpoints(workspace), (endpoint) => not(endpoint.isKubernetes()));
  const items: HostRecord[] = [];
  const gaps = [...linked.gaps, ...endpoints.gaps];
  for (const zone of linked.items) {
    for (const endpoint of [...endpoints.items, null]) {
      const host = endpoint === null ? `*.${names.hostParent}` : scoringHost(names, endpoint);
      if (!isIn(host, zone.name)) continue;
      const record = lookUp(zone, host);
      if (!record.known) gaps.push(...record.gaps);
      else if (record.value !== null) items.push({ zone, record: record.value, endpoint });
    }
  }
  return { items, gaps };
}

function isIn(host: string, zone: string): boolean {
  return host === zone || isAbove(zone, host);
}

/** Tells whether a name stands above another one; a top level domain is no zone of anybody's. */
function isAbove(name: string, other: string): boolean {
  return name.includes('.') && other.endsWith(`.${name}`);
}
