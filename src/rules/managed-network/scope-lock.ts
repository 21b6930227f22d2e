import { subscriptionOf } from '../../arm/resource-id.js';
import { LOCK } from '../../model/arm-properties/index.js';
import type { ScopeLock } from '../../model/reach/scope-lock.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli } from '../remedies/azure-cli.js';

const FORBIDS: Readonly<Record<ScopeLock['level'], string>> = {
  CanNotDelete: 'deleted or replaced',
  ReadOnly: 'made, changed or deleted',
};

/**
 * A lock is inherited by all below it, the connections of private endpoints included
 * (learn.microsoft.com/azure/azure-resource-manager/management/lock-resources).
 */
export default defineRule({
  id: 'managed-network/scope-lock',
  title: 'no lock keeps the private endpoints of the managed network from being changed',
  severity: 'warning',
  target: 'workspace',
  docs: {
    why: 'A managed network changes with its rules: the service makes, replaces and deletes private endpoints and their connections on the workspace, the storage account, the vault and the registry. A lock on the subscription, the resource group or the workspace holds for all of these. CanNotDelete keeps them from being deleted, and with that from being replaced; ReadOnly from being made and changed as well. A CanNotDelete lock on the group keeps clusters of computes from scaling down, too.',
    consequence:
      'A change of the rules, provisioning, or the deletion of the workspace fails: ScopeLocked, "cannot perform delete operation because following scope(s) are locked" (or "write operation").',
    wrongWhen:
      'While nobody changes the managed network a lock does no harm, and may be wanted: then it is taken away for the time of a change. Locks on a dependency in another group are not looked at.',
    example: {
      read: 'locks',
      type: 'Microsoft.Authorization/locks',
      failing: { properties: { level: 'CanNotDelete' } },
      mended: { properties: { level: 'NotSpecified' } },
      notInBicep: 'A lock goes by being deleted, which Bicep does not do.',
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isManaged'],
    when: ({ isManaged }) => isManaged || 'The workspace has no managed network.',
  },
  needs: ['scopeLocks'],
  check: ({ scopeLocks }, { target }) => {
    if (scopeLocks.length === 0) {
      return pass('No lock stands on the workspace, its resource group or its subscription.');
    }
    const level = scopeLocks.some((lock) => lock.level === 'ReadOnly') ? 'ReadOnly' : 'CanNotDelete';
    const names = scopeLocks.map((lock) => `${lock.name} on ${lock.on} (${lock.level})`).join(', ');
    return fail({
      message: `${scopeLocks.length === 1 ? 'A lock holds' : 'Locks hold'} for the workspace: ${names}; private endpoints of the managed network cannot be ${FORBIDS[level]}.`,
      evidence: scopeLocks.map((lock) => ({
        resourceId: lock.id,
        path: LOCK.level.path,
        actual: lock.level,
        expected: 'no lock while the managed network changes',
      })),
      remedy: {
        summary:
          'Ask who set the lock and why. For the time of a change this deletes it; set it again afterwards.',
        commands: [
          azureCli('az lock delete', {
            '--ids': scopeLocks.map(({ id }) => id),
            '--subscription': subscriptionOf(target.id) ?? '',
          }),
        ],
      },
    });
  },
});
