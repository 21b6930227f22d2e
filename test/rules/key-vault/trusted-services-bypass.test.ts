import rule from '../../../src/rules/key-vault/trusted-services-bypass.js';
import type { Estate } from '../../world/estate.js';
import { endpointId } from '../../world/names.js';
import { soundPrivate, soundPublic } from '../../world/sound.js';
import type { World } from '../../world/world.js';
import { testRule } from '../test-rule.js';

const { workspace, keyVault, subscription } = soundPrivate().names;
const endpoint = endpointId(workspace, 'fraud');
const path = 'properties.networkAcls.bypass';

const changed = (change: (world: World) => void) => (): Estate => {
  const estate = soundPrivate();
  change(estate.world);
  return estate;
};
const withBypass = (bypass: string, change: (world: World) => void = () => undefined) =>
  changed((world) => {
    world.set(keyVault, path, bypass);
    change(world);
  });

const failed = (severity: 'error' | 'warning', bypass: string, because: string) => ({
  severity,
  message: `${path} is ${bypass} while ${because}; the service cannot keep the keys of an endpoint in the vault.`,
  evidence: [{ resourceId: keyVault, path, actual: bypass, expected: 'AzureServices' }],
  summary:
    "Let Azure's trusted services through the vault's firewall; that opens it to them, and to nobody else.",
  commands: [
    `az keyvault update --name kv-fraud --resource-group rg-fraud --subscription ${subscription} --bypass AzureServices`,
  ],
});

const CLOSED = 'properties.publicNetworkAccess is Disabled';

testRule(rule, {
  fail: [
    {
      name: 'the vault is closed, and an endpoint has key authentication',
      world: withBypass('None'),
      ...failed('error', 'None', CLOSED),
    },
    {
      name: "the vault's firewall denies, in other letters",
      world: withBypass('none', (world) =>
        world
          .set(keyVault, 'properties.publicNetworkAccess', 'enabled')
          .set(keyVault, 'properties.networkAcls.defaultAction', 'deny'),
      ),
      ...failed('error', 'None', 'properties.networkAcls.defaultAction is deny'),
    },
    {
      name: 'the vault is closed, though its firewall allows',
      world: withBypass('None', (world) =>
        world.set(keyVault, 'properties.networkAcls.defaultAction', 'Allow'),
      ),
      ...failed('error', 'None', CLOSED),
    },
    {
      name: 'the endpoint has Microsoft Entra authentication',
      world: withBypass('None', (world) => world.set(endpoint, 'properties.authMode', 'AADToken')),
      ...failed('warning', 'None', CLOSED),
    },
    {
      name: 'there is no endpoint',
      world: withBypass('None', (world) => world.remove(endpoint)),
      ...failed('warning', 'None', CLOSED),
    },
    {
      name: 'the authentication of the endpoint is one of tomorrow',
      world: withBypass('None', (world) => world.set(endpoint, 'properties.authMode', 'Passkey')),
      ...failed('error', 'None', CLOSED),
    },
    {
      name: 'the endpoints were refused',
      world: withBypass('None', (world) => world.gap('endpoints', `${workspace}/onlineEndpoints`)),
      ...failed('error', 'None', CLOSED),
    },
  ],
  pass: [
    {
      name: 'trusted services are let through',
      world: soundPrivate,
      message: `${path} is AzureServices.`,
    },
    {
      name: 'trusted services are let through, in other letters',
      world: withBypass('azureservices'),
      message: `${path} is AzureServices.`,
    },
    {
      name: 'the vault is closed and has no firewall: ARM then means AzureServices',
      world: changed((world) => world.unset(keyVault, 'properties.networkAcls')),
      message: `${path} is AzureServices.`,
    },
    {
      name: 'the firewall names no bypass: ARM then means AzureServices',
      world: changed((world) => world.unset(keyVault, path)),
      message: `${path} is AzureServices.`,
    },
  ],
  unknown: [
    {
      name: 'the vault was refused',
      world: changed((world) => world.gap('keyVault', keyVault)),
      message: 'kv-fraud was not read (forbidden, Microsoft.KeyVault/vaults/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.KeyVault/vaults/read'],
    },
    {
      name: 'the bypass is one of tomorrow',
      world: withBypass('Logging'),
      message: `kv-fraud: ${path} is Logging; isocheck knows AzureServices or None.`,
      operations: ['Microsoft.KeyVault/vaults/read'],
    },
    {
      name: 'the access is one of tomorrow, and no firewall denies',
      world: withBypass('None', (world) =>
        world
          .set(keyVault, 'properties.publicNetworkAccess', 'SecuredByPerimeter')
          .set(keyVault, 'properties.networkAcls.defaultAction', 'Allow'),
      ),
      message:
        'kv-fraud: properties.publicNetworkAccess is SecuredByPerimeter; isocheck knows Enabled or Disabled.',
      operations: ['Microsoft.KeyVault/vaults/read'],
    },
  ],
  notApplicable: [
    {
      name: 'the vault is open',
      world: soundPublic,
      message: 'The vault is open to all networks: nobody needs a bypass.',
    },
    {
      name: 'the vault was never given a firewall',
      world: () => {
        const estate = soundPublic();
        estate.world.unset(estate.names.keyVault, 'properties.networkAcls');
        return estate;
      },
      message: 'The vault is open to all networks: nobody needs a bypass.',
    },
  ],
});
