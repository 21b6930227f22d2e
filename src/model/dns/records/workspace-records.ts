import { childPath } from '../../../arm/path-builders.js';
import {
  anyIn,
  both,
  chain,
  concat,
  type Fact,
  flat,
  found,
  known,
  type Listing,
  listingOf,
  map,
  not,
  selected,
} from '../../algebra/fact.js';
import { clientConnections } from '../../connections/client-connections.js';
import type { Connection } from '../../resources/connection.js';
import type { PrivateEndpoint } from '../../resources/private-endpoint.js';
import { workspaceOf } from '../../resources/workspace.js';
import { inferenceNames } from '../names/inference-names.js';
import { type WorkspaceName, workspaceNames } from '../names/workspace-names.js';
import { type AnsweringZone, answeringZones, noZone } from '../zones/answering-zones.js';
import { apiZones } from '../zones/api-zones.js';
import { zoneSearchGaps } from '../zones/zone-search.js';
import { type JudgedRecord, judgeRecord } from './record-addresses.js';

/** A record of a workspace's own that is at fault. */
export interface RecordFault {
  readonly name: WorkspaceName;
  /** It is not there, or has no address, or one that no Approved inbound connection has for it. */
  readonly state: 'missing' | 'wrong';
  /** Without addresses where it is missing. */
  readonly record: JudgedRecord;
}

/** What is at fault with the records of the API, for a connection whose private endpoint was read. */
export function apiRecordFaults(connection: Connection): Fact<readonly RecordFault[]> {
  const workspace = workspaceOf(connection);
  const names = both(workspaceNames(workspace), inferenceNames(workspace));
  return chain(both(names, connection.privateEndpoint()), ([[{ api, certificate }, inference], endpoint]) =>
    chain(apiZones(endpoint, inference), (zones) => {
      if (zones === null) return noZone(endpoint, api.zone);
      const ofApi = faultOf(connection, zones, api);
      const ofCertificate = chain(faultOf(connection, zones, certificate), (fault) =>
        fault?.state === 'missing' ? ifNamed(fault, endpoint) : known(fault),
      );
      return found(concat([listed(ofApi), listed(ofCertificate)]));
    }),
  );
}

/**
 * What is at fault with the record of the notebooks, for a connection whose private endpoint was read.
 * @returns null where it is as it has to be, and where no notebooks zone answers
 */
export function notebooksRecordFault(connection: Connection): Fact<RecordFault | null> {
  const names = workspaceNames(workspaceOf(connection));
  return chain(both(names, connection.privateEndpoint()), ([{ notebooks }, endpoint]) =>
    chain(answeringZones(endpoint, { name: notebooks.zone, isOwn: notebooks.isRecord }), (zones) => {
      if (zones !== null) return faultOf(connection, zones, notebooks);
      // The one that answers may be among those that nobody found.
      return zoneSearchGaps(endpoint.model).length === 0 ? known(null) : noZone(endpoint, notebooks.zone);
    }),
  );
}

/** Zones are also seen without the record of certificates: it is missed where the private endpoint has the name. */
function ifNamed(fault: RecordFault, endpoint: PrivateEndpoint): Fact<RecordFault | null> {
  return map(endpoint.addresses(), (addresses) =>
    addresses.some(({ names }) => names.some(fault.name.isHost)) ? fault : null,
  );
}

function faultOf(
  connection: Connection,
  zones: Listing<AnsweringZone>,
  name: WorkspaceName,
): Fact<RecordFault | null> {
  const held = anyIn(zones, ({ zone }) => zone.holds(name.isRecord));
  return chain(held, (isHeld): Fact<RecordFault | null> => {
    const [first] = zones.items;
    if (isHeld || first === undefined) return wrongRecord(connection, zones, name);
    const id = childPath(first.zone.id, 'A', name.record);
    const record = { zone: first.zone, id, name: name.record, addresses: [], strangers: [] };
    return known({ name, state: 'missing', record });
  });
}

function wrongRecord(
  connection: Connection,
  zones: Listing<AnsweringZone>,
  name: WorkspaceName,
): Fact<RecordFault | null> {
  const clients = clientConnections(workspaceOf(connection));
  const judged = flat(zones, ({ zone }) => {
    const { items, gaps } = zone.records();
    const records = items.filter((record) => name.isRecord(record.name));
    return {
      items: records.map((record) => judgeRecord(zone, record, clients, name.isHost)),
      // A name stands once in a zone: what else the list may hold does not matter.
      gaps: records.length > 0 ? [] : gaps,
    };
  });
  return map(found(selected(judged, ({ fits }) => not(fits))), ([wrong]) =>
    wrong === undefined ? null : { name, state: 'wrong', record: wrong.record },
  );
}

function listed(fault: Fact<RecordFault | null>): Listing<RecordFault> {
  return listingOf(fault, (value) => ({ items: value === null ? [] : [value], gaps: [] }));
}
