import { childrenPath } from '../../arm/list-paths.js';
import type { Severity } from '../../findings/report.js';
import { possible } from '../../model/algebra/fact.js';
import { ZONE_GROUP } from '../../model/arm-properties/index.js';
import type { NotebooksZone } from '../../model/dns/zones/notebooks-zone.js';
import { groupZonesOf } from '../../model/dns/zones/zone-group.js';
import { linkState } from '../../model/dns/zones/zone-link.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { isInbound } from '../judgements/inbound-connection.js';
import { createZone, keepRecords, linkZone, zoneBeside } from '../remedies/private-dns-commands.js';
import { API_CONFIG, zoneGroupExample } from './shared/zone-examples.js';
import { linkEvidence, linkWords, zoneNames } from './shared/zone-link-words.js';

/**
 * The private endpoint of a workspace has names in two zones, of the API and of notebooks
 * (learn.microsoft.com/azure/machine-learning/how-to-custom-dns).
 */
export default defineRule({
  id: 'dns/notebooks-zone',
  title: 'the zone of the notebooks answers in the network of the private endpoint',
  severity: 'warning',
  target: 'connection',
  docs: {
    why: 'The names of a workspace lie in two private DNS zones: the API and scoring in one, notebooks in the other, which many templates forget, the documented one for online endpoints among them. The zone group lists it, and it is linked to the network whose clients ask it.',
    consequence:
      'Notebooks do not open in the studio from the network: their host leads to the public address, or nowhere. Scoring is not concerned.',
    severity:
      'warning when the workspace has a compute instance, on which notebooks run, or its computes were not read; else info. info too where a resolver in a linked network can answer.',
    wrongWhen:
      "Where nobody opens notebooks, or DNS servers of one's own hold the record, the zone isn't needed. A zone in a subscription that may not be read is not seen, unless the zone group names it.",
    example: zoneGroupExample([API_CONFIG]),
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
  needs: ['notebooksZone'],
  considers: ['hasComputeInstance'],
  check: ({ notebooksZone, hasComputeInstance }) => {
    const severity = possible(hasComputeInstance) ? 'warning' : 'info';
    const { link } = notebooksZone;
    if (link === null) return noZone(notebooksZone, severity);
    const state = linkState(link);
    if (state === 'here') {
      return pass(
        `${zoneNames(link.zones)} is linked to ${link.network.name}, the private endpoint's network.`,
      );
    }
    const { message, advice } = linkWords(link);
    return fail({
      severity: state === 'resolver' ? 'info' : severity,
      message,
      evidence: linkEvidence(link),
      remedy: {
        summary: `This links the zone to ${link.network.name}. ${advice}`,
        commands: link.zones.map((zone) => linkZone(zone, link.network)),
      },
    });
  },
});

/** An api zone answers for the private endpoint, and no notebooks zone was found that does. */
function noZone({ name, endpoint, groups }: NotebooksZone, severity: Severity) {
  const [group] = groups;
  const zone = zoneBeside(endpoint, name);
  const network = endpoint.virtualNetwork();
  return fail({
    severity,
    message:
      group === undefined
        ? `${endpoint.name} has no zone group, and no ${name} that answers for it was found: that clients find the notebooks is doubtful.`
        : `The zone group of ${endpoint.name} lacks ${name}, and none that answers for it was found: that clients find the notebooks is doubtful.`,
    evidence: [
      {
        resourceId: group?.id ?? childrenPath(endpoint.id, 'zoneGroups'),
        path: ZONE_GROUP.configs.path,
        actual: zoneNames(groupZonesOf(endpoint).items.map((each) => each.zone)) || 'none',
        expected: name,
      },
    ],
    remedy: {
      summary:
        'This links the zone to the network and has the zone group keep the record of the notebooks there.',
      commands: [
        ...createZone(zone),
        ...(network.known ? [linkZone(zone, network.value)] : []),
        ...keepRecords(endpoint, [zone]),
      ],
    },
  });
}
