import type { Json } from '../../../src/json.js';
import rule from '../../../src/rules/workspace/legacy-public-access-flag.js';
import type { Estate } from '../../world/estate.js';
import { soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, subscription } = soundPrivate().names;
const OLDER = 'properties.allowPublicAccessWhenBehindVnet';
const NEWER = 'properties.publicNetworkAccess';

function flags(newer: Json, older: Json): () => Estate {
  return () => {
    const estate = soundPrivate();
    estate.world.set(workspace, NEWER, newer).set(workspace, OLDER, older);
    return estate;
  };
}

const PASS = `${NEWER} and ${OLDER} do not contradict each other.`;
const failing = {
  severity: 'warning' as const,
  message: `${NEWER} is Disabled and ${OLDER} is true: they override each other, and the last one written wins.`,
  evidence: [
    { resourceId: workspace, path: OLDER, actual: 'true', expected: 'false or absent' },
    { resourceId: workspace, path: NEWER, actual: 'Disabled', expected: 'Disabled' },
  ],
  summary: `Write the newer flag again, which overrides the older one, and take ${OLDER} out of every template that has it.`,
  commands: [
    `az ml workspace update --name mlw-fraud --resource-group rg-fraud --subscription ${subscription} --public-network-access Disabled`,
  ],
};

testRule(rule, {
  fail: [
    { name: 'closed and open', world: flags('Disabled', true), ...failing },
    { name: 'in another letter case', world: flags('disabled', true), ...failing },
  ],
  pass: [
    { name: 'the older one is absent', world: soundPrivate, message: PASS },
    { name: 'closed and closed', world: flags('Disabled', false), message: PASS },
    { name: 'open and closed', world: flags('Enabled', false), message: PASS },
    { name: 'open and open', world: flags('Enabled', true), message: PASS },
    { name: 'the newer one is absent', world: flags(null, true), message: PASS },
    {
      name: 'an odd value beside one that contradicts nothing',
      world: flags('Perhaps', false),
      message: PASS,
    },
    { name: 'all is public', world: soundPublic, message: PASS },
  ],
  unknown: [
    {
      name: 'a value that nobody knows',
      world: flags('SecuredByPerimeter', true),
      message: `mlw-fraud: ${NEWER} is SecuredByPerimeter; isocheck knows Enabled or Disabled.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'text in place of a flag',
      world: flags('Disabled', 'true'),
      message: `mlw-fraud: ${OLDER} is true; isocheck knows true or false.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: 'every workspace has both flags, if only by their defaults',
});
