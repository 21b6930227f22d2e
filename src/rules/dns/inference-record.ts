import type { Evidence } from '../../findings/report.js';
import { certain, not, possible } from '../../model/algebra/fact.js';
import { A_RECORD, ZONE_GROUP } from '../../model/arm-properties/index.js';
import type { ApiZone } from '../../model/dns/zones/api-zones.js';
import { groupZonesOf } from '../../model/dns/zones/zone-group.js';
import type { PrivateEndpoint } from '../../model/resources/private-endpoint.js';
import { type Workspace, workspaceOf } from '../../model/resources/workspace.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { isInbound } from '../judgements/inbound-connection.js';
import { addToZoneGroup } from '../remedies/private-dns-commands.js';
import { recreatePrivateEndpoint } from '../remedies/private-endpoint-commands.js';

/**
 * The host of scoring requests leads to a name in the api zone, for which the zone holds a wildcard
 * (learn.microsoft.com/azure/machine-learning/how-to-custom-dns).
 */
export default defineRule({
  id: 'dns/inference-record',
  title: 'private DNS has a record for scoring requests',
  severity: 'error',
  target: 'connection',
  docs: {
    why: 'The host of an online endpoint is a CNAME to a name in the api zone, for which the zone holds the A record "*.<workspace GUID>.inference.<region>". A zone group writes it; a private endpoint that was made before 2022-05-24, or a zone that does not fit, goes without. The documented setup by hand passes too: a linked private zone that is named as the scoring host or a parent of it and answers for it. Of a zone that is named by the zone group and could not be read, the list of records that the zone group wrote decides, where the record is missing from it.',
    consequence:
      'Clients in networks to which the zone is linked cannot resolve the host of any online endpoint.',
    severity:
      'error when an endpoint is closed or private inbound is required, else warning; warning while every endpoint has a record of its own.',
    wrongWhen:
      'A zone of the same name in another subscription, which you may not read, can be the one that answers clients, and so can a DNS server of your own. Only zones that the zone group names or that are linked are judged.',
    example: {
      read: 'zoneGroups',
      type: 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups',
      failing: {
        properties: {
          privateDnsZoneConfigs: [
            {
              name: 'notebooks',
              properties: { privateDnsZoneId: '<id of privatelink.notebooks.azure.net>' },
            },
          ],
        },
      },
      mended: {
        properties: {
          privateDnsZoneConfigs: [
            { name: 'api', properties: { privateDnsZoneId: '<id of privatelink.api.azureml.ms>' } },
            {
              name: 'notebooks',
              properties: { privateDnsZoneId: '<id of privatelink.notebooks.azure.net>' },
            },
          ],
        },
      },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-custom-dns',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: { needs: ['attribution'], when: isInbound },
  needs: ['inferenceRecord'],
  considers: ['hasClosedEndpoint'],
  check: ({ inferenceRecord, hasClosedEndpoint }, { target, required }) => {
    const { names, state, zones, everyEndpointHasOwn } = inferenceRecord;
    if (state === 'held') return pass(`${names.apiZone} holds the A record "${names.wildcard}".`);
    if (state === 'by-hand') {
      return pass(`A private zone named after hosts in ${names.hostParent} answers for them.`);
    }
    const endpoint = target.privateEndpoint();
    const name = endpoint.known ? endpoint.value.name : target.name;
    const isPressing = required.inbound === 'private' || possible(hasClosedEndpoint);
    return fail({
      severity: isPressing && !everyEndpointHasOwn ? 'error' : 'warning',
      message: `${names.apiZone} holds no A record "${names.wildcard}", to which hosts in ${names.hostParent} lead${everyEndpointHasOwn ? '; each endpoint that is there has a record of its own, the next one has none' : ''}.`,
      evidence: zones.map((zone) => evidenceOf(zone, names.wildcard)),
      remedy: {
        summary: `This deletes private endpoint ${name} and makes it again, with a zone group that writes the record: the workspace has no private way through it in between, and its addresses may change.`,
        commands: endpoint.known ? recreation(endpoint.value, workspaceOf(target), zones) : [],
      },
    });
  },
});

/** A zone group that leaves the api zone out is made again with it. */
function recreation(endpoint: PrivateEndpoint, workspace: Workspace, zones: readonly ApiZone[]): string[] {
  const commands = recreatePrivateEndpoint(endpoint, workspace);
  const [first] = zones;
  const isLeftOut = first?.group === null && groupZonesOf(endpoint).items.length > 0;
  return isLeftOut ? [...commands, addToZoneGroup(endpoint, first.zone)] : commands;
}

/** What shows that the record is missing: the zone's own list, or that of the zone group. */
function evidenceOf({ zone, group }: ApiZone, record: string): Evidence {
  if (group === null || certain(not(zone.hasRecord(record)))) {
    return {
      resourceId: `${zone.id}/A/${record}`,
      path: A_RECORD.addresses.path,
      actual: 'absent',
      expected: "the private endpoint's address for scoring requests",
    };
  }
  const written = group.written.known ? group.written.value : [];
  return {
    resourceId: group.group.id,
    path: `${ZONE_GROUP.configs.path}.properties.recordSets`,
    actual: written.length === 0 ? 'none' : written.join(', '),
    expected: record,
  };
}
