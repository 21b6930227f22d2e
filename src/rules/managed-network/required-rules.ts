import { nameOf } from '../../arm/resource-id.js';
import { isAtFault } from '../../model/managed-network/required-rules.js';
import { fail, notApplicable, pass, undecided } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';

/**
 * A managed network reaches the workspace's own services through private endpoint rules that the service makes when
 * the network is provisioned (learn.microsoft.com/azure/machine-learning/how-to-managed-network).
 */
export default defineRule({
  id: 'managed-network/required-rules',
  title: "the managed network's required private endpoint rules are Active",
  severity: 'error',
  target: 'workspace',
  docs: {
    why: 'AllowOnlyApprovedOutbound needs a private endpoint rule to the storage account (the service makes one for blob and one for file), the key vault and the container registry; AllowInternetOutbound needs one to each of them that is closed to public networks; a closed workspace needs one to itself. The service makes them. The one to the workspace may be missing where its public access was on when the network was provisioned, so it is asked of a closed workspace alone.',
    consequence: 'Deployments cannot reach the service: image, model or code download fails.',
    severity:
      'error; a doubtful warning when only the rule to the file shares is at fault, from which no deployment loads.',
    wrongWhen:
      "The list of rules is what is seen, not the network behind it. Where the service took a private endpoint rule of the user's for its own, the missing one would be reported although the way is there.",
    example: {
      read: 'outboundRules',
      type: 'Microsoft.MachineLearningServices/workspaces/outboundRules',
      failing: { properties: { type: 'PrivateEndpoint', category: 'Required', status: 'Inactive' } },
      mended: { properties: { type: 'PrivateEndpoint', category: 'Required', status: 'Active' } },
      notInBicep: 'Required rules are made by the service, together with the managed network.',
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isManaged', 'managedNetworkStatus'],
    when: ({ isManaged, managedNetworkStatus }) => {
      if (!isManaged) return 'The workspace has no managed network.';
      if (managedNetworkStatus.toLowerCase() === 'active') return true;
      return `The managed network is ${managedNetworkStatus}: its rules act once it is provisioned.`;
    },
  },
  needs: ['requiredRules'],
  check: ({ requiredRules }, { target }) => {
    if (requiredRules.length === 0) return notApplicable('No dependency is closed to public networks.');
    const faulty = requiredRules.filter(isAtFault);
    const isDoubtful = !faulty.some(({ isCompelling }) => isCompelling);
    if (faulty.length === 0) {
      const busy = requiredRules.find(({ rule }) => rule?.status !== 'Active');
      return busy === undefined
        ? pass(`All ${requiredRules.length} required private endpoint rules are Active.`)
        : undecided(
            `The private endpoint rule to ${busy.dependency} is ${busy.rule?.status}: the service is at work on it.`,
          );
    }
    const names = faulty.map(({ dependency, rule }) => `${dependency} (${rule?.status ?? 'missing'})`);
    const doubt = isDoubtful
      ? ' Doubtful: deployments load from blob; the page of Azure does not say which part of the account is required.'
      : '';
    return fail({
      severity: isDoubtful ? 'warning' : 'error',
      message: `Required private endpoint rules of the managed network are not Active: ${names.join(', ')}.${doubt}`,
      evidence: faulty.map(({ rule, serviceResourceId, subresourceTarget }) => ({
        resourceId: rule?.id ?? target.id,
        path: rule === null ? 'properties.managedNetwork.outboundRules' : 'properties.status',
        actual:
          rule === null ? `no rule to ${subresourceTarget} of ${nameOf(serviceResourceId)}` : rule.status,
        expected: 'Active',
      })),
      remedy: {
        summary: 'Provision the managed network again: the service makes the rules that are missing.',
        commands: [
          azureCli('az ml workspace provision-network', { '--name': target.name, ...inGroupOf(target.id) }),
        ],
      },
    });
  },
});
