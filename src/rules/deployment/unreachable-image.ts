import { DEPLOYMENT, ENVIRONMENT } from '../../model/arm-properties.js';
import type { ImageWay } from '../../model/image-way.js';
import { fail, pass } from '../outcome.js';
import { ownImage } from '../own-image-commands.js';
import { defineRule } from '../rule.js';

/**
 * A deployment that leaves privately without a managed network reaches the workspace's registry and no other, the
 * Microsoft Container Registry included (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint).
 */
export default defineRule({
  id: 'deployment/unreachable-image',
  title: 'private egress reaches the image',
  severity: 'error',
  target: 'deployment',
  docs: {
    why: "With egress Disabled and no managed network, a deployment pulls through the private endpoint of the workspace's registry alone. The Microsoft Container Registry, where curated environments lie, and all other registries are out of its reach. An environment with a conda file or a Dockerfile is built into the workspace's registry, so that its base image is a matter of the build.",
    consequence:
      'Creating or updating the deployment fails with an image download error ("Unable to download user container image").',
    wrongWhen:
      "It goes by the name of the image and of its environment: whether the image is there, and whether the workspace's registry only passes on what it fetches from another one, ARM does not tell. A curated environment that the service had copied into the workspace's registry would be reported although it can be pulled.",
    example: {
      read: 'environment',
      type: 'Microsoft.MachineLearningServices/workspaces/environments/versions',
      failing: { properties: { image: 'mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu20.04:latest' } },
      mended: { properties: { image: '<registry>.azurecr.io/inference:1' } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-online-endpoints',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-environments',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['generation', 'environmentId'],
    when: ({ generation, environmentId }) => {
      if (generation !== 'legacy-private') return 'The deployment does not leave privately by its own flag.';
      return (
        environmentId !== null ||
        "The deployment names no environment: its image follows from the model's type, which deployment/mlflow-no-code judges."
      );
    },
  },
  needs: ['imageWay', 'workspaceRegistry'],
  check: ({ imageWay, workspaceRegistry }, { target }) => {
    const source = SOURCES[imageWay.way];
    if (source === null) {
      return pass(
        imageWay.way === 'built'
          ? "The image is built into the workspace's registry, and pulled from there."
          : `The image lies in the workspace's registry: ${imageWay.name}.`,
      );
    }
    const registry =
      workspaceRegistry === null ? "the workspace's registry" : `registry ${workspaceRegistry.name}`;
    const environment = target.environment();
    const versionId = environment.known ? environment.value?.versionId : null;
    return fail({
      message: `The image comes from ${source}, which the deployment's private egress does not reach: ${imageWay.name}.`,
      evidence: [
        {
          resourceId: imageWay.isImage ? (versionId ?? target.id) : target.id,
          path: imageWay.isImage ? ENVIRONMENT.image.path : DEPLOYMENT.environmentId.path,
          actual: imageWay.name,
          expected: `an image in ${registry}`,
        },
      ],
      remedy: {
        summary: imageWay.isImage
          ? `Copy the image into ${registry}, make an environment of the copy, and name that in the deployment's own file (deployment.yml here). A private source registry also wants --username and --password.`
          : `Make an environment of your own after this one, with its image copied into ${registry} or with a conda file or Dockerfile that is built there, and name that in the deployment's own file (deployment.yml here).`,
        commands: ownImage(target, imageWay, workspaceRegistry),
      },
    });
  },
});

/** Where an image comes from that is out of reach; null for what is within it. */
const SOURCES: Readonly<Record<ImageWay['way'], string | null>> = {
  'workspace-registry': null,
  built: null,
  none: null,
  mcr: 'the Microsoft Container Registry',
  curated: "Microsoft's curated environments in the Microsoft Container Registry",
  'other-registry': "a registry that is not the workspace's",
};
