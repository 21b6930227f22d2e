import { idKey, parentOf } from '../../arm/resource-id.js';
import { PEERING, PRIVATE_ENDPOINT, ZONE_LINK } from '../../model/arm-properties/index.js';
import { peeringsIn } from '../../model/resources/virtual-network.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { type Read, resourceRead } from '../exchange/read.js';
import { namedId } from './named-id.js';
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
    for (const link of known.broughtBy(linksRead(zone))) {
      const network = namedId(link.read(ZONE_LINK.virtualNetworkId));
      if (network !== null) linked.add(idKey(network));
    }
  }
  if (linked.size === 0) return;
  for (const { body, ofWorkspace } of privateEndpoints.found.values()) {
    const subnet = ofWorkspace ? namedId(body.read(PRIVATE_ENDPOINT.subnetId)) : null;
    const network = subnet === null ? undefined : known.resource(parentOf(subnet));
    const peerings = network === undefined ? undefined : peeringsIn(network);
    for (const peering of peerings?.known === true ? peerings.value : []) {
      const remote = namedId(peering.read(PEERING.remoteId));
      if (remote !== null && linked.has(idKey(remote))) yield resourceRead('virtualNetwork', remote);
    }
  }
}
