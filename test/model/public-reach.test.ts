import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/json.js';
import { gapsOf } from '../../src/model/algebra/fact.js';
import { Model } from '../../src/model/bodies/model.js';
import { keyVaultAt } from '../../src/model/resources/key-vault.js';
import { registryAt } from '../../src/model/resources/registry.js';
import { storageAccountAt } from '../../src/model/resources/storage-account.js';
import { soundPrivate } from '../world/sound.js';

const { keyVault, registry, storage } = soundPrivate().names;

/** From where a vault takes requests whose firewall denies all but these rules. */
function reachOf(rules: readonly Json[], access = 'Enabled', defaultAction = 'Deny'): string {
  const { world } = soundPrivate();
  world
    .set(keyVault, 'properties.publicNetworkAccess', access)
    .set(keyVault, 'properties.networkAcls', { defaultAction, ipRules: [...rules] });
  const reach = keyVaultAt(new Model(world.snapshot()), keyVault).publicReach();
  return reach.known ? reach.value : reach.gaps.map(({ detail }) => detail).join('; ');
}

const valuesOf = (...ranges: readonly string[]) => ranges.map((value) => ({ value }));
const notARange = (shown: string) =>
  `properties.networkAcls.ipRules holds ${shown}; isocheck knows addresses and ranges in CIDR notation`;

describe('from where a service takes requests', () => {
  const table: readonly [ranges: readonly string[], reach: string][] = [
    [[], 'selected'],
    [['203.0.113.7', '198.51.100.0/24'], 'selected'],
    [['0.0.0.0/2', '64.0.0.0/2', '128.0.0.0/1'], 'wide'],
    [['0.0.0.0/0'], 'wide'],
    [['8.0.0.0/8'], 'selected'],
    [['8.0.0.0/7'], 'wide'],
    [['8.0.0.0/8', '9.9.9.9'], 'wide'],
    // One that lies in another, or comes twice, adds nothing.
    [['8.0.0.0/8', '8.0.0.0/8', '8.8.8.0/24', '8.8.8.8'], 'selected'],
    [['8.0.0.0/8', '2001:db8::/32'], 'selected'],
    [['2001:db8::/32', '2001:db8::1'], 'selected'],
    [['2000::/3'], 'wide'],
    [['::/0'], 'wide'],
    [['8.0.0.0/33'], notARange('8.0.0.0/33')],
    [['AzureCloud'], notARange('AzureCloud')],
    [['10.1'], notARange('10.1')],
    [['0.0.0.0/1', 'AzureCloud'], 'wide'],
  ];
  for (const [ranges, reach] of table) {
    it(`${ranges.join(', ') || 'nothing'}: ${reach}`, () => expect(reachOf(valuesOf(...ranges))).toBe(reach));
  }

  it('is unknown where a rule has no value', () => {
    expect(reachOf([{}])).toBe(notARange('absent'));
    expect(reachOf([{ value: '' }])).toBe(notARange('""'));
    expect(reachOf([{ value: 8 }])).toBe('value is 8; isocheck knows a string');
    expect(reachOf(['203.0.113.7'])).toContain('isocheck knows an array of an object');
  });

  it('goes by the flag before the firewall', () => {
    expect(reachOf(valuesOf('0.0.0.0/0'), 'Disabled', 'Allow')).toBe('closed');
    expect(reachOf(valuesOf('AzureCloud'), 'enabled', 'allow')).toBe('all');
    expect(reachOf([], 'SecuredByPerimeter')).toBe(
      'properties.publicNetworkAccess is SecuredByPerimeter; isocheck knows Enabled or Disabled',
    );
    expect(reachOf([], 'Enabled', 'Sometimes')).toBe(
      'properties.networkAcls.defaultAction is Sometimes; isocheck knows Allow or Deny',
    );
  });

  it('reads the rules of registries and of storage accounts, those of IPv6 as well', () => {
    const { world } = soundPrivate();
    world
      .set(registry, 'properties.publicNetworkAccess', 'Enabled')
      .set(registry, 'properties.networkRuleSet.ipRules', [{ action: 'Allow', value: '0.0.0.0/1' }])
      .set(storage, 'properties.publicNetworkAccess', 'Enabled')
      .set(storage, 'properties.networkAcls.ipv6Rules', [{ action: 'Allow', value: '2000::/3' }]);
    const model = new Model(world.snapshot());
    expect(registryAt(model, registry).publicReach()).toEqual({ known: true, value: 'wide' });
    expect(storageAccountAt(model, storage).publicReach()).toEqual({ known: true, value: 'wide' });
  });

  it('is unknown of a storage account whose rules of IPv6 an older api-version keeps back', () => {
    const { world } = soundPrivate();
    world
      .set(storage, 'properties.publicNetworkAccess', 'Enabled')
      .set(storage, 'properties.networkAcls', { defaultAction: 'Deny', ipRules: [] })
      .version(storage, '2023-05-01');
    const reach = storageAccountAt(new Model(world.snapshot()), storage).publicReach();
    expect(gapsOf(reach).map(({ detail }) => detail)).toEqual([
      'properties.networkAcls.ipv6Rules is not known to api-version 2023-05-01, which was asked',
    ]);
  });
});
