import { REGISTRY } from '../../model/arm-properties/index.js';
import { pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import {
  clientEndpointExample,
  missingClientEndpoint,
  needsClientEndpoint,
} from '../judgements/client-endpoint.js';

/**
 * A closed registry is reached through private endpoints alone
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet).
 */
export default defineRule({
  id: 'registry/private-endpoint',
  title: 'a closed registry has a private endpoint of its clients',
  severity: 'warning',
  target: 'registry',
  docs: {
    why: 'A closed registry answers private endpoints alone. Deployments that leave privately come by egress connections of their own; computes that build images or run jobs, and people who push them, come by a private endpoint in their network. A managed network has its own.',
    consequence:
      "Computes and people in the network cannot pull or push images: builds fail, and studio says that it failed to communicate with the workspace's container registry.",
    wrongWhen:
      'Where nobody builds or pushes images from a network of yours, as when all images are imported, nobody needs it; ARM does not tell. A private endpoint that could not be read leaves the rule unknown rather than failing.',
    example: clientEndpointExample('registry', 'registry'),
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/container-registry/container-registry-private-link',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['privateEndpointNeed'],
    when: ({ privateEndpointNeed }) => needsClientEndpoint(privateEndpointNeed, 'The registry'),
  },
  needs: ['hasClientEndpoint'],
  check: ({ hasClientEndpoint }, { target }) =>
    hasClientEndpoint
      ? pass('An Approved private endpoint of its clients leads to the registry.')
      : missingClientEndpoint(
          target,
          {
            noun: 'the registry',
            path: REGISTRY.privateEndpointConnections.path,
            publicNetworkAccess: REGISTRY.publicNetworkAccess,
          },
          ['registry'],
          'warning',
        ),
});
