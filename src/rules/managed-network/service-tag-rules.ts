import { unread } from '../../model/algebra/fact.js';
import { OUTBOUND_RULE } from '../../model/arm-properties/index.js';
import { reachOf } from '../../model/managed-network/service-tag.js';
import { fail, notApplicable, pass, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { removeOutboundRule } from '../remedies/outbound-rule-commands.js';

/**
 * A service tag covers the addresses of every customer; some cover everything
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network#list-of-required-rules).
 */
export default defineRule({
  id: 'managed-network/service-tag-rules',
  title: 'no service tag rule opens the way to everybody',
  severity: 'warning',
  target: 'outbound-rule',
  docs: {
    why: "AllowOnlyApprovedOutbound protects against exfiltration while its rules are narrow. A rule to the tag Internet, AzureCloud or Storage lets out to servers and storage accounts that anybody can rent; the last two are narrower with a region (Storage.WestEurope), and still not one's own. Address prefixes hold in place of the tag.",
    consequence: "Code in a deployment can send data to an address of anybody's, in spite of the mode.",
    wrongWhen:
      'Other tags cover the instances of every customer as well, and pass: how much that matters ARM does not tell. For isolation of a tenant Azure asks for private endpoints.',
    example: {
      read: 'outboundRules',
      type: 'Microsoft.MachineLearningServices/workspaces/outboundRules',
      failing: {
        properties: {
          type: 'ServiceTag',
          category: 'UserDefined',
          destination: { serviceTag: 'Storage', protocol: 'TCP', portRanges: '443' },
        },
      },
      mended: {
        properties: {
          type: 'ServiceTag',
          category: 'UserDefined',
          destination: { serviceTag: 'Storage.WestEurope', protocol: 'TCP', portRanges: '443' },
        },
      },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/virtual-network/service-tags-overview',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['managedNetworkMode', 'ruleType', 'isUsers'],
    when: ({ managedNetworkMode, ruleType, isUsers }) => {
      if (ruleType !== 'ServiceTag') return `The rule is of type ${ruleType}.`;
      if (managedNetworkMode !== 'approved') {
        return 'Service tag rules act in AllowOnlyApprovedOutbound alone.';
      }
      return isUsers || "The rule is the service's own.";
    },
  },
  needs: ['destination'],
  check: ({ destination }, { target }) => {
    if (destination.type !== 'ServiceTag') return notApplicable('The rule is of another type.');
    const reach = reachOf(destination);
    const byPrefixes = destination.addressPrefixes.length > 0;
    const property = byPrefixes ? OUTBOUND_RULE.addressPrefixes : OUTBOUND_RULE.serviceTag;
    const actual = target.resource.raw(property);
    const what = `${property.path} is ${actual}`;
    switch (reach.kind) {
      case 'nothing':
        return pass(`${OUTBOUND_RULE.action.path} is Deny.`);
      case 'limited':
        return pass(`${what}: ${reach.words}.`);
      case 'anybody-in-region':
        return pass(`${what}: one region, in which it opens ${reach.words}.`);
      case 'unreadable': {
        const detail = `${property.path} holds ${reach.value}, which is no range of addresses`;
        return unknown(unread(target.resource.gap('unsupported', detail)));
      }
      case 'anybody':
        return fail({
          message: `${what}; the rule opens ${reach.words}: AllowOnlyApprovedOutbound is not really closed.`,
          evidence: [
            {
              resourceId: target.id,
              path: property.path,
              actual,
              expected: byPrefixes ? "one's own ranges" : 'a tag of one service, or of one region',
            },
          ],
          remedy: {
            summary:
              'Make private endpoint rules to the resources that are really needed first; then this deletes the rule.',
            commands: [removeOutboundRule(target)],
          },
        });
    }
  },
});
