import { idKey, parentOf } from '../../arm/resource-id.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { type Read, resourceRead } from '../exchange/read.js';
import { idAt, objectsAt } from './body.js';
import { linksRead, workspaceZones } from './private-dns.js';
import type { RelevantPrivateEndpoints } from './private-endpoints.js';
import type { ScanScope } from './scope.js';

/**
 * The networks beside those of the workspaces' private endpoints in which a zone of theirs answers: a hub's, whose
 * DNS the others may ask.
 */
export function* peeredNetworkReads(
  scope: ScanScope,
  known: KnownAnswers,
  privateEndpoints: RelevantPrivateEndpoints,
): Generator<Read> {
  const linked = new Set<string>();
  for (const zone of workspaceZones(scope, known, privateEndpoints)) {
    for (const { body = {} } of known.to(linksRead(zone))?.items ?? []) {
      const network = idAt(body, 'properties', 'virtualNetwork', 'id');
      if (network !== undefined) linked.add(idKey(network));
    }
  }
  if (linked.size === 0) return;
  for (const { body, ofWorkspace } of privateEndpoints.found.values()) {
    const subnet = ofWorkspace ? idAt(body, 'properties', 'subnet', 'id') : undefined;
    if (subnet === undefined) continue;
    for (const peering of objectsAt(
      known.body(parentOf(subnet)) ?? {},
      'properties',
      'virtualNetworkPeerings',
    )) {
      const remote = idAt(peering, 'properties', 'remoteVirtualNetwork', 'id');
      if (remote !== undefined && linked.has(idKey(remote))) yield resourceRead('virtualNetwork', remote);
    }
  }
}
