import { possible } from '../../model/algebra/fact.js';
import { isInferenceHost } from '../../model/dns/names/inference-names.js';
import { fail, notApplicable, pass } from '../engine/outcome.js';
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
 * The record of scoring requests holds the address that the private endpoint keeps for them
 * (learn.microsoft.com/azure/machine-learning/how-to-custom-dns).
 */
export default defineRule({
  id: 'dns/inference-address',
  title: "the record for scoring requests leads to the workspace's private endpoint",
  severity: 'error',
  target: 'connection',
  docs: {
    why: 'A private endpoint of a workspace keeps an address of its own for scoring requests: the one whose names on the network interface are "*.<region>.inference...". Every address of the record has to be such a one, of an Approved connection, and to lie in that network\'s ranges. A record "<endpoint>.<workspace GUID>.inference.<region>" answers in place of the wildcard for its endpoint. Private endpoints in several networks may share a zone, whose record then leads to one of them: from a network that is not peered with that one it cannot be reached.',
    consequence:
      'Scoring requests go to an address at which nothing takes them: they time out, or another host answers.',
    severity:
      'error when an endpoint is closed or private inbound is required, else warning; warning when the addresses are right and only out of reach of this network.',
    wrongWhen:
      'A proxy or load balancer of yours, to which the record leads on purpose, looks like a stranger. Networks that are peered count as within reach: routes, firewalls and security groups between them are not looked at here.',
    example: {
      read: 'zoneRecords',
      type: 'Microsoft.Network/privateDnsZones/A',
      failing: {
        name: '*.<workspace GUID>.inference.<region>',
        properties: { aRecords: [{ ipv4Address: '10.99.0.1' }] },
      },
      mended: {
        name: '*.<workspace GUID>.inference.<region>',
        properties: { ttl: 10, aRecords: [{ ipv4Address: '10.0.0.6' }] },
      },
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
  needs: ['inferenceAddress'],
  considers: ['hasClosedEndpoint'],
  check: ({ inferenceAddress, hasClosedEndpoint }, { target, required }) => {
    const { names, state, records, mayBeWrong } = inferenceAddress;
    const [first, ...more] = records;
    if (first === undefined || state === 'none') {
      return notApplicable('No record decides where scoring requests go: see dns/inference-record.');
    }
    if (state === 'right') {
      const leads = records.map(({ name, addresses }) => `"${name}" to ${addresses.join(' and ')}`);
      return pass(`Records lead to the workspace's private endpoints: ${leads.join(', ')}.`);
    }
    const isPressing = required.inbound === 'private' || possible(hasClosedEndpoint);
    const right = rightAddresses(target, (host) => isInferenceHost(names, host));
    const also = more.length === 0 ? '' : ` And ${more.length} more of its kind.`;
    const evidence = records.map((record) => addressEvidence(record, right, 'for scoring requests'));
    if (state === 'far') {
      return fail({
        severity: isPressing && mayBeWrong ? 'error' : 'warning',
        message: `Record "${first.name}" in ${first.zone.name} holds ${first.addresses.join(' and ')}, out of reach: in no network that is peered with that of this private endpoint.${also}`,
        evidence,
        remedy: {
          summary:
            "This adds the address of this network's own private endpoint. Clients may then be given either one: where the networks cannot be peered, give each a zone of its own.",
          commands: records.flatMap((record) => addAddresses(record, right)),
        },
      });
    }
    return fail({
      severity: isPressing ? 'error' : 'warning',
      message: `Record "${first.name}" in ${first.zone.name} holds ${whatIsWrong(first.strangers, 'takes scoring requests there')}.${also}`,
      evidence,
      remedy:
        right.length === 0
          ? {
              summary:
                'Look up the address that the private endpoint keeps for "*.<region>.inference...", put it into the record and take the others out.',
              commands: showAddresses(target),
            }
          : {
              summary:
                'This puts the address of the private endpoint into the record and deletes the others from it. If a zone group goes on writing those, it belongs to another private endpoint, which then needs a zone of its own.',
              commands: records.flatMap((record) => [
                ...addAddresses(record, right),
                ...removeStrangers(record),
              ]),
            },
    });
  },
});
