import { REGISTRY } from '../../model/arm-properties/index.js';
import type { PremiumReason } from '../../model/reach/premium-need.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';

const REASONS: Readonly<Record<PremiumReason, string>> = {
  'private-egress': 'a deployment that leaves privately pulls its image through a private endpoint',
  'approved-outbound': 'a managed network reaches it through a private endpoint alone',
  connections: 'it has private endpoint connections',
  'internet-outbound': 'a managed network reaches it through a private endpoint if it is closed',
  'client-endpoint': 'a workspace that uses it has a private endpoint',
};

/**
 * Only a Premium registry can have private endpoints
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint).
 */
export default defineRule({
  id: 'registry/premium-sku',
  title: 'the registry of an isolated workspace is Premium',
  severity: 'error',
  target: 'registry',
  docs: {
    why: 'A container registry needs the Premium tier to have private endpoints. Deployments that leave privately and managed networks pull their images through one, and Microsoft asks for Premium whenever the workspace itself has a private endpoint.',
    consequence:
      'Creating a deployment that leaves privately fails, and images can be pulled only over the public network.',
    severity:
      'error; warning when the workspace merely has a private endpoint, or a managed network that lets out to the internet.',
    wrongWhen:
      'A workspace that merely has a private endpoint works without Premium as long as its images are pulled over the public network; one page asks for it all the same, hence a warning there.',
    example: {
      read: 'registry',
      type: 'Microsoft.ContainerRegistry/registries',
      failing: { sku: { name: 'Standard' } },
      mended: { sku: { name: 'Premium' } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['premiumNeed'],
    when: ({ premiumNeed }) =>
      premiumNeed !== null ||
      'No private endpoint, private egress or managed network of the workspaces read needs a Premium registry.',
  },
  needs: ['sku'],
  check: ({ premiumNeed, sku }, { target }) => {
    const { path } = REGISTRY.sku;
    if (sku === 'Premium') return pass(`${path} is Premium.`);
    const reasons = (premiumNeed?.reasons ?? []).map((reason) => REASONS[reason]);
    return fail({
      severity: premiumNeed?.isCompelling === false ? 'warning' : 'error',
      message: `${path} is ${sku}; a registry needs Premium to have a private endpoint, and ${reasons.join('; ')}.`,
      evidence: [{ resourceId: target.id, path, actual: sku, expected: 'Premium' }],
      remedy: {
        summary: 'Raise the registry to the Premium tier, which costs more.',
        commands: [
          azureCli('az acr update', { '--name': target.name, ...inGroupOf(target.id), '--sku': 'Premium' }),
        ],
        property: { resourceId: target.id, path, value: 'Premium' },
      },
    });
  },
});
