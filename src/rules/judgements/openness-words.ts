import { nameOf } from '../../arm/resource-id.js';
import type { Fact } from '../../model/algebra/fact.js';
import type { Opening, Openness } from '../../model/managed-network/managed-network-openness.js';
import { reachOf } from '../../model/managed-network/service-tag.js';
import { isWideHost } from '../../model/managed-network/wide-host.js';
import type { Destination } from '../../model/resources/outbound-rule.js';
import { describeGaps } from '../engine/outcome.js';

/** The verdict, or that it was not read. */
export function opennessOf(openness: Fact<Openness>): string {
  return openness.known ? opennessVerdict(openness.value) : 'what its rules open was not read.';
}

/** More rules than this are counted, and not named. */
const SHOWN = 10;

/**
 * Whether AllowOnlyApprovedOutbound is really closed, in sentences: what its rules open beyond what Azure Machine
 * Learning requires, by which of them data can leave, what an Azure Firewall and serverless Spark have to do with
 * it, and what is not known.
 */
export function opennessVerdict({ openings, gaps, sparkReady, firewallSku }: Openness): string {
  const sentences = [openingsSentence(openings, gaps.length > 0), closedSentence(openings, gaps.length > 0)];
  if (openings.some(({ destination }) => destination.type === 'FQDN')) {
    sentences.push(
      `FQDN rules act through an Azure Firewall, which costs: ${firewallSku.known ? `version ${firewallSku.value}` : 'its version was not read'}.`,
    );
  }
  sentences.push(...sparkSentences(openings, sparkReady));
  if (gaps.length > 0) sentences.push(`What more is open is not known: ${describeGaps(gaps)}`);
  return sentences.join(' ');
}

function openingsSentence(openings: readonly Opening[], isIncomplete: boolean): string {
  if (openings.length === 0) return `no rule beside the required ones${isIncomplete ? ' was read' : ''}.`;
  const shown = openings.slice(0, SHOWN).map(openingWords);
  const more = openings.length - shown.length;
  const rest = more > 0 ? `, and ${more} more` : '';
  const rules = openings.length === 1 ? '1 rule' : `${openings.length} rules`;
  return `${rules} beside the required ones; open: ${shown.join(', ')}${rest}.`;
}

function openingWords({ name, destination, status }: Opening): string {
  const state = !status.known ? ', state not read' : status.value === 'Active' ? '' : `, ${status.value}`;
  return `${name} (${destinationWords(destination)}${state})`;
}

/** What lies behind an outbound rule: `private endpoint to blob of stfraud`. */
export function destinationWords(destination: Destination): string {
  switch (destination.type) {
    case 'FQDN':
      return hostWords(destination.host);
    case 'PrivateEndpoint': {
      const { serviceResourceId, subresourceTarget } = destination;
      return `private endpoint to ${subresourceTarget === null ? '' : `${subresourceTarget} of `}${nameOf(serviceResourceId)}`;
    }
    case 'ServiceTag': {
      const reach = reachOf(destination);
      if (reach.kind === 'nothing') return 'nothing';
      return reach.kind === 'unreadable' ? `the address prefix ${reach.value}` : reach.words;
    }
  }
}

function hostWords(host: string): string {
  if (isWideHost(host)) return `every host of ${host}`;
  return host.startsWith('*') ? `the hosts ${host}` : `the host ${host}`;
}

function closedSentence(openings: readonly Opening[], isIncomplete: boolean): string {
  const leaks = openings.filter(({ leaks: isLeak }) => isLeak).map(({ name }) => name);
  if (leaks.length > 0) {
    const shown = leaks.slice(0, SHOWN).join(', ');
    return `Not really closed: data can leave by ${shown}${leaks.length > SHOWN ? ` and ${leaks.length - SHOWN} more` : ''}.`;
  }
  if (isIncomplete) return 'Whether it is closed is not known.';
  return openings.length === 0
    ? 'Closed to everything but the private endpoints and service tags that Azure Machine Learning requires.'
    : 'Closed to everything else but the private endpoints and service tags that Azure Machine Learning requires.';
}

function sparkSentences(openings: readonly Opening[], sparkReady: Openness['sparkReady']): string[] {
  if (!sparkReady.known) return ['Whether serverless Spark is provisioned was not read.'];
  if (!sparkReady.value) return [];
  const names = openings.filter(({ sparkEnabled }) => sparkEnabled).map(({ name }) => name);
  const rules =
    names.length === 0 ? 'no rule opens anything for it' : `it may use ${names.slice(0, SHOWN).join(', ')}`;
  return [`Serverless Spark is provisioned beside it: ${rules}, and FQDN rules do not act there.`];
}
