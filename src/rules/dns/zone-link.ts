import { ZONE_LINK } from '../../model/arm-properties.js';
import type { ZoneLink } from '../../model/dns/zone-link.js';
import { allOf, certain, not, possible } from '../../model/fact.js';
import type { PrivateDnsZone } from '../../model/private-dns-zone.js';
import { nameOf } from '../../model/resource-id.js';
import { isInbound } from '../inbound-connection.js';
import { fail, pass } from '../outcome.js';
import { linkZone } from '../private-dns-commands.js';
import { defineRule } from '../rule.js';

/**
 * A private DNS zone answers in the networks that it is linked to, and nowhere else
 * (learn.microsoft.com/azure/machine-learning/how-to-custom-dns).
 */
export default defineRule({
  id: 'dns/zone-link',
  title: "the zone of the records is linked to the private endpoint's network",
  severity: 'error',
  target: 'connection',
  docs: {
    why: "The records of a private DNS zone are only given to those who ask Azure's DNS from a network that the zone is linked to. Where clients ask a DNS server of their own, or a resolver in a hub network, only the network of that server needs the link.",
    consequence:
      'Clients in a network without a link get the public address, at which closed workspaces and endpoints refuse them.',
    severity:
      "error when the zone has no Completed link at all; warning (doubtful) when links exist, the private endpoint's network asks Azure's DNS, and neither it nor a network peered with it is linked; else info.",
    wrongWhen:
      'Where clients ask a resolver in a linked network over a VPN, ExpressRoute or Virtual WAN, the link is not needed, and ARM shows no peering to tell by: that is why it is doubtful, and a warning, as long as the zone is linked to some network.',
    example: {
      read: 'zoneLinks',
      type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
      failing: {
        location: 'global',
        properties: { virtualNetwork: { id: '<id of another network>' }, registrationEnabled: false },
      },
      mended: {
        location: 'global',
        properties: {
          virtualNetwork: { id: "<id of the private endpoint's network>" },
          registrationEnabled: false,
        },
      },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-custom-dns',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: { needs: ['attribution'], when: isInbound },
  needs: ['zoneLink'],
  check: ({ zoneLink }) => {
    const { zones, network, isLinked } = zoneLink;
    const names = [...new Set(zones.map(({ name }) => name))].join(' and ');
    if (isLinked) return pass(`${names} is linked to ${network.name}, the private endpoint's network.`);
    const { severity, message, advice } = verdictOf(zoneLink, names);
    return fail({
      severity,
      message,
      evidence: zones.map((zone) => ({
        resourceId: `${zone.id}/virtualNetworkLinks`,
        path: ZONE_LINK.virtualNetworkId.path,
        actual: linksOf(zone),
        expected: network.id,
      })),
      remedy: {
        summary: `This links the zone to ${network.name}. ${advice}`,
        commands: zones.map((zone) => linkZone(zone, network)),
      },
    });
  },
});

function verdictOf(link: ZoneLink, names: string) {
  const { network, isLinkedAnywhere, isLinkedToPeer, usesAzureDns } = link;
  const notHere = `${names} is not linked to ${network.name}`;
  if (possible(not(isLinkedAnywhere))) {
    return {
      severity: 'error',
      message: isLinkedAnywhere.known
        ? `${names} has no Completed link to any network: it answers nowhere.`
        : `${notHere}, and whether it is to any other was not read.`,
      advice: 'A link that is still InProgress needs no other: it has to be Completed first.',
    } as const;
  }
  const isDoubtful = allOf([usesAzureDns, not(isLinkedToPeer)]);
  if (possible(isDoubtful)) {
    return {
      severity: 'warning',
      message: isDoubtful.known
        ? `${notHere} nor to a network that is peered with it, and it asks Azure's DNS: that clients there find the records is doubtful.`
        : `${notHere}, and its DNS servers and peerings were not all read: that clients there find the records is doubtful.`,
      advice: "Where clients ask a resolver in one of the linked networks, the link isn't needed.",
    } as const;
  }
  return {
    severity: 'info',
    message: certain(isLinkedToPeer)
      ? `${notHere}, but to a network that is peered with it: a resolver there can answer.`
      : `${notHere}, which has DNS servers of its own: these answer from the networks they are in.`,
    advice: "Where a resolver in one of the linked networks answers, the link isn't needed.",
  } as const;
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
