import { describe, expect, it } from 'vitest';
import { Model } from '../../../src/model/bodies/model.js';
import { isAtFault, requiredRules } from '../../../src/model/managed-network/required-rules.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import { Estate } from '../../world/estate.js';
import { addOutboundRule } from '../../world/managed-network.js';
import { soundManaged } from '../../world/sound.js';

const { workspace, storage, keyVault, registry } = soundManaged().names;
const idOf = (rule: string) => `${workspace}/outboundRules/${rule}`;
const LIST = `${workspace}/outboundRules`;

type Mode = 'AllowInternetOutbound' | 'AllowOnlyApprovedOutbound';
type Change = (estate: Estate) => unknown;

/** Each required rule in a line, with `!` where it is at fault; or what the gaps say. */
function requiredIn(change: Change, mode: Mode = 'AllowOnlyApprovedOutbound'): readonly string[] | string {
  const estate = soundManaged(mode);
  change(estate);
  const rules = requiredRules(workspaceAt(new Model(estate.world.snapshot()), workspace));
  if (!rules.known) return rules.gaps.map(({ detail }) => detail).join('; ');
  return rules.value.map((required) => {
    const { dependency, subresourceTarget, rule } = required;
    const found = rule === null ? 'none' : `${rule.name} ${rule.status}`;
    return `${dependency}, ${subresourceTarget}: ${found}${isAtFault(required) ? '!' : ''}`;
  });
}

const BLOB = 'the storage account, blob: __SYS_PE_storage_blob Active';
const FILE = 'the file shares of the storage account, file: __SYS_PE_storage_file Active';
const VAULT = 'the key vault, vault: __SYS_PE_keyvault Active';
const REGISTRY = 'the container registry, registry: __SYS_PE_registry Active';
const WORKSPACE = 'the workspace itself, amlworkspace: __SYS_PE_workspace Active';
const ALL = [BLOB, FILE, VAULT, REGISTRY, WORKSPACE];
const FORBIDDEN = '403 AuthorizationFailed';

const opened =
  (...ids: readonly string[]): Change =>
  ({ world }) => {
    for (const id of ids) world.set(id, 'properties.publicNetworkAccess', 'Enabled');
  };

describe('which rules are required', () => {
  const table: readonly [what: string, mode: Mode, change: Change, rules: readonly string[] | string][] = [
    ['all, for approved outbound', 'AllowOnlyApprovedOutbound', () => undefined, ALL],
    [
      'all but that of an open workspace, for approved outbound',
      'AllowOnlyApprovedOutbound',
      opened(workspace, storage, keyVault, registry),
      [BLOB, FILE, VAULT, REGISTRY],
    ],
    ['all, for what is closed', 'AllowInternetOutbound', () => undefined, ALL],
    ['none, for what is open', 'AllowInternetOutbound', opened(workspace, storage, keyVault, registry), []],
    ['not an open storage account', 'AllowInternetOutbound', opened(storage), [VAULT, REGISTRY, WORKSPACE]],
    ['not an open key vault', 'AllowInternetOutbound', opened(keyVault), [BLOB, FILE, REGISTRY, WORKSPACE]],
    ['not an open registry', 'AllowInternetOutbound', opened(registry), [BLOB, FILE, VAULT, WORKSPACE]],
    ['not an open workspace', 'AllowInternetOutbound', opened(workspace), [BLOB, FILE, VAULT, REGISTRY]],
    [
      'not a registry that is not there yet',
      'AllowOnlyApprovedOutbound',
      ({ world }) => world.unset(workspace, 'properties.containerRegistry'),
      [BLOB, FILE, VAULT, WORKSPACE],
    ],
    // Approved outbound needs it whatever its access, which is then not asked for.
    [
      'a vault that was not read, for approved outbound',
      'AllowOnlyApprovedOutbound',
      ({ world }) => world.gap('keyVault', keyVault),
      ALL,
    ],
    [
      'open where a vault was not read',
      'AllowInternetOutbound',
      ({ world }) => world.gap('keyVault', keyVault),
      FORBIDDEN,
    ],
    [
      'open where the access of the workspace is not told',
      'AllowOnlyApprovedOutbound',
      ({ world }) => world.set(workspace, 'properties.publicNetworkAccess', 'Odd'),
      'properties.publicNetworkAccess is Odd; isocheck knows Enabled or Disabled',
    ],
    [
      'open where the id of the vault is not told',
      'AllowOnlyApprovedOutbound',
      ({ world }) => world.set(workspace, 'properties.keyVault', 7),
      'properties.keyVault is 7; isocheck knows an id',
    ],
    [
      'open where the workspace was not read',
      'AllowOnlyApprovedOutbound',
      ({ world }) => world.gap('workspace', workspace),
      FORBIDDEN,
    ],
  ];
  it.each(table)('%s', (_, mode, change, rules) => expect(requiredIn(change, mode)).toEqual(rules));

  it('tells which of them deployments fail without', () => {
    const rules = requiredRules(workspaceAt(new Model(soundManaged().world.snapshot()), workspace));
    expect(rules.known && rules.value.map((rule) => [rule.subresourceTarget, rule.isCompelling])).toEqual([
      ['blob', true],
      ['file', false],
      ['vault', true],
      ['registry', true],
      ['amlworkspace', true],
    ]);
    expect(rules.known && rules.value.map((rule) => rule.serviceResourceId)).toEqual([
      storage,
      storage,
      keyVault,
      registry,
      workspace,
    ]);
  });

  it('asks for rules of a network without a managed one as of one that lets the internet out', () => {
    const estate = new Estate('managed');
    const rules = requiredRules(workspaceAt(new Model(estate.world.snapshot()), workspace));
    expect(rules.known && rules.value.map(({ rule }) => rule)).toEqual([null, null, null, null, null]);
  });
});

