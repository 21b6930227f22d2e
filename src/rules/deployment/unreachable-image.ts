import { DEPLOYMENT, ENVIRONMENT } from '../../model/arm-properties/index.js';
import type { ImageWay } from '../../model/assets/image-way.js';
import { fail, pass, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { limitedOutbound } from '../judgements/limited-outbound.js';
import { ownImage } from '../remedies/own-image-commands.js';

/**
 * A deployment that leaves privately without a managed network reaches the workspace's registry and no other, the
 * Microsoft Container Registry included (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint). A
 * managed network in mode AllowOnlyApprovedOutbound reaches both of these, and else what its outbound rules lead to.
 */
export default defineRule({
  id: 'deployment/unreachable-image',
  title: 'the deployment reaches its image',
  severity: 'error',
  target: 'deployment',
  docs: {
    why: "With egress Disabled and no managed network, a deployment pulls through the private endpoint of the workspace's registry alone. The Microsoft Container Registry, where curated environments lie, and all other registries are out of its reach. An environment with a conda file or a Dockerfile is built into the workspace's registry, so that its base image is a matter of the build. A managed network in mode AllowOnlyApprovedOutbound reaches the workspace's registry and the Microsoft Container Registry by rules of the service's own; to any other registry an Active private endpoint rule, FQDN rule or service tag rule has to lead.",
    consequence:
      'Creating or updating the deployment fails with an image download error ("Unable to download user container image").',
    severity:
      'error with egress Disabled and no managed network; warning under AllowOnlyApprovedOutbound, where it is doubtful whether the image gets there by another way.',
    wrongWhen:
      "It goes by the name of the image and of its environment: whether the image is there, and whether the workspace's registry only passes on what it fetches from another one, ARM does not tell. A curated environment that the service had copied into the workspace's registry would be reported although it can be pulled. Layers of an image may come from a host of their own (a registry's data endpoint, a content network), to which no rule is asked for here.",
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
    needs: ['outboundLimit', 'environmentId'],
    when: ({ outboundLimit, environmentId }) => {
      const limited = limitedOutbound(outboundLimit);
      if (limited !== true) return limited;
      return (
        environmentId !== null ||
        "The deployment names no environment: its image follows from the model's type, which deployment/mlflow-no-code judges."
      );
    },
  },
  needs: ['imageWay', 'workspaceRegistry'],
  considers: ['imageCover'],
  check: ({ outboundLimit, imageWay, workspaceRegistry, imageCover }, { target }) => {
    const source = SOURCES[imageWay.way];
    if (source === null) {
      return pass(
        imageWay.way === 'built'
          ? "The image is built into the workspace's registry, and pulled from there."
          : `The image lies in the workspace's registry: ${imageWay.name}.`,
      );
    }
    const isApproved = outboundLimit === 'approved-rules';
    if (isApproved) {
      if (imageWay.way !== 'other-registry') {
        return pass(`The image comes from ${source}, which every managed network reaches: ${imageWay.name}.`);
      }
      if (!imageCover.known) return unknown(imageCover);
      if (imageCover.value !== null) {
        return pass(`The image comes from ${source}, to which ${imageCover.value} leads: ${imageWay.name}.`);
      }
    }
    const registry =
      workspaceRegistry === null ? "the workspace's registry" : `registry ${workspaceRegistry.name}`;
    const environment = target.environment();
    const versionId = environment.known ? environment.value?.versionId : null;
    return fail({
      message: isApproved
        ? `The image comes from ${source}, to which no Active outbound rule of the managed network leads: ${imageWay.name}; whether it gets to the deployment by another way is doubtful.`
        : `The image comes from ${source}, which the deployment's private egress does not reach: ${imageWay.name}.`,
      ...(isApproved ? { severity: 'warning' as const } : {}),
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
