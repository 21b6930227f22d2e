import { linkState } from '../../model/dns/zones/zone-link.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { isInbound } from '../judgements/inbound-connection.js';
import { linkZone } from '../remedies/private-dns-commands.js';
import { LINK_EXAMPLE } from './shared/zone-examples.js';
import { linkEvidence, linkWords, zoneNames } from './shared/zone-link-words.js';

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
    example: LINK_EXAMPLE,
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
    if (isLinked) {
      return pass(`${zoneNames(zones)} is linked to ${network.name}, the private endpoint's network.`);
    }
    const state = linkState(zoneLink);
    const { message, advice } = linkWords(zoneLink);
    return fail({
      severity: state === 'nowhere' ? 'error' : state === 'doubtful' ? 'warning' : 'info',
      message,
      evidence: linkEvidence(zoneLink),
      remedy: {
        summary: `This links the zone to ${network.name}. ${advice}`,
        commands: zones.map((zone) => linkZone(zone, network)),
      },
    });
  },
});