/** A private endpoint rule beside the service's own. */
const adding =
  (name: string, service: string, target: string, status = 'Active'): Change =>
  (estate) => {
    addOutboundRule(estate, name, {
      type: 'PrivateEndpoint',
      category: 'UserDefined',
      status: 'Active',
      destination: { serviceResourceId: service, subresourceTarget: target },
    });
    estate.world.set(idOf(name), 'properties.status', status);
  };

const vaultRule =
  (path: string, value: string | null): Change =>
  ({ world }) =>
    world.set(idOf('__SYS_PE_keyvault'), `properties.${path}`, value);

const both =
  (...changes: readonly Change[]): Change =>
  (estate) => {
    for (const change of changes) change(estate);
  };

const withoutVaultRule: Change = ({ world }) => world.remove(idOf('__SYS_PE_keyvault'));
const VAULT_MISSING = 'the key vault, vault: none!';

describe('the rule that is found', () => {
  const vault = (found: string) => `the key vault, vault: ${found}`;
  const table: readonly [what: string, change: Change, found: string][] = [
    ['is none', withoutVaultRule, VAULT_MISSING],
    ['is Inactive', vaultRule('status', 'Inactive'), vault('__SYS_PE_keyvault Inactive!')],
    ['is Failed', vaultRule('status', 'Failed'), vault('__SYS_PE_keyvault Failed!')],
    ['has no status', vaultRule('status', null), vault('__SYS_PE_keyvault Inactive!')],
    ['is being made', vaultRule('status', 'Provisioning'), vault('__SYS_PE_keyvault Provisioning')],
    ['is being deleted', vaultRule('status', 'Deleting'), vault('__SYS_PE_keyvault Deleting')],
    [
      'is the Active one, and not the first that fits',
      both(vaultRule('status', 'Failed'), adding('mine', keyVault, 'vault')),
      vault('mine Active'),
    ],
    [
      'is the Active one, though another one fits after it',
      adding('mine', keyVault, 'vault', 'Failed'),
      vault('__SYS_PE_keyvault Active'),
    ],
    [
      'is the first where none is Active',
      both(vaultRule('status', 'Failed'), adding('mine', keyVault, 'vault', 'Inactive')),
      vault('__SYS_PE_keyvault Failed!'),
    ],
    ['has any name', both(withoutVaultRule, adding('mine', keyVault, 'vault')), vault('mine Active')],
    [
      'names the vault in another case',
      both(withoutVaultRule, adding('mine', keyVault.toUpperCase(), 'VAULT')),
      vault('mine Active'),
    ],
    [
      'names the vault with a slash at its end',
      both(withoutVaultRule, adding('mine', `${keyVault}/`, 'vault')),
      vault('mine Active'),
    ],
    ['leads to another vault', vaultRule('destination.serviceResourceId', `${keyVault}2`), VAULT_MISSING],
    ['leads to another part', vaultRule('destination.subresourceTarget', 'managedhsm'), VAULT_MISSING],
    ['leads to no part', vaultRule('destination.subresourceTarget', null), VAULT_MISSING],
    ['leads nowhere', vaultRule('destination.serviceResourceId', null), VAULT_MISSING],
    ['is an FQDN rule', vaultRule('type', 'FQDN'), VAULT_MISSING],
  ];
  it.each(table)('%s', (_, change, found) => {
    expect(requiredIn(change)).toEqual([BLOB, FILE, found, REGISTRY, WORKSPACE]);
  });

  it('is that of the part: blob does not stand for file, nor file for blob', () => {
    expect(requiredIn(({ world }) => world.remove(idOf('__SYS_PE_storage_blob')))).toEqual([
      'the storage account, blob: none!',
      ...ALL.slice(1),
    ]);
    expect(requiredIn(({ world }) => world.remove(idOf('__SYS_PE_storage_file')))).toEqual([
      BLOB,
      'the file shares of the storage account, file: none!',
      ...ALL.slice(2),
    ]);
  });
});

