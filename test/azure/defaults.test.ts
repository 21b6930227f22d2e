import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findDefaults } from '../../src/azure/defaults.js';

let home: string;
let folder: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'isocheck-home-'));
  folder = join(home, '.azure');
  mkdirSync(folder);
});
afterEach(() => rmSync(home, { recursive: true }));

const FIRST = '11111111-1111-1111-1111-111111111111';
const SECOND = '22222222-2222-2222-2222-222222222222';

/** Writes the profile as the Azure CLI does: with a byte order mark. */
function writeProfile(text: string, where = folder): void {
  writeFileSync(join(where, 'azureProfile.json'), `\uFEFF${text}`);
}

function profile(environmentName = 'AzureUSGovernment'): string {
  return JSON.stringify({
    installationId: 'x',
    subscriptions: [
      { id: FIRST, name: 'First', isDefault: false, state: 'Enabled', environmentName: 'AzureCloud' },
      { id: SECOND, name: 'Second', isDefault: true, state: 'Enabled', environmentName },
    ],
  });
}

describe('the environment', () => {
  it.each([
    [
      { AZURE_SUBSCRIPTION_ID: FIRST, AZURE_RESOURCE_GROUP: 'rg', AZURE_WORKSPACE: 'mlw' },
      ['AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP', 'AZURE_WORKSPACE'],
    ],
    [
      { AZUREML_ARM_SUBSCRIPTION: FIRST, AZUREML_ARM_RESOURCEGROUP: 'rg', AZUREML_ARM_WORKSPACE_NAME: 'mlw' },
      ['AZUREML_ARM_SUBSCRIPTION', 'AZUREML_ARM_RESOURCEGROUP', 'AZUREML_ARM_WORKSPACE_NAME'],
    ],
    [
      { AZURE_SUBSCRIPTION_ID: FIRST, AZURE_DEFAULTS_GROUP: ' rg ', AZURE_DEFAULTS_WORKSPACE: 'mlw' },
      ['AZURE_SUBSCRIPTION_ID', 'AZURE_DEFAULTS_GROUP', 'AZURE_DEFAULTS_WORKSPACE'],
    ],
  ])('%j', async (env, [subscription, group, workspace]) => {
    expect(await findDefaults(env, home)).toEqual({
      subscription: { value: FIRST, from: subscription },
      group: { value: 'rg', from: group },
      workspace: { value: 'mlw', from: workspace },
      subscriptions: [],
      notes: [],
    });
  });

  it('counts before the files of the Azure CLI, and an empty value does not', async () => {
    writeProfile(profile());
    writeFileSync(join(folder, 'config'), '[defaults]\ngroup = rg-file\nworkspace = mlw-file\n');
    const defaults = await findDefaults({ AZURE_SUBSCRIPTION_ID: FIRST, AZURE_WORKSPACE: '' }, home);
    expect(defaults).toMatchObject({
      subscription: { value: FIRST },
      group: { value: 'rg-file', from: `${join(folder, 'config')} (az configure --defaults)` },
      workspace: { value: 'mlw-file' },
      cloud: { value: 'AzureCloud' },
    });
  });
});

describe("the Azure CLI's files", () => {
  it('name the chosen subscription, its cloud, and those that can be named', async () => {
    writeProfile(profile());
    expect(await findDefaults({}, home)).toEqual({
      subscription: { value: SECOND, from: `${join(folder, 'azureProfile.json')} (az account show)` },
      cloud: { value: 'AzureUSGovernment', from: `${join(folder, 'azureProfile.json')} (az account show)` },
      subscriptions: [
        { id: FIRST, name: 'First' },
        { id: SECOND, name: 'Second' },
      ],
      notes: [],
    });
  });

  it('lie in the folder that AZURE_CONFIG_DIR names', async () => {
    const other = join(home, 'elsewhere');
    mkdirSync(other);
    writeProfile(profile(), other);
    const { subscription } = await findDefaults({ AZURE_CONFIG_DIR: other }, home);
    expect(subscription?.from).toContain(other);
  });

  it('need not be there', async () => {
    expect(await findDefaults({}, join(home, 'nobody'))).toEqual({ subscriptions: [], notes: [] });
  });

  it('may name a cloud that isocheck does not know', async () => {
    writeProfile(profile('AzureStackHub'));
    const defaults = await findDefaults({}, home);
    expect(defaults.subscription?.value).toBe(SECOND);
    expect(defaults).not.toHaveProperty('cloud');
  });

  it.each([
    ['[defaults]\ngroup=rg\nworkspace = mlw\nlocation=westeurope\n', 'rg', 'mlw'],
    ['[cloud]\nname = AzureCloud\n\n[defaults]\r\ngroup = rg\r\n', 'rg', undefined],
    ['# comment\n; another\n[defaults]\nworkspace = mlw\ngroup =\n', undefined, 'mlw'],
    ['[core]\ngroup = not-this\n', undefined, undefined],
    ['group = not-this\n', undefined, undefined],
    ['\u0000\u0001 binary', undefined, undefined],
    ['', undefined, undefined],
  ])('hold defaults: %j', async (text, group, workspace) => {
    writeFileSync(join(folder, 'config'), text);
    const defaults = await findDefaults({}, home);
    expect(defaults.group?.value).toBe(group);
    expect(defaults.workspace?.value).toBe(workspace);
    expect(defaults.notes).toEqual([]);
  });

  it.each([
    ['{ "subscriptions": [', 'it is not JSON'],
    ['[]', 'it holds no list of subscriptions'],
    ['{"subscriptions": 7}', 'it holds no list of subscriptions'],
  ])('are passed over with a note when they are not what they should be: %s', async (text, note) => {
    writeProfile(text);
    const { notes, subscription } = await findDefaults({}, home);
    expect(notes).toEqual([`${join(folder, 'azureProfile.json')} was passed over: ${note}`]);
    expect(subscription).toBeUndefined();
  });

  it('are passed over with a note when they cannot be read', async () => {
    mkdirSync(join(folder, 'config'));
    const { notes } = await findDefaults({}, home);
    expect(notes).toEqual([`${join(folder, 'config')} was passed over: EISDIR`]);
  });

  it('may hold entries that are no subscriptions', async () => {
    writeProfile(
      JSON.stringify({ subscriptions: [null, 7, {}, { id: '' }, { id: FIRST, isDefault: true }] }),
    );
    expect(await findDefaults({}, home)).toMatchObject({
      subscription: { value: FIRST },
      subscriptions: [{ id: FIRST, name: FIRST }],
    });
  });
});
