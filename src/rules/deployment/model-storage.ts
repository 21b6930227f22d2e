import type { Remedy } from '../../findings/report.js';
import type { Deployment } from '../../model/resources/deployment.js';
import { defineRule } from '../engine/rule.js';
import { limitedOutbound } from '../judgements/limited-outbound.js';
import { azureCli } from '../remedies/azure-cli.js';
import { inWorkspaceOf, updateDeployment } from '../remedies/deployment-commands.js';
import { judgeAssetReach } from './shared/asset-reach.js';

/**
 * The model is downloaded into the deployment from where its version lies. Private egress leads to the workspace's
 * default storage account and to no other, and not to an Azure ML registry
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint).
 */
export default defineRule({
  id: 'deployment/model-storage',
  title: 'the deployment reaches its model',
  severity: 'error',
  target: 'deployment',
  docs: {
    why: "With egress Disabled and no managed network, a deployment downloads its model through the private endpoint to blob of the workspace's default storage account: a model in another account, by a datastore or by its address, and one of an Azure ML registry are out of its reach. Behind a managed network in mode AllowOnlyApprovedOutbound it reaches what Active outbound rules lead to: a private endpoint rule to the account (or registry), or a service tag rule that holds it. An FQDN rule for its host does not count: Azure says that no storage account is reached by one. Microsoft's own registries need none: a service endpoint policy leads to their storage.",
    consequence:
      'Creating or updating the deployment fails when the storage initializer downloads the model: "Unable to download user model"; its log tells (container storage-initializer).',
    severity:
      'error with egress Disabled and no managed network (warning for another service than blob in the account of the workspace, which is doubtful); warning under AllowOnlyApprovedOutbound, where it is doubtful whether the model gets there by another way.',
    wrongWhen:
      'The version says where the model lay when it was registered; the service may have made a copy of it in the default storage account, which ARM does not tell. Which region an account lies in is not read, so that a service tag rule of one region leaves the rule unknown.',
    example: {
      read: 'model',
      type: 'Microsoft.MachineLearningServices/workspaces/models/versions',
      failing: { properties: { modelUri: 'azureml://datastores/data_lake/paths/models/score' } },
      mended: { properties: { modelUri: 'azureml://datastores/workspaceblobstore/paths/models/score' } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-network-isolation-model-catalog',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['outboundLimit'],
    when: ({ outboundLimit }) => limitedOutbound(outboundLimit),
  },
  needs: ['modelStorage'],
  considers: ['modelCover'],
  check: ({ outboundLimit, modelStorage, modelCover }, { target }) =>
    judgeAssetReach(target, outboundLimit, {
      noun: 'The model',
      storage: modelStorage,
      cover: modelCover,
      moved: () => moved(target),
    }),
});

/** A download and an upload: without a datastore in the path, the CLI uploads to the workspace's default one. */
function moved(deployment: Deployment): Remedy {
  return {
    summary:
      "Register the model anew from a local copy, which uploads it to the workspace's default datastore (model stands here for the folder that holds the files), and name the new version in the deployment's own file (deployment.yml here).",
    commands: [...copied(deployment), updateDeployment(deployment)],
  };
}

function copied(deployment: Deployment): string[] {
  const model = deployment.model();
  if (!model.known || model.value === null || model.value.version === null) return [];
  const { name, version, registry } = model.value;
  const type = deployment.modelType();
  return [
    azureCli('az ml model download', {
      '--name': name,
      '--version': version,
      '--download-path': 'model',
      ...(registry === null ? inWorkspaceOf(deployment) : { '--registry-name': registry }),
    }),
    azureCli('az ml model create', {
      '--name': name,
      '--path': 'model',
      ...(type.known && type.value !== null ? { '--type': type.value } : {}),
      ...inWorkspaceOf(deployment),
    }),
  ];
}
