import type { Fact } from '../../model/algebra/fact.js';
import { WORKSPACE } from '../../model/arm-properties/index.js';
import { publicAccessProperty } from '../../model/reach/workspace-access.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { closeWorkspace } from '../remedies/workspace-commands.js';

/**
 * A workspace that takes public requests can be reached beside its private endpoint
 * (learn.microsoft.com/azure/machine-learning/how-to-configure-private-link).
 */
export default defineRule({
  id: 'workspace/public-network-access',
  title: 'the workspace is closed to public networks',
  severity: ({ workspace }) => (workspace === 'private' ? 'error' : 'info'),
  target: 'workspace',
  docs: {
    why: 'An open workspace takes requests to its API from public networks, whether it has a private endpoint or not. Deployments with public egress and no managed network need it open, so this is a fault only where a private workspace is required. publicNetworkAccess and the older allowPublicAccessWhenBehindVnet override each other; the last written wins, and removing all private endpoints does not make a workspace public.',
    consequence: 'Everybody who can sign in to the workspace can use its API from public networks.',
    severity: 'info; error when a private workspace is required.',
    wrongWhen:
      'It tells that the door is open, not who can come: sign-in and roles stand before it. Deployments with public egress and no managed network need it open.',
    example: {
      read: 'workspace',
      type: 'Microsoft.MachineLearningServices/workspaces',
      failing: { properties: { publicNetworkAccess: 'Enabled' } },
      mended: { properties: { publicNetworkAccess: 'Disabled' } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
        reviewed: '2026-11-24',
      },
    ],
  },
  needs: ['publicNetworkAccess'],
  considers: ['selectedAddresses'],
  check: ({ publicNetworkAccess, selectedAddresses }, { target }) => {
    const property = target.resource.known
      ? publicAccessProperty(target.resource.value)
      : WORKSPACE.publicNetworkAccess;
    const actual = target.resource.known ? target.resource.value.raw(property) : publicNetworkAccess;
    if (publicNetworkAccess === 'closed') {
      return pass(`${property.path} is ${actual}: the workspace is closed to public networks.`);
    }
    const isNewer = property === WORKSPACE.publicNetworkAccess;
    return fail({
      message: `${property.path} is ${actual}: the workspace takes requests from ${sources(selectedAddresses)}.`,
      evidence: [
        { resourceId: target.id, path: property.path, actual, expected: isNewer ? 'Disabled' : 'false' },
      ],
      remedy: {
        summary:
          'Close it once its clients come in by a private endpoint. Deployments with public egress and no managed network need the workspace open.',
        commands: [closeWorkspace(target)],
        property: { resourceId: target.id, path: WORKSPACE.publicNetworkAccess.path, value: 'Disabled' },
      },
    });
  },
});

function sources(selected: Fact<readonly string[] | null>): string {
  if (!selected.known) return 'public networks (whether selected IP addresses limit it was not read)';
  if (selected.value === null) return 'all public networks';
  const shown = selected.value.slice(0, 5).join(', ');
  const more = selected.value.length - 5;
  return `selected IP addresses: ${shown || 'none'}${more > 0 ? ` and ${more} more` : ''}`;
}
