import { KEY_VAULT } from '../../model/arm-properties/index.js';
import { pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import {
  clientEndpointExample,
  missingClientEndpoint,
  needsClientEndpoint,
} from '../judgements/client-endpoint.js';

/**
 * A closed key vault is reached through private endpoints and by trusted services alone
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet).
 */
export default defineRule({
  id: 'key-vault/private-endpoint',
  title: 'a closed key vault has a private endpoint of its clients',
  severity: 'warning',
  target: 'key-vault',
  docs: {
    why: 'A closed key vault answers private endpoints and, past its bypass, trusted services of Azure. Computes and people in the network, who read secrets of datastores and connections, come by a private endpoint there. A managed network has its own.',
    consequence:
      'Jobs, notebooks and people in the network cannot read secrets: the vault answers 403 Forbidden (ForbiddenByConnection).',
    wrongWhen:
      'Where nobody but the service itself reads secrets, its trusted way in is enough; ARM does not tell who reads them. A private endpoint that could not be read leaves the rule unknown rather than failing.',
    example: clientEndpointExample('vault', 'vault'),
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/key-vault/general/private-link-service',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['privateEndpointNeed'],
    when: ({ privateEndpointNeed }) => needsClientEndpoint(privateEndpointNeed, 'The vault'),
  },
  needs: ['hasClientEndpoint'],
  check: ({ hasClientEndpoint }, { target }) =>
    hasClientEndpoint
      ? pass('An Approved private endpoint of its clients leads to the vault.')
      : missingClientEndpoint(
          target,
          {
            noun: 'the vault',
            path: KEY_VAULT.privateEndpointConnections.path,
            publicNetworkAccess: KEY_VAULT.publicNetworkAccess,
          },
          ['vault'],
          'warning',
        ),
});
