import { allOf, map } from '../../model/algebra/fact.js';
import { WORKSPACE } from '../../model/arm-properties/index.js';
import { fail, pass, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { closeWorkspace } from '../remedies/workspace-commands.js';

/**
 * Two properties tell whether a workspace takes public requests, and override each other
 * (learn.microsoft.com/azure/machine-learning/how-to-configure-private-link, "Enable public access").
 */
export default defineRule({
  id: 'workspace/legacy-public-access-flag',
  title: 'the two flags for public access do not contradict each other',
  severity: 'warning',
  target: 'workspace',
  docs: {
    why: 'allowPublicAccessWhenBehindVnet, of the v1 SDK, and publicNetworkAccess, of the v2 SDK and CLI, say the same thing. Each overrides the other, so that the last one written wins; Microsoft recommends the second. Where one says open and the other closed, a template or script that writes the older one opens the workspace.',
    consequence:
      'Whether the workspace takes public requests depends on which flag was written last; the next deployment of a template that has the older one opens it.',
    wrongWhen:
      'ARM does not tell which of the two was written last. While publicNetworkAccess is Disabled and nobody writes the older flag again, the workspace is most probably closed.',
    example: {
      read: 'workspace',
      type: 'Microsoft.MachineLearningServices/workspaces',
      failing: { properties: { publicNetworkAccess: 'Disabled', allowPublicAccessWhenBehindVnet: true } },
      mended: { properties: { publicNetworkAccess: 'Disabled', allowPublicAccessWhenBehindVnet: false } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
        reviewed: '2026-11-24',
      },
    ],
  },
  needs: [],
  considers: ['publicNetworkAccessFlag', 'allowPublicAccessWhenBehindVnet'],
  check: ({ publicNetworkAccessFlag: newer, allowPublicAccessWhenBehindVnet: older }, { target }) => {
    const [newerPath, olderPath] = [
      WORKSPACE.publicNetworkAccess.path,
      WORKSPACE.allowPublicAccessWhenBehindVnet.path,
    ];
    const contradict = allOf([map(newer, (access) => access === 'Disabled'), older]);
    if (!contradict.known) return unknown(contradict);
    if (!contradict.value) return pass(`${newerPath} and ${olderPath} do not contradict each other.`);
    return fail({
      message: `${newerPath} is Disabled and ${olderPath} is true: they override each other, and the last one written wins.`,
      evidence: [
        { resourceId: target.id, path: olderPath, actual: 'true', expected: 'false or absent' },
        { resourceId: target.id, path: newerPath, actual: 'Disabled', expected: 'Disabled' },
      ],
      remedy: {
        summary: `Write the newer flag again, which overrides the older one, and take ${olderPath} out of every template that has it.`,
        commands: [closeWorkspace(target)],
        property: { resourceId: target.id, path: newerPath, value: 'Disabled' },
      },
    });
  },
});