describe('a list of rules that was not read to its end', () => {
  const INCOMPLETE = '429 TooManyRequests';
  const incomplete: Change = ({ world }) => world.incomplete('outboundRules', LIST);
  const odd: Change = ({ world }) => world.set(idOf('__SYS_PE_keyvault'), 'properties.type', 'Odd');
  const table: readonly [what: string, change: Change, rules: readonly string[] | string][] = [
    ['hides nothing where all that is needed is Active', incomplete, ALL],
    ['may hide the rule that is missing', both(incomplete, withoutVaultRule), INCOMPLETE],
    ['may hide one that is Active', both(incomplete, vaultRule('status', 'Failed')), INCOMPLETE],
    ['may hide one behind one on its way', both(incomplete, vaultRule('status', 'Provisioning')), INCOMPLETE],
    ['is open where nothing was read', ({ world }) => world.gap('outboundRules', LIST), FORBIDDEN],
    [
      'is open where a rule can not be told',
      odd,
      'properties.type is Odd; isocheck knows PrivateEndpoint or FQDN or ServiceTag',
    ],
    [
      'is open where a status is not told',
      vaultRule('status', 'Odd'),
      'properties.status is Odd; isocheck knows Active or Inactive or Provisioning or Deleting or Failed',
    ],
    [
      'does not hide an Active rule behind one that can not be told',
      both(odd, adding('mine', keyVault, 'vault')),
      [BLOB, FILE, 'the key vault, vault: mine Active', REGISTRY, WORKSPACE],
    ],
  ];
  it.each(table)('%s', (_, change, rules) => expect(requiredIn(change)).toEqual(rules));

  // The access of the vault was not read: whether it needs a rule is open, and then does not matter.
  const unreadVault: Change = ({ world }) => world.gap('keyVault', keyVault);
  it('does not matter where a rule that deployments fail without is known to be at fault', () => {
    const without = (rule: string) =>
      requiredIn(
        both(unreadVault, ({ world }) => world.remove(idOf(rule))),
        'AllowInternetOutbound',
      );
    expect(without('__SYS_PE_registry')).toEqual([
      BLOB,
      FILE,
      'the container registry, registry: none!',
      WORKSPACE,
    ]);
    // That of file is asked for with doubt alone.
    expect(without('__SYS_PE_storage_file')).toBe(FORBIDDEN);
  });
});
