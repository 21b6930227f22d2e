import { STORAGE_ACCOUNT } from '../../model/arm-properties/index.js';
import { defineRule } from '../engine/rule.js';
import {
  judgePublicReach,
  REACH_SEVERITY,
  reachExample,
  reachSeverity,
  reachSources,
} from '../judgements/public-reach.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';

/**
 * A storage account that takes public requests can be reached beside its private endpoints
 * (learn.microsoft.com/azure/storage/common/storage-network-security).
 */
export default defineRule({
  id: 'storage/public-network-access',
  title: 'the storage account is closed to public networks at large',
  severity: reachSeverity,
  target: 'storage-account',
  docs: {
    why: 'An open storage account takes requests for models, code and data from every public network, whatever private endpoints lead to it. Deployments with public egress and no managed network need it open, so this is a fault only where deployments are meant to leave privately. A firewall that denies by default and lets in more addresses than a /8 counts as open.',
    consequence:
      'Everybody who has a key, a shared access signature or a role can read models and data from public networks, and whatever runs in a deployment can be made to write there for somebody outside.',
    severity: REACH_SEVERITY,
    wrongWhen:
      'It tells that the door is open, not who can come: keys, signatures and roles stand before it. Deployments with public egress and no managed network need it open. Subnets that come in by service endpoints are not counted, for they are not public.',
    example: reachExample('storageAccount', 'Microsoft.Storage/storageAccounts'),
    sources: reachSources('https://learn.microsoft.com/azure/storage/common/storage-network-security'),
  },
  needs: ['publicReach'],
  considers: ['hasPrivateOutboundUser'],
  check: ({ publicReach, hasPrivateOutboundUser }, { target, required }) =>
    judgePublicReach(
      {
        id: target.id,
        resource: target.resource,
        properties: STORAGE_ACCOUNT,
        noun: 'the storage account',
        close: azureCli('az storage account update', {
          '--name': target.name,
          ...inGroupOf(target.id),
          '--public-network-access': 'Disabled',
        }),
        condition: ' Studio users then need a way into the network too.',
      },
      publicReach,
      hasPrivateOutboundUser,
      required,
    ),
});
