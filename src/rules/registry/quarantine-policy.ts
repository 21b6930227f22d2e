import { REGISTRY } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli } from '../remedies/azure-cli.js';

/**
 * A registry with a quarantine policy holds each image back until somebody passes it, and nobody passes those that
 * Azure Machine Learning builds (learn.microsoft.com/azure/container-registry/container-registry-faq).
 */
export default defineRule({
  id: 'registry/quarantine-policy',
  title: 'the registry holds no image back',
  severity: 'warning',
  target: 'registry',
  docs: {
    why: 'While the quarantine policy of a registry is enabled, an image that was pushed stays out of sight until a scanner or a person passes it. The service waits for the image of an environment to appear, and gives up.',
    consequence:
      'Creating a deployment fails with ResourceNotFound: "Deployment failed due to timeout while waiting for Environment Image to become available", as people report; no page has the two together.',
    wrongWhen:
      'Where a scanner passes images within minutes, deployments work: ARM does not tell whether one does. Images that were passed before can be pulled.',
    example: {
      read: 'registry',
      type: 'Microsoft.ContainerRegistry/registries',
      failing: { properties: { policies: { quarantinePolicy: { status: 'enabled' } } } },
      mended: { properties: { policies: { quarantinePolicy: { status: 'disabled' } } } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/container-registry/container-registry-faq',
        reviewed: '2026-11-24',
      },
    ],
  },
  needs: ['quarantine'],
  check: ({ quarantine }, { target }) => {
    const { path } = REGISTRY.quarantineStatus;
    if (quarantine === 'disabled') return pass(`${path} is disabled.`);
    const actual = target.resource.known ? target.resource.value.raw(REGISTRY.quarantineStatus) : quarantine;
    return fail({
      message: `${path} is ${actual}; an image that is built or pushed cannot be pulled before somebody passes it.`,
      evidence: [{ resourceId: target.id, path, actual, expected: 'disabled' }],
      remedy: {
        summary:
          'Ask the security team first: they may have a scanner that passes images. Else turn the policy off; that opens images for use before anybody has scanned them.',
        commands: [
          azureCli('az resource update', {
            '--ids': target.id,
            '--set': 'properties.policies.quarantinePolicy.status=disabled',
          }),
        ],
        property: { resourceId: target.id, path, value: 'disabled' },
      },
    });
  },
});
