import rule from '../../../src/rules/workspace/v1-legacy-mode.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace } = soundPrivate().names;

testRule(rule, {
  fail: [
    {
      name: 'the flag is on',
      world: () => {
        const estate = soundPrivate();
        estate.world.set(workspace, 'properties.v1LegacyMode', true);
        return estate;
      },
      severity: 'error',
      message: 'properties.v1LegacyMode is true; managed online endpoints need the v2 API that it turns off.',
      evidence: [
        { resourceId: workspace, path: 'properties.v1LegacyMode', actual: 'true', expected: 'false' },
      ],
      summary:
        'Ask the network security team first: they may have turned it on for a reason. Then turn it off; the v2 CLI has no option for it, so this is an ARM request, which takes 30 to 60 minutes to act.',
      commands: [
        `az rest --method patch --url '${workspace}?api-version=2025-09-01' --body '{"properties":{"v1LegacyMode":false}}'`,
      ],
    },
  ],
  pass: [
    { name: 'the flag is off', world: soundPrivate, message: 'properties.v1LegacyMode is false.' },
    {
      name: 'the flag is absent from an api-version that knows it: the REST default',
      world: () => {
        const estate = soundPrivate();
        estate.world.unset(workspace, 'properties.v1LegacyMode');
        return estate;
      },
      message: 'properties.v1LegacyMode is false.',
    },
  ],
  unknown: [
    {
      name: 'the api-version does not know the flag',
      world: () => {
        const estate = soundPrivate();
        estate.world.unset(workspace, 'properties.v1LegacyMode').version(workspace, '2020-08-01');
        return estate;
      },
      message: 'mlw-fraud: properties.v1LegacyMode is not known to api-version 2020-08-01, which was asked.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'the flag is no boolean',
      world: () => {
        const estate = soundPrivate();
        estate.world.set(workspace, 'properties.v1LegacyMode', 'yes');
        return estate;
      },
      message: 'mlw-fraud: properties.v1LegacyMode is yes; isocheck knows true or false.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: 'v1 legacy mode stands in the way of every workspace',
});
