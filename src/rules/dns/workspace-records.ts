import { possible } from '../../model/algebra/fact.js';
import type { RecordFault } from '../../model/dns/records/workspace-records.js';
import { workspaceOf } from '../../model/resources/workspace.js';
import { fail, pass, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { isInbound } from '../judgements/inbound-connection.js';
import {
  addAddresses,
  removeStrangers,
  rightAddresses,
  showAddresses,
} from '../remedies/private-dns-commands.js';
import { addressEvidence, whatIsWrong } from './shared/record-words.js';

/**
 * The API and the notebooks of a workspace have records of their own, which lead to its private endpoint
 * (learn.microsoft.com/azure/machine-learning/how-to-custom-dns).
 */
export default defineRule({
  id: 'dns/workspace-records',
  title: "the records of the API and of the notebooks lead to the workspace's private endpoint",
  severity: 'warning',
  target: 'connection',
  docs: {
    why: 'The studio, the SDK and computes find a workspace by "<GUID>.workspace.<region>" and the same with ".cert" in the api zone, notebooks by "ml-<name>-<region>-<GUID>.<region>" in the notebooks zone; in the last one the name is cut to what a label holds. Each record holds the address that the private endpoint keeps for that name. Zones are also seen without the ".cert" record: where the private endpoint has the name, that anybody misses it is doubtful. Where scoring requests go is asked by dns/inference-record and dns/inference-address.',
    consequence:
      'From the network the studio does not open the workspace, jobs and computes do not reach it, or notebooks do not open: the host leads nowhere, or to an address at which nothing answers.',
    severity:
      'warning for a record of the api zone; for the notebooks alone, info unless the workspace has a compute instance or its computes were not read, then warning.',
    wrongWhen:
      "Where clients ask DNS servers of one's own that hold the records, the zone's are not needed. A private zone named as the host itself, by hand, is not looked at; nor are the names of a hub's projects.",
    example: {
      read: 'zoneRecords',
      type: 'Microsoft.Network/privateDnsZones/A',
      failing: { properties: { ttl: 10, aRecords: [] } },
      mended: {
        properties: { ttl: 10, aRecords: [{ ipv4Address: '<address of the private endpoint>' }] },
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
  needs: ['apiRecordFaults'],
  considers: ['notebooksRecordFault', 'hasComputeInstance'],
  check: ({ apiRecordFaults, notebooksRecordFault, hasComputeInstance }, { target, cloud }) => {
    const isPressing = apiRecordFaults.length > 0;
    if (!isPressing && !notebooksRecordFault.known) return unknown(notebooksRecordFault);
    const ofNotebooks = notebooksRecordFault.known ? notebooksRecordFault.value : null;
    const faults = ofNotebooks === null ? apiRecordFaults : [...apiRecordFaults, ofNotebooks];
    if (faults.length === 0) {
      return pass(
        `The records of ${workspaceOf(target).name} in ${cloud.apiZone} lead to its private endpoint.`,
      );
    }
    const isDoubtful = faults.every(({ name, state }) => name.of === 'certificate' && state === 'missing');
    const doubt = ' Zones are also seen without that one: that anybody misses it is doubtful.';
    const judged = faults.map((fault) => ({ ...fault, right: rightAddresses(target, fault.name.isHost) }));
    const isRightKnown = judged.every(({ right }) => right.length > 0);
    return fail({
      severity: isPressing || possible(hasComputeInstance) ? 'warning' : 'info',
      message: `${faults.map(words).join(' ')}${isDoubtful ? doubt : ''}`,
      evidence: judged.map(({ state, record, right }) => ({
        ...addressEvidence(record, right, 'for that name'),
        ...(state === 'missing' ? { actual: 'absent' } : {}),
      })),
      remedy: isRightKnown
        ? {
            summary:
              'This puts the address of the private endpoint into the records, makes those that are missing, and deletes the other addresses from them. A zone group keeps the records by itself: see dns/zone-group.',
            commands: judged.flatMap(({ record, right }) => [
              ...addAddresses(record, right),
              ...removeStrangers(record),
            ]),
          }
        : {
            summary:
              'Look up the addresses that the private endpoint keeps for these names, put them into the records and take the others out.',
            commands: showAddresses(target),
          },
    });
  },
});

function words({ name, state, record }: RecordFault): string {
  return state === 'missing'
    ? `${name.zone} holds no A record "${name.record}".`
    : `Record "${record.name}" in ${name.zone} holds ${whatIsWrong(record.strangers, 'has it for that name')}.`;
}
