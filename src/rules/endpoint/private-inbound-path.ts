import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { missingPrivatePath, PRIVATE_PATH_EXAMPLE } from '../judgements/private-path.js';
import { ZONE_READS } from '../remedies/private-endpoint-commands.js';

/**
 * Scoring requests to a closed endpoint come in by the private endpoint of its workspace; the endpoint has none of
 * its own (learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint).
 */
export default defineRule({
  id: 'endpoint/private-inbound-path',
  title: 'a closed endpoint has a private way in',
  severity: 'error',
  target: 'endpoint',
  docs: {
    why: 'An endpoint that is closed to public networks takes scoring requests through the private endpoint of its workspace (of the hub, for a project) and in no other way. A private endpoint that Microsoft made for the egress of a deployment is no way in.',
    consequence: 'No client can reach the endpoint: scoring requests are refused or find no address.',
    wrongWhen:
      'A private endpoint of the clients that you may not read leaves it unknown; one that ARM does not list at the workspace is not seen at all. An endpoint that nobody calls yet needs no way in.',
    example: PRIVATE_PATH_EXAMPLE,
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isKubernetes', 'publicNetworkAccess'],
    when: ({ isKubernetes, publicNetworkAccess }) => {
      if (isKubernetes) return 'A Kubernetes endpoint: requests come in by its cluster.';
      return publicNetworkAccess === 'closed' || 'The endpoint takes requests from public networks.';
    },
  },
  needs: ['hasApprovedInbound'],
  considers: ['inboundConnections'],
  remedyReads: ZONE_READS,
  check: ({ hasApprovedInbound, inboundConnections }, { target }) => {
    if (hasApprovedInbound) return pass('The workspace has an Approved private endpoint of its clients.');
    const owner = target.workspace.owner();
    const workspace = owner.known ? owner.value : target.workspace;
    return fail({
      message: `The endpoint is closed to public networks, and ${workspace.name} has no Approved private endpoint of its clients: nobody can reach it.`,
      ...missingPrivatePath(workspace, inboundConnections),
    });
  },
});
