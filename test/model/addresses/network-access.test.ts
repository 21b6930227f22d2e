import { describe, expect, it } from 'vitest';
import { restriction } from '../../../src/model/addresses/network-access.js';
import type { Fact } from '../../../src/model/algebra/fact.js';
import { KEY_VAULT, REGISTRY, STORAGE_ACCOUNT } from '../../../src/model/arm-properties/index.js';
import { Model } from '../../../src/model/bodies/model.js';
import { keyVaultAt } from '../../../src/model/resources/key-vault.js';
import { registryAt } from '../../../src/model/resources/registry.js';
import { storageAccountAt } from '../../../src/model/resources/storage-account.js';
import { soundPrivate } from '../../world/sound.js';

const { keyVault, registry, storage } = soundPrivate().names;

/** The value, or what the gaps say. */
function shown<T>(fact: Fact<T>): T | string {
  return fact.known ? fact.value : fact.gaps.map(({ detail }) => detail).join('; ');
}

interface State {
  readonly access?: string | null;
  readonly action?: string | null;
}

/** Reads a vault with these properties; one that is not given is absent, as ARM leaves it out. */
function vaultOf({ access, action }: State) {
  const { world } = soundPrivate();
  world.unset(keyVault, 'properties.publicNetworkAccess').unset(keyVault, 'properties.networkAcls');
  if (access !== undefined) world.set(keyVault, 'properties.publicNetworkAccess', access);
  if (action !== undefined) world.set(keyVault, 'properties.networkAcls', { defaultAction: action });
  return keyVaultAt(new Model(world.snapshot()), keyVault);
}

const PERIMETER = 'properties.publicNetworkAccess is SecuredByPerimeter; isocheck knows Enabled or Disabled';
const SOMETIMES = 'properties.networkAcls.defaultAction is Sometimes; isocheck knows Allow or Deny';

describe('access to public networks', () => {
  const table: readonly [State, string][] = [
    [{ access: 'Enabled' }, 'open'],
    [{ access: 'enabled' }, 'open'],
    [{}, 'open'],
    [{ access: null }, 'open'],
    [{ access: 'Disabled' }, 'closed'],
    [{ access: 'DISABLED', action: 'Allow' }, 'closed'],
    // The flag alone tells open from closed; a firewall does not close.
    [{ access: 'Enabled', action: 'Deny' }, 'open'],
    [{ access: 'SecuredByPerimeter' }, PERIMETER],
    [{ access: '' }, 'properties.publicNetworkAccess is ""; isocheck knows Enabled or Disabled'],
  ];
  for (const [state, access] of table) {
    it(`${JSON.stringify(state)}: ${access}`, () => {
      expect(shown(vaultOf(state).publicNetworkAccess())).toBe(access);
    });
  }
});

describe('a restriction', () => {
  const table: readonly [State, boolean | string][] = [
    [{ access: 'Disabled' }, true],
    [{ access: 'disabled' }, true],
    [{ access: 'Disabled', action: 'Allow' }, true],
    [{ access: 'Enabled', action: 'Deny' }, true],
    [{ access: 'enabled', action: 'deny' }, true],
    [{ action: 'Deny' }, true],
    [{ access: 'Enabled', action: 'Allow' }, false],
    [{ access: 'Enabled', action: null }, false],
    [{ access: 'Enabled' }, false],
    [{}, false],
    [{ access: 'SecuredByPerimeter', action: 'Allow' }, PERIMETER],
    [{ access: 'SecuredByPerimeter' }, PERIMETER],
    // What is known to restrict decides, whatever the other property says.
    [{ access: 'SecuredByPerimeter', action: 'Deny' }, true],
    [{ access: 'Disabled', action: 'Sometimes' }, true],
    [{ access: 'Enabled', action: 'Sometimes' }, SOMETIMES],
  ];
  for (const [state, restricted] of table) {
    it(`${JSON.stringify(state)}: ${restricted}`, () => {
      expect(shown(vaultOf(state).isRestricted())).toBe(restricted);
    });
  }

  it('does not hang on the addresses that a firewall lets through', () => {
    const { world } = soundPrivate();
    world.set(keyVault, 'properties.publicNetworkAccess', 'Enabled').set(keyVault, 'properties.networkAcls', {
      defaultAction: 'Deny',
      ipRules: [{ value: '0.0.0.0/2' }, { value: '128.0.0.0/1' }],
    });
    expect(shown(keyVaultAt(new Model(world.snapshot()), keyVault).isRestricted())).toBe(true);
  });

  it('names the property that restricts, the closed flag before the firewall, as ARM wrote its value', () => {
    const evidence = (state: State) => {
      const { resource } = vaultOf(state);
      return resource.known ? restriction(resource.value, KEY_VAULT) : undefined;
    };
    expect(evidence({ access: 'disabled', action: 'Deny' })).toEqual({
      path: 'properties.publicNetworkAccess',
      actual: 'disabled',
    });
    expect(evidence({ access: 'Enabled', action: 'Deny' })).toEqual({
      path: 'properties.networkAcls.defaultAction',
      actual: 'Deny',
    });
  });
});

describe('each kind of service', () => {
  it('keeps its firewall where ARM has it', () => {
    const { world } = soundPrivate();
    world
      .set(registry, 'properties.publicNetworkAccess', 'Enabled')
      .set(storage, 'properties.publicNetworkAccess', 'Enabled');
    const before = new Model(world.snapshot());
    expect(shown(registryAt(before, registry).isRestricted())).toBe(true);
    expect(shown(storageAccountAt(before, storage).isRestricted())).toBe(true);
    world
      .set(registry, 'properties.networkRuleSet.defaultAction', 'Allow')
      .set(storage, 'properties.networkAcls.defaultAction', 'Allow');
    const after = new Model(world.snapshot());
    expect(shown(registryAt(after, registry).isRestricted())).toBe(false);
    expect(shown(storageAccountAt(after, storage).isRestricted())).toBe(false);
  });

  it('has no firewall where the tier of a registry has none', () => {
    const { world } = soundPrivate();
    world
      .set(registry, 'properties.publicNetworkAccess', 'Enabled')
      .unset(registry, 'properties.networkRuleSet');
    expect(shown(registryAt(new Model(world.snapshot()), registry).isRestricted())).toBe(false);
  });

  it('is unknown where the api-version does not know the flag', () => {
    const properties = [
      [registry, REGISTRY, '2017-10-01'],
      [storage, STORAGE_ACCOUNT, '2021-02-01'],
      [keyVault, KEY_VAULT, '2019-09-01'],
    ] as const;
    for (const [id, { publicNetworkAccess }, version] of properties) {
      const { world } = soundPrivate();
      world
        .unset(id, publicNetworkAccess.path)
        .unset(id, 'properties.networkAcls')
        .unset(id, 'properties.networkRuleSet')
        .version(id, version);
      const model = new Model(world.snapshot());
      const restricted = {
        [registry]: () => registryAt(model, id).isRestricted(),
        [storage]: () => storageAccountAt(model, id).isRestricted(),
        [keyVault]: () => keyVaultAt(model, id).isRestricted(),
      }[id];
      expect(restricted && shown(restricted())).toBe(
        `properties.publicNetworkAccess is not known to api-version ${version}, which was asked`,
      );
    }
  });

  it('is unknown while it was not read', () => {
    const { world } = soundPrivate();
    world.gap('keyVault', keyVault);
    expect(shown(keyVaultAt(new Model(world.snapshot()), keyVault).isRestricted())).toBe(
      '403 AuthorizationFailed',
    );
  });
});
