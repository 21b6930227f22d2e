import { childrenPath } from '../../arm/list-paths.js';
import { nameOf, parentOf } from '../../arm/resource-id.js';
import type { Remedy } from '../../findings/report.js';
import { ZONE_GROUP } from '../../model/arm-properties/index.js';
import { otherGroups } from '../../model/dns/records/inference-record.js';
import type { GroupZone } from '../../model/dns/zones/zone-group.js';
import { privateEndpointAt } from '../../model/resources/private-endpoint.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { isInbound } from '../judgements/inbound-connection.js';
import { createZone, keepRecords, listZoneGroups, zoneBeside } from '../remedies/private-dns-commands.js';
import { zoneGroupExample } from './shared/zone-examples.js';
import { zoneNames } from './shared/zone-link-words.js';

/**
 * A zone group keeps the records of a private endpoint in private DNS zones
 * (learn.microsoft.com/azure/private-link/private-endpoint-dns-integration).
 */
export default defineRule({
  id: 'dns/zone-group',
  title: 'a zone group keeps the records of the private endpoint',
  severity: 'info',
  target: 'connection',
  docs: {
    why: 'A private DNS zone group on the private endpoint writes the records of its names into the zones that it lists, and keeps them as addresses and names change. Without one they are written by hand.',
    consequence:
      'Records that nobody keeps go on leading to the old address when the private endpoint is made again, and names that are added later have none.',
    wrongWhen:
      "Where the records are kept in DNS servers of one's own, or by a policy or a pipeline, a zone group isn't wanted. ARM doesn't tell.",
    example: zoneGroupExample([]),
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/private-link/private-endpoint-dns-integration',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-custom-dns',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: { needs: ['attribution'], when: isInbound },
  needs: ['groupZones'],
  remedyReads: ['privateDnsZone', 'resourceGraph', 'zoneLinks'],
  check: ({ groupZones }, { target, cloud }) => {
    const names = zoneNames(groupZones.map(({ zone }) => zone));
    if (names !== '') return pass(`A zone group keeps the records in ${names}.`);
    const endpoint = privateEndpointAt(target.host.model, target.privateEndpointId() ?? target.id);
    const group = endpoint.zoneGroups().items[0];
    const zones = [cloud.apiZone, cloud.notebooksZone].map((name) => zoneBeside(endpoint, name));
    const keeper = otherGroups(target).items.find(({ zone }) => zones.includes(zone));
    return fail({
      message:
        group === undefined
          ? `${endpoint.name} has no zone group: nothing keeps its records.`
          : `The zone group of ${endpoint.name} lists no zone: nothing keeps its records.`,
      evidence: [
        {
          resourceId: group?.id ?? childrenPath(endpoint.id, 'zoneGroups'),
          path: ZONE_GROUP.configs.path,
          actual: 'none',
          expected: `${cloud.apiZone} and ${cloud.notebooksZone}`,
        },
      ],
      remedy:
        keeper === undefined
          ? {
              summary:
                'This has a zone group write the records into the two zones and keep them. Records by hand under the same names are its own from then on; the zones need a link to each network whose clients ask them.',
              commands: [...zones.flatMap(createZone), ...keepRecords(endpoint, zones)],
            }
          : beside(keeper),
    });
  },
});

/**
 * A zone holds the records of one private endpoint to a service: a second zone group there deletes those of the first
 * (learn.microsoft.com/azure/private-link/private-endpoint-dns).
 */
function beside({ zone, group }: GroupZone): Remedy {
  const keeper = parentOf(group.id);
  return {
    summary: `No second zone group in ${zone.name}: it would delete the records that the zone group of ${nameOf(keeper)}, which leads to the same workspace, keeps there. Nothing has to be done where clients reach that one; else they need zones of their own, which are linked to their network alone. This shows what is kept.`,
    commands: [listZoneGroups(keeper)],
  };
}
