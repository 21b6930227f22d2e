import rule from '../../../src/rules/registry/quarantine-policy.js';
import { soundPrivate, soundPublic } from '../../world/sound.js';
import { worldOf } from '../changed-world.js';
import { testRule } from '../test-rule.js';

const { registry } = soundPrivate().names;
const path = 'properties.policies.quarantinePolicy.status';
const REGISTRIES = 'Microsoft.ContainerRegistry/registries/read';

const failed = (actual: string) => ({
  name: `it is ${actual}`,
  world: worldOf((world) => world.set(registry, path, actual)),
  severity: 'warning' as const,
  message: `${path} is ${actual}; an image that is built or pushed cannot be pulled before somebody passes it.`,
  evidence: [{ resourceId: registry, path, actual, expected: 'disabled' }],
  summary:
    'Ask the security team first: they may have a scanner that passes images. Else turn the policy off; that opens images for use before anybody has scanned them.',
  commands: [
    `az resource update --ids ${registry} --set properties.policies.quarantinePolicy.status=disabled`,
  ],
});

testRule(rule, {
  fail: [failed('enabled'), failed('Enabled')],
  pass: [
    { name: 'it is disabled', world: soundPublic, message: `${path} is disabled.` },
    {
      name: 'ARM shows no policies, and then has none',
      world: worldOf((world) => world.unset(registry, 'properties.policies')),
      message: `${path} is disabled.`,
    },
  ],
  unknown: [
    {
      name: 'the registry was refused',
      world: worldOf((world) => world.gap('registry', registry)),
      message: `crfraud was not read (forbidden, ${REGISTRIES}): 403 AuthorizationFailed.`,
      operations: [REGISTRIES],
    },
    {
      name: 'the status is one of tomorrow',
      world: worldOf((world) => world.set(registry, path, 'audit')),
      message: `crfraud: ${path} is audit; isocheck knows enabled or disabled.`,
      operations: [REGISTRIES],
    },
  ],
  notApplicable: 'every registry has the policy or has it not',
});
