import rule from '../../../src/rules/workspace/v1-legacy-mode.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace } = soundPrivate().names;

const flag = (value: boolean | string) => () => {
  const estate = soundPrivate();
  estate.world.set(workspace, 'properties.v1LegacyMode', value);
  return estate;
};

testRule(rule, {
  fail: [
    {
      name: 'the flag is on',
      world: flag(true),
      expect: (said) =>
        said.toMatchInlineSnapshot(`
        error: properties.v1LegacyMode is true; managed online endpoints need the v2 API that it turns off.
        properties.v1LegacyMode: true (expected false)
        Fix: Ask the network security team first: they may have turned it on for a reason. Then turn it off; the v2 CLI has no option for it, so this is an ARM request, which takes 30 to 60 minutes to act.
        $ az rest --method patch --url '/subscriptions/3f1c2a4e-5b6d-4e7f-8a9b-0c1d2e3f4a5b/resourceGroups/rg-fraud/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud?api-version=2025-09-01' --body '{"properties":{"v1LegacyMode":false}}'
      `),
    },
  ],
  pass: [
    {
      name: 'the flag is off',
      world: soundPrivate,
      expect: (said) => said.toMatchInlineSnapshot(`properties.v1LegacyMode is false.`),
    },
    {
      name: 'the flag is absent from an api-version that knows it: the REST default',
      world: () => {
        const estate = soundPrivate();
        estate.world.unset(workspace, 'properties.v1LegacyMode');
        return estate;
      },
      expect: (said) => said.toMatchInlineSnapshot(`properties.v1LegacyMode is false.`),
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
      expect: (said) =>
        said.toMatchInlineSnapshot(`
        mlw-fraud: properties.v1LegacyMode is not known to api-version 2020-08-01, which was asked.
        not read: Microsoft.MachineLearningServices/workspaces/read
      `),
    },
    {
      name: 'the flag is no boolean',
      world: flag('yes'),
      expect: (said) =>
        said.toMatchInlineSnapshot(`
        mlw-fraud: properties.v1LegacyMode is yes; isocheck knows true or false.
        not read: Microsoft.MachineLearningServices/workspaces/read
      `),
    },
  ],
  notApplicable: 'v1 legacy mode stands in the way of every workspace',
});
