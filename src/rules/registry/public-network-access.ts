import { REGISTRY } from '../../model/arm-properties/index.js';
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
 * A registry that takes public requests can be reached beside its private endpoints
 * (learn.microsoft.com/azure/container-registry/container-registry-access-selected-networks).
 */
export default defineRule({
  id: 'registry/public-network-access',
  title: 'the registry is closed to public networks at large',
  severity: reachSeverity,
  target: 'registry',
  docs: {
    why: 'An open registry takes pulls and pushes from every public network, whatever private endpoints lead to it. Deployments with public egress and no managed network need it open, so this is a fault only where deployments are meant to leave privately: their images then still lie behind a public door. A firewall that denies by default and lets in more addresses than a /8 counts as open.',
    consequence:
      'Everybody who can sign in to the registry can pull images from public networks, and push poisoned ones that a private deployment then runs.',
    severity: REACH_SEVERITY,
    wrongWhen:
      'It tells that the door is open, not who can come: sign-in and roles stand before it. Deployments with public egress and no managed network, and builds without a compute of their own, need it open.',
    example: reachExample('registry', 'Microsoft.ContainerRegistry/registries'),
    sources: reachSources(
      'https://learn.microsoft.com/azure/container-registry/container-registry-access-selected-networks',
    ),
  },
  needs: ['publicReach'],
  considers: ['hasPrivateOutboundUser'],
  check: ({ publicReach, hasPrivateOutboundUser }, { target, required }) =>
    judgePublicReach(
      {
        id: target.id,
        resource: target.resource,
        properties: REGISTRY,
        noun: 'the registry',
        close: azureCli('az acr update', {
          '--name': target.name,
          ...inGroupOf(target.id),
          '--public-network-enabled': 'false',
        }),
        condition:
          ' It takes SKU Premium, and image builds then need a compute of their own (imageBuildCompute).',
      },
      publicReach,
      hasPrivateOutboundUser,
      required,
    ),
});
