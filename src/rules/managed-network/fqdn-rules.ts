import { OUTBOUND_RULE } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { listOutboundRules, removeOutboundRule } from '../remedies/outbound-rule-commands.js';

/**
 * FQDN rules bring an Azure Firewall, which costs, and weaken the protection against exfiltration
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network).
 */
export default defineRule({
  id: 'managed-network/fqdn-rules',
  title: 'no host is let out by name',
  severity: 'warning',
  target: 'workspace',
  docs: {
    why: 'The first FQDN rule of a managed network brings an Azure Firewall, of version Standard unless Basic was chosen, which is billed as long as there is such a rule. And Microsoft can no longer promise that data does not leave: it can go to every host that a rule names. A wildcard for a domain in which anybody can get a host (*, *.com, *.co.uk, *.azurewebsites.net) lets out to hosts that anybody can register.',
    consequence:
      'The bill has an Azure Firewall in it, and code in a deployment can send data to the hosts of the rules.',
    severity:
      'info: such rules are supported, and often needed for packages; a warning when one is a wildcard for a domain in which anybody can get a host.',
    wrongWhen:
      'Which domains are open to everybody it knows by the public suffix list (publicsuffix.org) as it was when isocheck was built and, of Azure, by the hosts of storage accounts, key vaults, registries, virtual machines, web and container apps: a wildcard for another service with a host for each customer (*.database.windows.net) is as wide and is no warning. What the firewall costs ARM does not tell.',
    example: {
      read: 'outboundRules',
      type: 'Microsoft.MachineLearningServices/workspaces/outboundRules',
      failing: { properties: { type: 'FQDN', category: 'UserDefined', destination: '*.com' } },
      mended: { properties: { type: 'FQDN', category: 'UserDefined', destination: 'pypi.org' } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
      { url: 'https://learn.microsoft.com/azure/firewall/choose-firewall-sku', reviewed: '2026-11-24' },
    ],
  },
  applies: {
    needs: ['managedNetworkMode'],
    when: ({ managedNetworkMode }) => {
      if (managedNetworkMode === 'approved') return true;
      return managedNetworkMode === 'internet'
        ? 'In AllowInternetOutbound every host is let out.'
        : 'The workspace has no managed network.';
    },
  },
  needs: ['fqdnRules'],
  considers: ['firewallSku'],
  check: ({ fqdnRules, firewallSku }, { target }) => {
    const { hosts, wide } = fqdnRules;
    if (hosts.length === 0) return pass('There is no FQDN rule, and no Azure Firewall for one.');
    const shown = hosts.slice(0, 5).join(', ');
    const more = hosts.length > 5 ? ` and ${hosts.length - 5} more` : '';
    const version = firewallSku.known
      ? `an Azure Firewall of version ${firewallSku.value}`
      : 'an Azure Firewall whose version was not read';
    const names = wide.map(({ host }) => host).join(', ');
    const isOne = hosts.length === 1;
    const width = wide.length === 0 ? '' : ` Anybody can register a host of ${names}.`;
    return fail({
      severity: wide.length > 0 ? 'warning' : 'info',
      message: `${isOne ? 'An FQDN rule lets' : `${hosts.length} FQDN rules let`} out to ${shown}${more}; data can leave by ${isOne ? 'it' : 'them'}, so that AllowOnlyApprovedOutbound is not really closed, and ${isOne ? 'it acts' : 'they act'} through ${version}, which costs.${width}`,
      evidence:
        wide.length > 0
          ? wide.map(({ rule, host }) => ({
              resourceId: rule.id,
              path: OUTBOUND_RULE.host.path,
              actual: host,
              expected: 'a host name, or a wildcard below a domain of somebody known',
            }))
          : [
              {
                resourceId: target.id,
                path: 'properties.managedNetwork.outboundRules',
                actual: shown + more,
                expected: 'no FQDN rule',
              },
            ],
      remedy: {
        summary:
          wide.length > 0
            ? 'Make rules for the hosts that are really needed first; then this deletes the rules that are wider.'
            : 'Nothing is urgent: look whether each host is still needed. Packages can come from a private endpoint (a storage account, an Azure ML registry) instead; without FQDN rules there is no firewall to pay.',
        commands:
          wide.length > 0 ? wide.map(({ rule }) => removeOutboundRule(rule)) : [listOutboundRules(target)],
      },
    });
  },
});
