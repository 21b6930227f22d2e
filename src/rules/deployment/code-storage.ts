import { defineRule } from '../engine/rule.js';
import { limitedOutbound } from '../judgements/limited-outbound.js';
import { updateDeployment } from '../remedies/deployment-commands.js';
import { judgeAssetReach } from './shared/asset-reach.js';

/**
 * The scoring script is downloaded into the deployment like the model, by private egress from the workspace's default
 * storage account alone (learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint).
 */
export default defineRule({
  id: 'deployment/code-storage',
  title: 'the deployment reaches its scoring script',
  severity: 'error',
  target: 'deployment',
  docs: {
    why: "codeConfiguration.codeId names a code version, whose codeUri says where the scoring script lies. With egress Disabled and no managed network it is downloaded through the private endpoint to blob of the workspace's default storage account, and from nowhere else. Behind a managed network in mode AllowOnlyApprovedOutbound an Active outbound rule has to lead to where it lies.",
    consequence:
      'Creating or updating the deployment fails when the storage initializer downloads the code: "Unable to download user model/code artifacts"; its log tells (container storage-initializer).',
    severity:
      'error with egress Disabled and no managed network (warning for another service than blob in the account of the workspace, which is doubtful); warning under AllowOnlyApprovedOutbound, where it is doubtful whether the script gets there by another way.',
    wrongWhen:
      'The troubleshooting page says that model and code come from the storage account of the workspace; that no other is in reach follows from the private endpoints of the deployment. Which region an account lies in is not read, so that a service tag rule of one region leaves the rule unknown.',
    example: {
      read: 'code',
      type: 'Microsoft.MachineLearningServices/workspaces/codes/versions',
      failing: { properties: { codeUri: 'https://stshared.blob.core.windows.net/scripts/score' } },
      mended: { properties: { codeUri: 'https://stworkspace.blob.core.windows.net/scripts/score' } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-online-endpoints',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['outboundLimit'],
    when: ({ outboundLimit }) => limitedOutbound(outboundLimit),
  },
  needs: ['codeStorage'],
  considers: ['codeCover'],
  check: ({ outboundLimit, codeStorage, codeCover }, { target }) =>
    judgeAssetReach(target, outboundLimit, {
      noun: 'The scoring script',
      storage: codeStorage,
      cover: codeCover,
      moved: () => ({
        summary:
          "Keep the script in a local folder and name that in code_configuration.code of the deployment's own file (deployment.yml here): the update uploads it to the workspace's default datastore.",
        commands: [updateDeployment(target)],
      }),
    }),
});
