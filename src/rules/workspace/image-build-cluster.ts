import type { Remedy } from '../../findings/report.js';
import { COMPUTE, WORKSPACE } from '../../model/arm-properties/index.js';
import type { Workspace } from '../../model/resources/workspace.js';
import { fail, pass, undecided, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli, inGroupOf } from '../remedies/azure-cli.js';

/** Sizes of virtual machines with graphics processors begin so: they are the N series. */
const GPU_SIZE = /^standard_n/i;

/** Types of computes on which the service can start a build. */
const BUILDERS: readonly string[] = ['amlcompute', 'computeinstance'];

/**
 * imageBuildCompute names a CPU compute of the workspace
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet).
 */
export default defineRule({
  id: 'workspace/image-build-cluster',
  title: 'the compute for image builds exists and can build images',
  severity: 'error',
  target: 'workspace',
  docs: {
    why: 'Once registry or storage account are restricted, images are built on the compute that imageBuildCompute names. It has to exist in the workspace, be a compute cluster or a compute instance, and have been made without fault. The pages ask for CPU machines: images of environments are built without graphics processors, which cost more.',
    consequence:
      'Building an environment fails: ARM takes any name, and the build then finds no compute ("ImageBuildComputeNotValid" has been reported) or waits for one.',
    severity: 'error; warning when the machines merely have graphics processors.',
    wrongWhen:
      'Whether the compute reaches registry, storage account and package sources ARM does not tell. Machines of the N series are taken for ones with graphics processors, by the name of their size.',
    example: {
      read: 'workspace',
      type: 'Microsoft.MachineLearningServices/workspaces',
      failing: { properties: { imageBuildCompute: 'gpu-cluster-that-was-deleted' } },
      mended: { properties: { imageBuildCompute: 'cpu-build' } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/virtual-machines/sizes/overview',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['imageBuildCompute'],
    when: ({ imageBuildCompute }) =>
      imageBuildCompute !== null || `${WORKSPACE.imageBuildCompute.path} names no compute.`,
  },
  needs: ['imageBuilder'],
  considers: ['imageBuilderSize'],
  check: ({ imageBuildCompute, imageBuilder: builder, imageBuilderSize: size }, { target }) => {
    const name = imageBuildCompute ?? '';
    const { path } = WORKSPACE.imageBuildCompute;
    if (builder === null) {
      return fail({
        message: `${path} is ${name}, and the workspace has no compute of that name: images cannot be built.`,
        evidence: [
          { resourceId: target.id, path, actual: name, expected: 'the name of a compute that exists' },
        ],
        remedy: nameAnother(target),
      });
    }
    const { compute, computeType, provisioningState } = builder;
    const wrong = (property: { readonly path: string }, actual: string, expected: string) => ({
      evidence: [
        { resourceId: target.id, path, actual: name, expected: 'a CPU compute cluster that works' },
        { resourceId: compute.id, path: property.path, actual, expected },
      ],
      remedy: nameAnother(target),
    });
    if (!BUILDERS.includes(computeType.toLowerCase())) {
      return fail({
        message: `${path} is ${name}, which is of type ${computeType}: images are built on a compute cluster or a compute instance.`,
        ...wrong(COMPUTE.computeType, computeType, 'AmlCompute or ComputeInstance'),
      });
    }
    if (provisioningState === 'Failed' || provisioningState === 'Canceled') {
      return fail({
        message: `${path} is ${name}, whose ${COMPUTE.provisioningState.path} is ${provisioningState}: images cannot be built.`,
        ...wrong(COMPUTE.provisioningState, provisioningState, 'Succeeded'),
      });
    }
    if (size.known && GPU_SIZE.test(size.value ?? '')) {
      return fail({
        severity: 'warning',
        message: `${path} is ${name}, whose machines are of size ${size.value}, of the N series with graphics processors: image builds are meant for CPU machines.`,
        ...wrong(COMPUTE.vmSize, size.value ?? '', 'the size of a CPU machine'),
      });
    }
    if (provisioningState !== 'Succeeded') {
      return undecided(
        `${COMPUTE.provisioningState.path} of ${name} is ${provisioningState}: the service is still at work on it.`,
      );
    }
    if (!size.known) return unknown(size);
    return pass(`Images are built on ${name}, of type ${computeType} and size ${size.value ?? ''}.`);
  },
});

function nameAnother(workspace: Workspace): Remedy {
  const place = inGroupOf(workspace.id);
  return {
    summary:
      'Look for a CPU compute cluster of the workspace that reaches registry and storage account, or make one, and put its name in.',
    commands: [
      azureCli('az ml compute list', { '--workspace-name': workspace.name, ...place }),
      azureCli('az ml workspace update', {
        '--name': workspace.name,
        ...place,
        '--image-build-compute': '<compute cluster>',
      }),
    ],
  };
}
