import { possible } from '../../model/algebra/fact.js';
import { WORKSPACE } from '../../model/arm-properties/index.js';
import { fail, pass, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';

/**
 * Images are built without a compute of one's own only while registry and storage account have no network
 * restriction (learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet).
 */
export default defineRule({
  id: 'workspace/image-build-compute',
  title: 'image builds have a compute that reaches a restricted registry',
  severity: 'warning',
  target: 'workspace',
  docs: {
    why: 'The service builds images from conda files and Dockerfiles on computes of its own, which reach the registry and the storage account over public networks. Once one of the two is restricted, imageBuildCompute must name a CPU compute cluster of the workspace that reaches both and the package sources.',
    consequence:
      'Building an environment fails: "failed to communicate with the workspace\'s container registry".',
    severity: 'warning when the environment of a deployment is built, else info.',
    wrongWhen:
      'No fault where images are built elsewhere and pushed, so that the service never builds one: ARM does not tell who built an image. Nor does it tell whether a compute that is named reaches the package sources.',
    example: {
      read: 'workspace',
      type: 'Microsoft.MachineLearningServices/workspaces',
      failing: { properties: { imageBuildCompute: '' } },
      mended: { properties: { imageBuildCompute: '<compute cluster>' } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
    ],
  },
  needs: ['imageBuildCompute'],
  considers: ['restrictedImageSources', 'hasBuiltImage'],
  check: ({ imageBuildCompute, restrictedImageSources, hasBuiltImage }, { target }) => {
    if (imageBuildCompute !== null) return pass(`Images are built on compute ${imageBuildCompute}.`);
    if (!restrictedImageSources.known) return unknown(restrictedImageSources);
    if (restrictedImageSources.value.length === 0) {
      return pass('Registry and storage account take public requests: images are built without a compute.');
    }
    const names = restrictedImageSources.value.map(({ words, name }) => `${words} ${name}`);
    return fail({
      severity: possible(hasBuiltImage) ? 'warning' : 'info',
      message: `${WORKSPACE.imageBuildCompute.path} names no compute, and the public network is closed to ${names.join(' and ')}: images cannot be built.`,
      evidence: [
        {
          resourceId: target.id,
          path: WORKSPACE.imageBuildCompute.path,
          actual: 'none',
          expected: 'the name of a CPU compute cluster',
        },
        ...restrictedImageSources.value.map(({ id, path, actual }) => ({
          resourceId: id,
          path,
          actual,
          expected: 'no restriction, or a compute for image builds',
        })),
      ],
      remedy: {
        summary: 'Name a CPU compute cluster of the workspace that reaches the registry; put its name in.',
        commands: [
          azureCli('az ml workspace update', {
            '--name': target.name,
            ...inGroupOf(target.id),
            '--image-build-compute': '<compute cluster>',
          }),
        ],
      },
    });
  },
});
