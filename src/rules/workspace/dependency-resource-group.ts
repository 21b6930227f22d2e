import { nameOf, parseResourceId } from '../../arm/resource-id.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';

/**
 * Earlier editions of the page asked for registry and storage account in the workspace's resource group; today's
 * asks for the same subscription alone (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint).
 */
export default defineRule({
  id: 'workspace/dependency-resource-group',
  title: 'registry and storage account are in the resource group of the workspace',
  severity: 'info',
  target: 'workspace',
  docs: {
    why: 'The 2022 edition of the page asked for the registry and the storage account in the resource group of the workspace. The present one asks for the same subscription and tenant alone, so this is for information.',
    consequence:
      'None by the present page. Policies, locks and roles of the other group act on the dependency.',
    wrongWhen:
      'It rests on the edition of 2022. By the present page another resource group is no fault at all.',
    example: {
      read: 'workspace',
      type: 'Microsoft.MachineLearningServices/workspaces',
      failing: {
        properties: {
          containerRegistry:
            '/subscriptions/<subscription>/resourceGroups/<another group>/providers/Microsoft.ContainerRegistry/registries/<registry>',
        },
      },
      mended: {
        properties: {
          containerRegistry:
            '/subscriptions/<subscription>/resourceGroups/<group of the workspace>/providers/Microsoft.ContainerRegistry/registries/<registry>',
        },
      },
      notInBicep: 'Nothing has to be mended: the same subscription is enough.',
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  needs: ['dependenciesInOtherGroups'],
  check: ({ dependenciesInOtherGroups }, { target }) => {
    const group = parseResourceId(target.id)?.group ?? '';
    if (dependenciesInOtherGroups.length === 0) {
      return pass(`Registry and storage account are in resource group ${group}.`);
    }
    const names = dependenciesInOtherGroups.map(
      ({ words, id, place }) => `${words} ${nameOf(id)} in ${place.group}`,
    );
    return fail({
      message: `In another resource group than the workspace: ${names.join(', ')}. An earlier edition of the page asked for the same group; today's does not.`,
      evidence: dependenciesInOtherGroups.map(({ path, id }) => ({
        resourceId: target.id,
        path,
        actual: id,
        expected: `in resource group ${group}`,
      })),
      remedy: {
        summary: 'Nothing has to be done, and no command is needed: the same subscription is enough.',
        commands: [],
      },
    });
  },
});
