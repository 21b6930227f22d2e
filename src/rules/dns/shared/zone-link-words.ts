import { childrenPath } from '../../../arm/list-paths.js';
import { nameOf } from '../../../arm/resource-id.js';
import type { Evidence } from '../../../findings/report.js';
import { certain } from '../../../model/algebra/fact.js';
import { ZONE_LINK } from '../../../model/arm-properties/index.js';
import { linkState, type ZoneReach } from '../../../model/dns/zones/zone-link.js';
import type { PrivateDnsZone } from '../../../model/resources/private-dns-zone.js';

/** The names of zones, each once. */
export function zoneNames(zones: readonly PrivateDnsZone[]): string {
  return [...new Set(zones.map(({ name }) => name))].join(' and ');
}

/** What is, where zones are not linked to a network, and what a link there would be for. */
export function linkWords(link: ZoneReach): { readonly message: string; readonly advice: string } {
  const { zones, network, isLinkedAnywhere, isLinkedToPeer, usesAzureDns } = link;
  const names = zoneNames(zones);
  const notHere = `${names} is not linked to ${network.name}`;
  const state = linkState(link);
  if (state === 'nowhere') {
    return {
      message: isLinkedAnywhere.known
        ? `${names} has no Completed link to any network: it answers nowhere.`
        : `${notHere}, and whether it is to any other was not read.`,
      advice: 'A link that is still InProgress needs no other: it has to be Completed first.',
    };
  }
  if (state === 'doubtful') {
    return {
      message:
        usesAzureDns.known && isLinkedToPeer.known
          ? `${notHere} nor to a network that is peered with it, and it asks Azure's DNS: that clients there find the records is doubtful.`
          : `${notHere}, and its DNS servers and peerings were not all read: that clients there find the records is doubtful.`,
      advice: "Where clients ask a resolver in one of the linked networks, the link isn't needed.",
    };
  }
  return {
    message: certain(isLinkedToPeer)
      ? `${notHere}, but to a network that is peered with it: a resolver there can answer.`
      : `${notHere}, which has DNS servers of its own: these answer from the networks they are in.`,
    advice: "Where a resolver in one of the linked networks answers, the link isn't needed.",
  };
}

/** The links that each zone has, against the network that lacks one. */
export function linkEvidence({ zones, network }: ZoneReach): Evidence[] {
  return zones.map((zone) => ({
    resourceId: childrenPath(zone.id, 'zoneLinks'),
    path: ZONE_LINK.virtualNetworkId.path,
    actual: linksOf(zone),
    expected: network.id,
  }));
}

function linksOf(zone: PrivateDnsZone): string {
  const links = zone.links().items.map(({ virtualNetworkId, state, name }) => {
    const network = virtualNetworkId.known ? nameOf(virtualNetworkId.value ?? name) : name;
    return state.known && state.value === 'Completed'
      ? network
      : `${network} (${state.known ? state.value : 'state unread'})`;
  });
  return links.length === 0 ? 'none' : links.join(', ');
}
