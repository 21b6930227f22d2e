import { describe, expect, it } from 'vitest';
import type { Defaults } from '../../../src/azure/defaults.js';
import { chooseWorkspaces } from '../../../src/cli/input/chosen-workspaces.js';
import type { AzureFlags } from '../../../src/cli/options/azure-options.js';
import { UsageError } from '../../../src/errors.js';

const FIRST = '11111111-1111-1111-1111-111111111111';
const SECOND = '22222222-2222-2222-2222-222222222222';
const NONE: Defaults = { subscriptions: [], notes: [] };
const SOME: Defaults = {
  subscription: { value: FIRST, from: 'AZURE_SUBSCRIPTION_ID' },
  group: { value: 'rg-default', from: 'AZURE_RESOURCE_GROUP' },
  workspace: { value: 'mlw-default', from: 'AZURE_WORKSPACE' },
  cloud: { value: 'AzureChinaCloud', from: 'azureProfile.json' },
  subscriptions: [
    { id: FIRST, name: 'Production' },
    { id: SECOND, name: 'Sandbox' },
  ],
  notes: [],
};

function idOf(subscription: string, group: string, name: string): string {
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.MachineLearningServices/workspaces/${name}`;
}

function choose(flags: AzureFlags, defaults: Defaults = NONE) {
  const { workspaces, cloud, found } = chooseWorkspaces(flags, defaults, '/home/ada/.azure');
  return { workspaces, cloud: cloud.name, found };
}

describe('which workspaces are meant', () => {
  it('the command line alone says it', () => {
    const flags = {
      workspace: ['a'],
      resourceGroup: 'rg',
      subscription: FIRST,
      cloud: 'AzureCloud' as const,
    };
    expect(choose(flags, SOME)).toEqual({
      workspaces: [{ subscription: FIRST, group: 'rg', name: 'a' }],
      cloud: 'AzureCloud',
      found: [],
    });
  });

  it('an id says all, and nothing of it is taken from elsewhere', () => {
    expect(choose({ workspace: [idOf(SECOND, 'rg-own', 'a')] }, SOME)).toEqual({
      workspaces: [{ subscription: SECOND, group: 'rg-own', name: 'a' }],
      cloud: 'AzureChinaCloud',
      found: ['cloud AzureChinaCloud: from azureProfile.json'],
    });
  });

  it('what is missing comes from the surroundings, and is told once', () => {
    expect(choose({ workspace: ['a', 'b'] }, SOME)).toEqual({
      workspaces: [
        { subscription: FIRST, group: 'rg-default', name: 'a' },
        { subscription: FIRST, group: 'rg-default', name: 'b' },
      ],
      cloud: 'AzureChinaCloud',
      found: [
        'resource group rg-default: from AZURE_RESOURCE_GROUP',
        `subscription ${FIRST}: from AZURE_SUBSCRIPTION_ID`,
        'cloud AzureChinaCloud: from azureProfile.json',
      ],
    });
    expect(choose({}, SOME).workspaces).toEqual([
      { subscription: FIRST, group: 'rg-default', name: 'mlw-default' },
    ]);
  });

  it('a group that nothing tells stays open', () => {
    expect(choose({ workspace: ['a'], subscription: FIRST })).toEqual({
      workspaces: [{ subscription: FIRST, name: 'a' }],
      cloud: 'AzureCloud',
      found: [],
    });
  });

  it('the same one is meant once, however it is spelled', () => {
    const workspace = ['a', idOf(FIRST.toUpperCase(), 'RG', 'A'), 'b'];
    expect(choose({ workspace, resourceGroup: 'rg', subscription: FIRST }).workspaces).toHaveLength(2);
  });

  it('a subscription may be named by its name', () => {
    expect(choose({ workspace: ['a'], subscription: 'sandbox' }, SOME).workspaces[0]?.subscription).toBe(
      SECOND,
    );
  });
});

describe('what cannot be meant', () => {
  const twins = { ...SOME, subscriptions: [...SOME.subscriptions, { id: SECOND, name: 'production' }] };
  const cases: Record<string, [flags: AzureFlags, defaults: Defaults, message: RegExp]> = {
    'no workspace': [{}, NONE, /^no workspace is named$/],
    'no subscription': [{ workspace: ['a'] }, NONE, /^no subscription is named$/],
    'no such subscription': [
      { workspace: ['a'], subscription: 'sandbx' },
      SOME,
      /^--subscription: expected the id of a subscription, or the name of one that the Azure CLI knows, found "sandbx"$/,
    ],
    'two subscriptions of one name': [
      { workspace: ['a'], subscription: 'production' },
      twins,
      /^--subscription: 2 subscriptions are named "production"$/,
    ],
    'an id in another subscription': [
      { workspace: [idOf(FIRST, 'rg', 'a')], subscription: SECOND },
      NONE,
      /^--subscription: 2222\S+ contradicts the resource id of --workspace, which says 1111\S+$/,
    ],
    'an id in another group': [
      { workspace: [idOf(FIRST, 'rg', 'a')], resourceGroup: 'other' },
      NONE,
      /^--resource-group: other contradicts the resource id of --workspace, which says rg$/,
    ],
    'no name at all': [{ workspace: ['-'] }, SOME, /^"-" is neither a workspace's name nor its resource id$/],
  };

  it.each(Object.entries(cases))('%s', (_what, [flags, defaults, message]) => {
    expect(() => choose(flags, defaults)).toThrow(UsageError);
    expect(() => choose(flags, defaults)).toThrow(message);
  });

  it('a subscription in the surroundings that is none is told with its place', () => {
    const subscription = { value: 'nonsense', from: 'AZURE_SUBSCRIPTION_ID' };
    expect(() => choose({ workspace: ['a'] }, { ...NONE, subscription })).toThrow(/^AZURE_SUBSCRIPTION_ID: /);
  });
});
