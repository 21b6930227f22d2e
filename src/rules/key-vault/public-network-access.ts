import { KEY_VAULT } from '../../model/arm-properties/index.js';
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
 * A key vault that takes public requests can be reached beside its private endpoints
 * (learn.microsoft.com/azure/key-vault/general/network-security).
 */
export default defineRule({
  id: 'key-vault/public-network-access',
  title: 'the key vault is closed to public networks at large',
  severity: reachSeverity,
  target: 'key-vault',
  docs: {
    why: 'An open key vault takes requests for the secrets of workspace and endpoints from every public network, whatever private endpoints lead to it. That is supported, so this is a fault only where deployments are meant to leave privately. A firewall that denies by default and lets in more addresses than a /8 counts as open.',
    consequence:
      'Everybody who has a role or an access policy can read the keys of endpoints and datastores from public networks.',
    severity: REACH_SEVERITY,
    wrongWhen:
      'It tells that the door is open, not who can come: sign-in, roles and access policies stand before it. Deployments that read secrets, have public egress and no managed network need it open.',
    example: reachExample('keyVault', 'Microsoft.KeyVault/vaults'),
    sources: reachSources('https://learn.microsoft.com/azure/key-vault/general/network-security'),
  },
  needs: ['publicReach'],
  considers: ['hasPrivateOutboundUser'],
  check: ({ publicReach, hasPrivateOutboundUser }, { target, required }) =>
    judgePublicReach(
      {
        id: target.id,
        resource: target.resource,
        properties: KEY_VAULT,
        noun: 'the vault',
        close: azureCli('az keyvault update', {
          '--name': target.name,
          ...inGroupOf(target.id),
          '--public-network-access': 'Disabled',
        }),
        condition:
          " Azure's trusted services keep their way in as long as networkAcls.bypass is AzureServices.",
      },
      publicReach,
      hasPrivateOutboundUser,
      required,
    ),
});
