import { possible } from '../../model/algebra/fact.js';
import { WORKSPACE } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';

/**
 * A managed network is made when the first compute is, or on demand; a deployment needs it made
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network#manually-provision-a-managed-vnet).
 */
export default defineRule({
  id: 'managed-network/provisioned',
  title: 'the managed network is provisioned',
  severity: 'error',
  target: 'workspace',
  docs: {
    why: 'Setting an isolation mode does not make the managed network: it is made together with the first compute, or on demand. An online deployment waits for neither.',
    consequence: 'Creating an online deployment fails: WorkspaceManagedNetworkNotReady.',
    severity: 'error when there is a managed online endpoint, or that was not read; else info.',
    wrongWhen:
      'ARM may show the state of some minutes ago: while the network is being provisioned the rule still fails. A workspace in which nothing is to run yet needs no network.',
    example: {
      read: 'workspace',
      type: 'Microsoft.MachineLearningServices/workspaces',
      failing: {
        properties: {
          managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound', status: { status: 'Inactive' } },
        },
      },
      mended: {
        properties: {
          managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound', status: { status: 'Active' } },
        },
      },
      notInBicep:
        "The status is the service's own: provisioning is an operation, and no property of the workspace.",
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-online-endpoints',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isManaged'],
    when: ({ isManaged }) => isManaged || 'The workspace has no managed network.',
  },
  needs: ['managedNetworkStatus'],
  considers: ['hasManagedEndpoint'],
  check: ({ managedNetworkStatus, hasManagedEndpoint }, { target }) => {
    const { path } = WORKSPACE.managedNetworkStatus;
    if (managedNetworkStatus === 'Active') return pass(`${path} is Active.`);
    const raw = target.resource.known ? target.resource.value.raw(WORKSPACE.managedNetworkStatus) : '';
    return fail({
      severity: possible(hasManagedEndpoint) ? 'error' : 'info',
      message: `${path} is ${raw === 'absent' ? 'absent' : managedNetworkStatus}; the managed network is not provisioned, and deployments cannot be made in it.`,
      evidence: [{ resourceId: target.id, path, actual: raw, expected: 'Active' }],
      remedy: {
        summary:
          'Provision the managed network, which takes some minutes and makes its private endpoints (and an Azure Firewall where it has FQDN rules), which cost.',
        commands: [
          azureCli('az ml workspace provision-network', { '--name': target.name, ...inGroupOf(target.id) }),
        ],
      },
    });
  },
});
