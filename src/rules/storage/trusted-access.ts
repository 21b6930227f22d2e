import { restriction } from '../../model/addresses/network-access.js';
import { STORAGE_ACCOUNT } from '../../model/arm-properties/index.js';
import { bypassed } from '../../model/reach/trusted-access.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';

/**
 * A restricted storage account lets the workspace in by a resource instance rule, or with all trusted services
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet).
 */
export default defineRule({
  id: 'storage/trusted-access',
  title: 'a restricted storage account lets its workspace in',
  severity: 'error',
  target: 'storage-account',
  docs: {
    why: 'The service itself reads and writes the default storage account of a workspace. It comes to one that is closed, or whose firewall denies by default, by a resource instance rule that names the workspace (resourceAccessRules), or with all trusted services of Azure, if networkAcls.bypass lists AzureServices, which it does by default. A rule may name all workspaces of a subscription, with * in the place of names.',
    consequence:
      'What the service does by itself is refused with 403 (This request is not authorized to perform this operation): registering models and code, deploying them, and data in studio.',
    wrongWhen:
      'Pages disagree on an account whose public network access is Disabled: one says that private endpoints alone then lead in, others ask for trusted access all the same, and this rule follows them. A workspace that reads its account with the identity of each user, through private endpoints, may not need it.',
    example: {
      read: 'storageAccount',
      type: 'Microsoft.Storage/storageAccounts',
      failing: { properties: { networkAcls: { bypass: 'None', defaultAction: 'Deny' } } },
      mended: { properties: { networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny' } } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/storage/common/storage-network-security',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isRestricted'],
    when: ({ isRestricted }) =>
      isRestricted || 'The storage account is open to all networks: nobody needs a bypass.',
  },
  needs: ['workspacesShutOut'],
  check: ({ workspacesShutOut }, { target }) => {
    const { path } = STORAGE_ACCOUNT.bypass;
    const [first, ...more] = workspacesShutOut;
    if (first === undefined) {
      return pass(`${path} or a resource instance rule lets in the workspaces that use the account.`);
    }
    const body = target.resource;
    const limit = body.known ? restriction(body.value, STORAGE_ACCOUNT) : null;
    const because = limit === null ? 'the account is restricted' : `${limit.path} is ${limit.actual}`;
    const actual = body.known ? body.value.raw(STORAGE_ACCOUNT.bypass) : 'absent';
    const whom = `workspace ${first.name}${more.length > 0 ? ` and ${more.length} more` : ''}`;
    const kept = bypassed(target).items.filter((part) => part.toLowerCase() !== 'none');
    return fail({
      message: `${path} is ${actual} while ${because}, and no resource instance rule names ${whom}; the service cannot come to the account.`,
      evidence: [{ resourceId: target.id, path, actual, expected: 'AzureServices' }],
      remedy: {
        summary:
          "Let Azure's trusted services through the account's firewall, which opens it to them. Narrower: a resource instance rule for the workspace alone (az storage account network-rule add with its id and tenant).",
        commands: [
          azureCli('az storage account update', {
            '--name': target.name,
            ...inGroupOf(target.id),
            '--bypass': [...kept, 'AzureServices'],
          }),
        ],
        property: { resourceId: target.id, path, value: [...kept, 'AzureServices'].join(', ') },
      },
    });
  },
});
