import rule from '../../../src/rules/registry/trusted-services.js';
import { soundPrivate, soundPublic } from '../../world/sound.js';
import { worldOf } from '../changed-world.js';
import { testRule } from '../test-rule.js';

const { registry, subscription } = soundPrivate().names;
const path = 'properties.networkRuleBypassOptions';
const REGISTRIES = 'Microsoft.ContainerRegistry/registries/read';

const failed = (bypass: string, because: string) => ({
  severity: 'warning' as const,
  message: `${path} is ${bypass} while ${because}; the service cannot look after the images of the workspace.`,
  evidence: [{ resourceId: registry, path, actual: bypass, expected: 'AzureServices' }],
  summary:
    "Let Azure's trusted services past the registry's firewall; that opens it to them, and to nobody else.",
  commands: [
    `az acr update --name crfraud --resource-group rg-fraud --subscription ${subscription} --allow-trusted-services true`,
  ],
});

testRule(rule, {
  fail: [
    {
      name: 'the registry is closed',
      world: worldOf((world) => world.set(registry, path, 'None')),
      ...failed('None', 'properties.publicNetworkAccess is Disabled'),
    },
    {
      name: 'its firewall denies, in other letters',
      world: worldOf((world) =>
        world
          .set(registry, path, 'none')
          .set(registry, 'properties.publicNetworkAccess', 'enabled')
          .set(registry, 'properties.networkRuleSet.defaultAction', 'deny'),
      ),
      ...failed('None', 'properties.networkRuleSet.defaultAction is deny'),
    },
  ],
  pass: [
    { name: 'trusted services come through', world: soundPrivate, message: `${path} is AzureServices.` },
    {
      name: 'ARM names no bypass, and then means AzureServices',
      world: worldOf((world) => world.unset(registry, path)),
      message: `${path} is AzureServices.`,
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
      name: 'the bypass is one of tomorrow',
      world: worldOf((world) => world.set(registry, path, 'Tasks')),
      message: `crfraud: ${path} is Tasks; isocheck knows AzureServices or None.`,
      operations: [REGISTRIES],
    },
    {
      name: 'the answer is of an api-version that does not know the bypass',
      world: worldOf((world) => world.unset(registry, path).version(registry, '2019-12-01')),
      message: `crfraud: ${path} is not known to api-version 2019-12-01, which was asked.`,
      operations: [REGISTRIES],
    },
  ],
  notApplicable: [
    {
      name: 'the registry is open',
      world: soundPublic,
      message: 'The registry is open to all networks: nobody needs a bypass.',
    },
  ],
});
