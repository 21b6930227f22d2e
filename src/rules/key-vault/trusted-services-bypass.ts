import { restriction } from '../../model/addresses/network-access.js';
import { possible } from '../../model/algebra/fact.js';
import { KEY_VAULT } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';

/**
 * The keys of an endpoint are kept in the workspace's vault, into which the service comes as a trusted one
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint, "Online endpoint creation with key-based
 * authentication fails").
 */
export default defineRule({
  id: 'key-vault/trusted-services-bypass',
  title: 'a restricted key vault lets trusted services through',
  severity: 'error',
  target: 'key-vault',
  docs: {
    why: "The keys of an endpoint with key authentication, which is the default, are kept in the workspace's key vault. The service reaches a vault that is closed, or whose firewall denies by default, as a trusted service of Azure, if networkAcls.bypass lets those through.",
    consequence: 'Creating an online endpoint with key-based authentication fails.',
    severity:
      'error when an endpoint has authMode Key, or that was not read; else warning, since key authentication is the default of the next endpoint.',
    wrongWhen:
      "The page asks for it of every restricted vault. Where the service reached the vault in another way, through a managed network's private endpoint, say, the bypass would not be needed; no page says that it does. Without endpoints that use keys nothing fails yet.",
    example: {
      read: 'keyVault',
      type: 'Microsoft.KeyVault/vaults',
      failing: { properties: { networkAcls: { bypass: 'None', defaultAction: 'Deny' } } },
      mended: { properties: { networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny' } } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isRestricted'],
    when: ({ isRestricted }) => isRestricted || 'The vault is open to all networks: nobody needs a bypass.',
  },
  needs: ['bypass'],
  considers: ['hasKeyEndpoint'],
  check: ({ bypass, hasKeyEndpoint }, { target }) => {
    const { path } = KEY_VAULT.bypass;
    if (bypass === 'AzureServices') return pass(`${path} is AzureServices.`);
    const limit = target.resource.known ? restriction(target.resource.value, KEY_VAULT) : null;
    const because = limit === null ? 'the vault is restricted' : `${limit.path} is ${limit.actual}`;
    return fail({
      severity: possible(hasKeyEndpoint) ? 'error' : 'warning',
      message: `${path} is ${bypass} while ${because}; the service cannot keep the keys of an endpoint in the vault.`,
      evidence: [{ resourceId: target.id, path, actual: bypass, expected: 'AzureServices' }],
      remedy: {
        summary:
          "Let Azure's trusted services through the vault's firewall; that opens it to them, and to nobody else.",
        commands: [
          azureCli('az keyvault update', {
            '--name': target.name,
            ...inGroupOf(target.id),
            '--bypass': 'AzureServices',
          }),
        ],
        property: { resourceId: target.id, path, value: 'AzureServices' },
      },
    });
  },
});
