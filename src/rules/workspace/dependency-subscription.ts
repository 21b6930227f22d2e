import { nameOf, subscriptionOf } from '../../arm/resource-id.js';
import { certain } from '../../model/algebra/fact.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';

/**
 * Network isolation of online endpoints takes storage account, key vault and registry in the workspace's own
 * subscription and tenant (learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint).
 */
export default defineRule({
  id: 'workspace/dependency-subscription',
  title: 'the dependencies of an isolated workspace are in its subscription',
  severity: 'error',
  target: 'workspace',
  docs: {
    why: 'Network isolation of managed online endpoints takes the storage account, the key vault and the container registry of the workspace in its own subscription and tenant. A managed network reaches other subscriptions of the tenant through private endpoint rules.',
    consequence:
      'Creating a deployment with private egress fails: its private endpoints to the dependency cannot be made.',
    severity: 'error; info with a managed network.',
    wrongWhen:
      'Pages differ: the limitations of secure endpoints refuse another subscription, the page on managed networks allows it. Error without, and info with one, is how both can hold; which deployment was made before the managed network, ARM does not tell.',
    example: {
      read: 'workspace',
      type: 'Microsoft.MachineLearningServices/workspaces',
      failing: {
        properties: {
          storageAccount:
            '/subscriptions/<another subscription>/resourceGroups/<group>/providers/Microsoft.Storage/storageAccounts/<account>',
        },
      },
      mended: {
        properties: {
          storageAccount:
            '/subscriptions/<subscription of the workspace>/resourceGroups/<group>/providers/Microsoft.Storage/storageAccounts/<account>',
        },
      },
      notInBicep:
        'A workspace keeps the storage account and the key vault that it was created with: it takes a new workspace.',
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['usesIsolation'],
    when: ({ usesIsolation }) =>
      usesIsolation || 'No endpoint is closed to public networks, and no deployment is sent out privately.',
  },
  needs: ['dependenciesInOtherSubscriptions'],
  considers: ['isManaged'],
  check: ({ dependenciesInOtherSubscriptions, isManaged }, { target }) => {
    const subscription = subscriptionOf(target.id) ?? '';
    if (dependenciesInOtherSubscriptions.length === 0) {
      return pass(`Storage account, key vault and registry are in subscription ${subscription}.`);
    }
    const names = dependenciesInOtherSubscriptions.map(({ words, id }) => `${words} ${nameOf(id)}`);
    const managed = certain(isManaged);
    return fail({
      severity: managed ? 'info' : 'error',
      message: `In another subscription than the workspace: ${names.join(', ')}.`,
      evidence: dependenciesInOtherSubscriptions.map(({ path, id }) => ({
        resourceId: target.id,
        path,
        actual: id,
        expected: `in subscription ${subscription}`,
      })),
      ...(managed
        ? {
            consequence:
              'The managed network reaches it by a private endpoint rule as long as it is in the same tenant; deployments made before the managed network do not.',
          }
        : {}),
      remedy: {
        summary:
          'No command moves it: a workspace keeps the storage account and the key vault that it was created with. Create a workspace whose dependencies are in its subscription, or use a managed network.',
        commands: [],
      },
    });
  },
});
