import type { PrivatePathNeed } from '../../model/reach/private-path-need.js';
import { fail, notApplicable, pass, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { missingPrivatePath, PRIVATE_PATH_EXAMPLE } from '../judgements/private-path.js';
import { ZONE_READS } from '../remedies/private-endpoint-commands.js';

/**
 * Requests to a closed workspace or endpoint, and private outbound of its deployments, go through the private
 * endpoint of the workspace: endpoints have none of their own
 * (learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint).
 */
export default defineRule({
  id: 'workspace/private-endpoint',
  title: 'a workspace that needs a private path has an Approved private endpoint',
  severity: 'error',
  target: 'workspace',
  docs: {
    why: 'The private endpoint of the workspace is the only private way to its online endpoints and to its own API. It is needed once the workspace or an endpoint is closed to public networks, a deployment is sent out privately, or private inbound is required. Private endpoints that Microsoft makes for the egress of deployments are no way in.',
    consequence:
      'Clients in private networks have no way in: what is closed to public networks cannot be reached.',
    wrongWhen:
      'A closed workspace that nobody calls needs no way in: ARM does not tell who its clients are. A private endpoint that could not be read may be theirs, and leaves the rule unknown rather than failing.',
    example: PRIVATE_PATH_EXAMPLE,
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
        reviewed: '2026-11-24',
      },
    ],
  },
  needs: [],
  considers: ['privatePathNeed', 'hasApprovedInbound', 'inboundConnections'],
  remedyReads: ZONE_READS,
  check: ({ privatePathNeed, hasApprovedInbound, inboundConnections }, { target, required }) => {
    const reasons = privatePathNeed.known ? reasonsOf(privatePathNeed.value) : [];
    if (required.inbound !== 'private') {
      if (!privatePathNeed.known) return unknown(privatePathNeed);
      if (reasons.length === 0)
        return notApplicable(
          'Nothing needs a private path: the workspace and its endpoints take public requests, and no deployment is sent out privately.',
        );
    }
    if (!hasApprovedInbound.known) return unknown(hasApprovedInbound);
    if (hasApprovedInbound.value)
      return pass('The workspace has an Approved private endpoint of its clients.');
    const why = [...reasons, ...(required.inbound === 'private' ? ['private inbound is required'] : [])];
    return fail({
      message: `The workspace has no Approved private endpoint of its clients, and needs one: ${why.join('; ')}.`,
      ...missingPrivatePath(target, inboundConnections),
    });
  },
});

/** What the private path is needed for, in words. */
function reasonsOf(need: PrivatePathNeed | null): readonly string[] {
  if (need === null) return [];
  const { isClosed, closedEndpoints, deployments } = need;
  return [
    ...(isClosed ? ['the workspace is closed to public networks'] : []),
    ...(closedEndpoints.length > 0
      ? [`${listNames('endpoint', closedEndpoints)} closed to public networks`]
      : []),
    ...(deployments.length > 0 ? [`${listNames('deployment', deployments)} sent out privately`] : []),
  ];
}

/** `endpoint "a" is`, `endpoints "a", "b" and 3 more are`. */
function listNames(noun: string, items: readonly { readonly name: string }[]): string {
  const shown = items.slice(0, 3).map((item) => `"${item.name}"`);
  const more = items.length - shown.length;
  const names = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
  return items.length === 1 ? `${noun} ${names} is` : `${noun}s ${names} are`;
}
