import { linkState } from '../../model/dns/zones/zone-link.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { linkZone } from '../remedies/private-dns-commands.js';
import { LINK_EXAMPLE } from './shared/zone-examples.js';
import { linkEvidence, linkWords } from './shared/zone-link-words.js';

/**
 * Clients of a workspace come to its storage account, vault and registry by their own private endpoints, whose names
 * lie in zones of their own (learn.microsoft.com/azure/private-link/private-endpoint-dns).
 */
export default defineRule({
  id: 'dns/dependency-zones',
  title: 'the zones of its private endpoints answer in the network of the workspace',
  severity: 'warning',
  target: 'dependency',
  docs: {
    why: 'A storage account, key vault or registry that is closed to public networks is found by the names of its private endpoints: each sub-resource has a zone of its own, such as "privatelink.blob..." and "privatelink.file...". Studio, jobs and image builds in the network of the workspace\'s private endpoint find them where these zones are linked to it.',
    consequence:
      "From the network the service's host leads to its public address, which refuses: data does not show in the studio, and jobs and image builds fail.",
    severity:
      "warning when a zone has no Completed link at all, or (doubtful) links exist, the network asks Azure's DNS, and neither it nor a network peered with it is linked; else info.",
    wrongWhen:
      "Where DNS servers of one's own hold the records, no link is needed. Of a private endpoint without a zone group it is taken that its records lie in a zone of the documented name; its records are not read.",
    example: LINK_EXAMPLE,
    sources: [
      { url: 'https://learn.microsoft.com/azure/private-link/private-endpoint-dns', reviewed: '2026-11-24' },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-custom-dns',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['closedNeighbours'],
    when: ({ closedNeighbours }) => {
      if (closedNeighbours === null) return 'It is not closed to public networks.';
      if (closedNeighbours.length > 0) return true;
      return 'No private endpoint of it lies in the network of a private endpoint of the workspace.';
    },
  },
  needs: ['unlinkedZones'],
  check: ({ closedNeighbours, unlinkedZones }) => {
    const [first, ...more] = unlinkedZones;
    if (first === undefined) {
      const names = (closedNeighbours ?? []).map(({ name }) => name).join(', ');
      return pass(`The zones of ${names} are linked to their network.`);
    }
    const isPressing = unlinkedZones.some(({ link }) => linkState(link) !== 'resolver');
    const all = [first, ...more];
    return fail({
      severity: isPressing ? 'warning' : 'info',
      message: all.map(({ endpoint, link }) => `${endpoint.name}: ${linkWords(link).message}`).join(' '),
      evidence: all.flatMap(({ link }) => linkEvidence(link)),
      remedy: {
        summary: `This links each zone to the network of its private endpoint. ${linkWords(first.link).advice}`,
        commands: all.flatMap(({ link }) => link.zones.map((zone) => linkZone(zone, link.network))),
      },
    });
  },
});
