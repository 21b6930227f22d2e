import { isOnItsWay } from '../../model/managed-network/outbound-rules.js';
import { fail, pass, undecided } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { addPrivateEndpointRule, provisionNetwork, ruleNameFor } from '../remedies/outbound-rule-commands.js';
import { exampleId, outboundRuleExample } from './shared/outbound-rule-example.js';

/**
 * Behind a list of addresses the managed network reaches its own workspace by a private endpoint alone
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network#scenario-enable-access-from-selected-ip-addresses).
 */
export default defineRule({
  id: 'managed-network/selected-ip',
  title: 'behind selected addresses the managed network has a private endpoint to its workspace',
  severity: 'error',
  target: 'workspace',
  docs: {
    why: "A workspace that is open to selected addresses refuses its own managed network too, whose addresses are Microsoft's. The user has to add a private endpoint rule to the workspace itself: the service does not, because the workspace is not closed.",
    consequence: 'Computes and deployments in the managed network are refused by the workspace.',
    wrongWhen:
      'A managed network that was provisioned while the workspace was closed has the rule already, and passes. Whether a list lets in every address there is, isocheck does not work out.',
    example: outboundRuleExample(
      {
        serviceResourceId: exampleId('Microsoft.MachineLearningServices/workspaces/another'),
        subresourceTarget: 'amlworkspace',
      },
      {
        serviceResourceId: exampleId('Microsoft.MachineLearningServices/workspaces/mlw'),
        subresourceTarget: 'amlworkspace',
      },
    ),
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isManaged', 'publicNetworkAccess', 'selectedAddresses'],
    when: ({ isManaged, publicNetworkAccess, selectedAddresses }) => {
      if (!isManaged) return 'The workspace has no managed network.';
      if (publicNetworkAccess === 'closed')
        return 'The workspace is closed to public networks, the list included.';
      return selectedAddresses !== null || 'The workspace is open to every address.';
    },
  },
  needs: ['rulesToWorkspace', 'managedNetworkStatus'],
  check: ({ selectedAddresses, rulesToWorkspace, managedNetworkStatus }, { target }) => {
    const rule = rulesToWorkspace.find(({ status }) => status === 'Active') ?? rulesToWorkspace[0];
    if (rule?.status === 'Active') return pass(`The rule ${rule.name} leads to the workspace.`);
    if (rule !== undefined && managedNetworkStatus !== 'Active') {
      return pass(`The rule ${rule.name} leads to the workspace, once the managed network is provisioned.`);
    }
    const busy = rulesToWorkspace.find(isOnItsWay);
    if (busy !== undefined) {
      return undecided(
        `The rule ${busy.name} to the workspace is ${busy.status}: the service is at work on it.`,
      );
    }
    const count = selectedAddresses?.length ?? 0;
    return fail({
      message: `The workspace is open to ${count === 0 ? 'no address' : count === 1 ? '1 address or range' : `${count} addresses and ranges`} alone, and ${rule === undefined ? 'no private endpoint rule of its managed network leads to it' : `the rule ${rule.name} to it is ${rule.status}`}.`,
      evidence: [
        {
          resourceId: rule?.id ?? target.id,
          path: rule === undefined ? 'properties.managedNetwork.outboundRules' : 'properties.status',
          actual: rule?.status ?? `no private endpoint rule to ${target.name}`,
          expected: rule === undefined ? `an Active rule to amlworkspace of ${target.name}` : 'Active',
        },
      ],
      remedy: {
        summary: 'Add a private endpoint rule to the workspace itself, and have it made.',
        commands: [
          ...(rule === undefined
            ? [addPrivateEndpointRule(target, ruleNameFor(target.id, 'self'), target.id, 'amlworkspace')]
            : []),
          provisionNetwork(target),
        ],
      },
    });
  },
});
