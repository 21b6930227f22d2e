import { VIRTUAL_NETWORK } from '../../model/arm-properties/index.js';
import type { HubResolver } from '../../model/dns/servers/hub-resolvers.js';
import { AZURE_DNS } from '../../model/resources/virtual-network.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { isInbound } from '../judgements/inbound-connection.js';
import { quoted } from '../remedies/azure-cli.js';

/** One host shows whether the servers forward; a few more show that it is no accident. */
const HOSTS_SHOWN = 3;

/**
 * DNS servers of one's own have to forward to Azure's DNS, or hold the records by hand
 * (learn.microsoft.com/azure/machine-learning/how-to-custom-dns).
 */
export default defineRule({
  id: 'dns/custom-dns-server',
  title: "the private endpoint's network asks Azure's DNS",
  severity: 'info',
  target: 'connection',
  docs: {
    why: `Private DNS zones answer those alone who ask Azure's DNS, ${AZURE_DNS}, from inside Azure. DNS servers of one's own have to forward the zones of Azure Machine Learning there, or hold the records by hand. What they answer, ARM cannot show: the other dns rules judge the zones alone.`,
    consequence:
      'Where the servers neither forward nor hold the records, clients get the public address or none.',
    wrongWhen:
      'No fault where the servers forward the zones to 168.63.129.16 from inside Azure, or hold the records by hand. ARM does not show what they answer: that is why this is for information.',
    example: {
      read: 'virtualNetwork',
      type: 'Microsoft.Network/virtualNetworks',
      failing: { properties: { dhcpOptions: { dnsServers: ['10.0.0.4'] } } },
      mended: { properties: { dhcpOptions: { dnsServers: [] } } },
      notInBicep:
        "What the servers forward stands in their own configuration. The empty list, with which the network asks Azure's DNS, is right only where nothing else in the network needs the servers.",
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-custom-dns',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: { needs: ['attribution'], when: isInbound },
  needs: ['dnsServers', 'hostsToTry'],
  considers: ['hubResolvers'],
  check: ({ dnsServers, hostsToTry, hubResolvers }, { cloud }) => {
    const { network, servers } = dnsServers;
    if (servers.length === 0) return pass(`${network.name} asks Azure's DNS.`);
    const forwarded = `${cloud.apiZone.replace(/^privatelink\./, '')} and ${cloud.inferenceSuffix}`;
    return fail({
      message: `${network.name} asks DNS servers of its own, ${servers.join(', ')}: what they answer, ARM does not show.${inHub(hubResolvers.known ? hubResolvers.value : [])}`,
      evidence: [
        {
          resourceId: network.id,
          path: VIRTUAL_NETWORK.dnsServers.path,
          actual: servers.join(', '),
          expected: `Azure's DNS (${AZURE_DNS}), or servers that forward ${forwarded} to it`,
        },
      ],
      remedy: {
        summary: `Try it from a machine in ${network.name}: the first command of each pair asks its DNS servers, the second one Azure's DNS, and both have to give the private endpoint's address. Where only the second does, have the servers forward ${forwarded} to ${AZURE_DNS}. Where neither does, see dns/inference-record and dns/zone-link.`,
        commands: hostsToTry
          .slice(0, HOSTS_SHOWN)
          .flatMap((host) => [`dig ${quoted(host)}`, `dig @${AZURE_DNS} ${quoted(host)}`]),
      },
    });
  },
});

/** Says which servers stand where the zone answers. */
function inHub(resolvers: readonly HubResolver[]): string {
  return resolvers
    .map(
      ({ server, network, zone }) =>
        ` ${server} lies in ${network.name}, which is peered with it and which ${zone.name} is linked to: a resolver there can answer.`,
    )
    .join('');
}
