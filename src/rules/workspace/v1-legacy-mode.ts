import { READS } from '../../arm/reads.js';
import { WORKSPACE } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureRestPatch } from '../remedies/azure-cli.js';

/**
 * A workspace in v1 legacy mode turns off the v2 API, of which managed online endpoints are a part
 * (learn.microsoft.com/azure/machine-learning/how-to-configure-network-isolation-with-v2).
 */
export default defineRule({
  id: 'workspace/v1-legacy-mode',
  title: 'v1 legacy mode is off',
  severity: 'error',
  target: 'workspace',
  docs: {
    why: 'Managed online endpoints belong to the v2 API, which v1 legacy mode turns off. The flag was turned on in May 2022 for workspaces that had a private endpoint, and is on by default for workspaces made with an api-version before 2022-05-01. The built-in Azure Policy e413671a-dd10-4cc1-a943-45b598596cb7 ("should enable V1LegacyMode") wants the opposite: with the v2 API, management operations go over public ARM.',
    consequence:
      'Creating a managed online endpoint fails with an error that contains "V1LegacyMode == true".',
    wrongWhen:
      'A workspace that is used with the v1 API alone may be meant to have it on, and Azure Policy may demand it. A change takes 30 to 60 minutes or more to act: the flag can be false while the mode is still on.',
    example: {
      read: 'workspace',
      type: 'Microsoft.MachineLearningServices/workspaces',
      failing: { properties: { v1LegacyMode: true } },
      mended: { properties: { v1LegacyMode: false } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-configure-network-isolation-with-v2',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  needs: ['v1LegacyMode'],
  check: ({ v1LegacyMode }, { target }) => {
    if (!v1LegacyMode) return pass('properties.v1LegacyMode is false.');
    return fail({
      message: 'properties.v1LegacyMode is true; managed online endpoints need the v2 API that it turns off.',
      evidence: [
        { resourceId: target.id, path: WORKSPACE.v1LegacyMode.path, actual: 'true', expected: 'false' },
      ],
      remedy: {
        summary:
          'Ask the network security team first: they may have turned it on for a reason. Then turn it off; the v2 CLI has no option for it, so this is an ARM request, which takes 30 to 60 minutes to act.',
        commands: [
          azureRestPatch(target.id, READS.workspace.apiVersion, { properties: { v1LegacyMode: false } }),
        ],
        property: { resourceId: target.id, path: WORKSPACE.v1LegacyMode.path, value: false },
      },
    });
  },
});
