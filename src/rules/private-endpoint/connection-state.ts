import { certain } from '../../model/algebra/fact.js';
import { CONNECTION } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { isInbound } from '../judgements/inbound-connection.js';
import { mendConnection, statusEvidence } from '../judgements/private-path.js';
import { deletePrivateEndpoint, ZONE_READS } from '../remedies/private-endpoint-commands.js';

/**
 * Only an Approved private endpoint connection lets its network in
 * (learn.microsoft.com/azure/machine-learning/how-to-configure-private-link).
 */
export default defineRule({
  id: 'private-endpoint/connection-state',
  title: 'the private endpoint connection is Approved',
  severity: 'error',
  target: 'connection',
  docs: {
    why: 'A private endpoint leads nowhere until its connection is Approved on the side of the workspace: Pending ones wait for it, Rejected ones were refused, Disconnected and timed out ones have no other end any more.',
    consequence:
      'Clients in the network of the private endpoint cannot connect to the workspace or its endpoints.',
    severity:
      'error; warning when another private endpoint of the clients is Approved; info for one that is merely Disconnected beside an Approved one.',
    wrongWhen:
      'ARM does not tell who uses a private endpoint: one that nobody needs yet, or any more, is reported all the same.',
    example: {
      read: 'workspaceConnections',
      type: 'Microsoft.MachineLearningServices/workspaces/privateEndpointConnections',
      failing: { properties: { privateLinkServiceConnectionState: { status: 'Pending' } } },
      mended: {
        properties: {
          privateLinkServiceConnectionState: {
            status: 'Approved',
            description: 'Approved by the owner of the workspace',
          },
        },
      },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: { needs: ['attribution'], when: isInbound },
  needs: ['status'],
  considers: ['hasOtherApproved'],
  remedyReads: ZONE_READS,
  check: ({ status, hasOtherApproved }, { target }) => {
    if (status === 'Approved') return pass('The connection is Approved.');
    const endpoint = target.privateEndpoint();
    const beside = certain(hasOtherApproved);
    const name = endpoint.known ? endpoint.value.name : target.name;
    const isLeftOver = beside && status === 'Disconnected';
    return fail({
      severity: isLeftOver ? 'info' : beside ? 'warning' : 'error',
      message: `${CONNECTION.status.path} is ${status}: private endpoint ${name} lets nobody in${beside ? '; another one is Approved' : ''}.`,
      evidence: [statusEvidence(target)],
      remedy:
        isLeftOver && endpoint.known
          ? {
              summary: `Another private endpoint does its work: this deletes ${name}. Where its network still needs a way in, make it again after that.`,
              commands: [deletePrivateEndpoint(endpoint.value)],
            }
          : mendConnection(target, status),
    });
  },
});
