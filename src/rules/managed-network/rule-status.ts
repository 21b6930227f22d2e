import { OUTBOUND_RULE } from '../../model/arm-properties/index.js';
import { fail, pass, undecided, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { provisionNetwork, showOutboundRule } from '../remedies/outbound-rule-commands.js';

/**
 * An outbound rule acts while its status is Active
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network).
 */
export default defineRule({
  id: 'managed-network/rule-status',
  title: 'every outbound rule of a provisioned managed network is Active',
  severity: 'error',
  target: 'outbound-rule',
  docs: {
    why: 'The rules of a managed network are made when it is provisioned and with each change after that; from then on each of them is Active. One that is Inactive or Failed lets nothing through: its private endpoint was refused, say, or its firewall rule was not accepted.',
    consequence: 'What the rule is meant to let through does not get out of the managed network.',
    wrongWhen:
      'Where the service was asked to change a rule a moment ago, its status may be read between two states. Why a rule Failed ARM tells in few words only; it may be the approval of the private endpoint on the other side, which the owner of a resource elsewhere has to give.',
    example: {
      read: 'outboundRules',
      type: 'Microsoft.MachineLearningServices/workspaces/outboundRules',
      failing: { properties: { status: 'Failed' } },
      mended: { properties: { status: 'Active' } },
      notInBicep: 'The service alone sets the status of a rule.',
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-managed-network',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isManaged', 'managedNetworkStatus'],
    when: ({ isManaged, managedNetworkStatus }) => {
      if (!isManaged) return 'The workspace has no managed network.';
      if (managedNetworkStatus === 'Active') return true;
      return `The managed network is ${managedNetworkStatus}: its rules act once it is provisioned.`;
    },
  },
  needs: ['status'],
  considers: ['ruleType'],
  check: ({ status, ruleType }, { target }) => {
    const { path } = OUTBOUND_RULE.status;
    // Of a rule that is none of the documented ones, a state that sounds right tells nothing.
    if (!ruleType.known && status !== 'Failed') return unknown(ruleType);
    if (status === 'Active') return pass(`${path} is Active.`);
    if (status === 'Provisioning' || status === 'Deleting') {
      return undecided(`${path} is ${status}: the service is at work on the rule.`);
    }
    const actual = target.resource.raw(OUTBOUND_RULE.status);
    const error = target.resource.read(OUTBOUND_RULE.errorInformation);
    const why =
      error.known && error.value !== '' ? ` The service says: ${error.value.replace(/\.?$/, '.')}` : '';
    return fail({
      message: `${path} is ${actual}; nothing gets out of the managed network by this rule.${why}`,
      evidence: [{ resourceId: target.id, path, actual, expected: 'Active' }],
      remedy: {
        summary:
          'Look at the rule, approve its private endpoint on the resource that it leads to if that is Pending there, and provision the managed network again, which makes what its rules ask for.',
        commands: [showOutboundRule(target), provisionNetwork(target.workspace)],
      },
    });
  },
});
