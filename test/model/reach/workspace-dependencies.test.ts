import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/model/algebra/fact.js';
import { Model } from '../../../src/model/bodies/model.js';
import {
  dependenciesInOtherGroups,
  dependenciesInOtherSubscriptions,
  restrictedImageSources,
} from '../../../src/model/reach/workspace-dependencies.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import { Estate } from '../../world/estate.js';
import { HUB_SUBSCRIPTION, namesOf, SUBSCRIPTION } from '../../world/names.js';
import type { World } from '../../world/world.js';

const { keyVault, registry, storage, workspace } = namesOf('fraud');
const FORBIDDEN = '403 AuthorizationFailed';

type Change = (world: World) => unknown;

function workspaceIn(change: Change) {
  const { world } = new Estate('fraud');
  change(world);
  return workspaceAt(new Model(world.snapshot()), workspace);
}

function lines<T>(fact: Fact<readonly T[]>, line: (item: T) => string): readonly string[] | string {
  return fact.known ? fact.value.map(line) : fact.gaps.map(({ detail }) => detail).join('; ');
}

const PATHS = {
  storage: 'properties.storageAccount',
  vault: 'properties.keyVault',
  registry: 'properties.containerRegistry',
} as const;
const at =
  (which: keyof typeof PATHS, id: string | null): Change =>
  (world) =>
    world.set(workspace, PATHS[which], id);
const several =
  (...changes: readonly Change[]): Change =>
  (world) => {
    for (const change of changes) change(world);
  };
const away = (id: string) => id.replace(SUBSCRIPTION, HUB_SUBSCRIPTION);
const beside = (id: string) => id.replace('rg-fraud', 'rg-other');
const odd = (which: keyof typeof PATHS) => `${PATHS[which]} is x; isocheck knows ids of resources in a group`;

describe('the dependencies that lie elsewhere than their workspace', () => {
  const table: readonly [
    what: string,
    change: Change,
    subscriptions: readonly string[] | string,
    groups: readonly string[] | string,
  ][] = [
    ['none', () => undefined, [], []],
    ['none, in another case', at('storage', storage.toUpperCase()), [], []],
    ['none that is not there', at('registry', null), [], []],
    ['one in another group', at('storage', beside(storage)), [], ['storage account stfraud']],
    // Of vaults the page asks nothing.
    ['a vault in another group', at('vault', beside(keyVault)), [], []],
    ['a vault in another subscription', at('vault', away(keyVault)), ['key vault kv-fraud'], []],
    [
      'one in another subscription, in a group of the same name',
      at('registry', away(registry)),
      ['container registry crfraud'],
      ['container registry crfraud'],
    ],
    [
      'all',
      several(at('storage', away(storage)), at('vault', away(keyVault)), at('registry', away(registry))),
      ['storage account stfraud', 'key vault kv-fraud', 'container registry crfraud'],
      ['storage account stfraud', 'container registry crfraud'],
    ],
    ['one that is no id', at('storage', 'x'), odd('storage'), odd('storage')],
    ['a vault that is no id', at('vault', 'x'), odd('vault'), []],
    [
      'one that is known beside one that is no id',
      several(at('storage', 'x'), at('registry', away(registry))),
      ['container registry crfraud'],
      ['container registry crfraud'],
    ],
    [
      'those of a workspace that was not read',
      (world) => world.gap('workspace', workspace),
      FORBIDDEN,
      FORBIDDEN,
    ],
  ];
  it.each(table)('%s', (_, change, subscriptions, groups) => {
    const target = workspaceIn(change);
    const line = ({
      words,
      place,
      path,
      id,
    }: {
      words: string;
      place: { name: string };
      path: string;
      id: string;
    }) => {
      expect(Object.values(PATHS)).toContain(path);
      expect(id).toContain(place.name);
      return `${words} ${place.name}`;
    };
    expect(lines(dependenciesInOtherSubscriptions(target), line)).toEqual(subscriptions);
    expect(lines(dependenciesInOtherGroups(target), line)).toEqual(groups);
  });
});

describe('the sources of images that are restricted', () => {
  const is =
    (id: string, access: string, rules: string, defaultAction: string): Change =>
    (world) =>
      world
        .set(id, 'properties.publicNetworkAccess', access)
        .set(id, `properties.${rules}.defaultAction`, defaultAction);
  const registryIs = (access: string, action: string) => is(registry, access, 'networkRuleSet', action);
  const storageIs = (access: string, action: string) => is(storage, access, 'networkAcls', action);
  const REGISTRY = 'container registry crfraud: properties.publicNetworkAccess is Disabled';
  const STORAGE = 'storage account stfraud: properties.publicNetworkAccess is Disabled';
  const table: readonly [what: string, change: Change, sources: readonly string[] | string][] = [
    ['both', () => undefined, [REGISTRY, STORAGE]],
    ['none', several(registryIs('Enabled', 'Allow'), storageIs('Enabled', 'Allow')), []],
    ['one', registryIs('Enabled', 'Allow'), [STORAGE]],
    [
      'behind firewalls',
      several(registryIs('Enabled', 'Deny'), storageIs('Enabled', 'Deny')),
      [
        'container registry crfraud: properties.networkRuleSet.defaultAction is Deny',
        'storage account stfraud: properties.networkAcls.defaultAction is Deny',
      ],
    ],
    [
      'closed, behind an open firewall',
      several(at('registry', null), storageIs('Disabled', 'Allow')),
      [STORAGE],
    ],
    ['none that is not there', several(at('registry', null), at('storage', null)), []],
    ['one that is known beside one that was not read', (world) => world.gap('registry', registry), [STORAGE]],
    [
      'open where one was not read and the other is open',
      several(storageIs('Enabled', 'Allow'), (world) => world.gap('registry', registry)),
      FORBIDDEN,
    ],
    ['open where the workspace was not read', (world) => world.gap('workspace', workspace), FORBIDDEN],
  ];
  it.each(table)('%s', (_, change, sources) => {
    const line = (each: { words: string; name: string; path: string; actual: string; id: string }) => {
      expect([registry, storage]).toContain(each.id);
      return `${each.words} ${each.name}: ${each.path} is ${each.actual}`;
    };
    expect(lines(restrictedImageSources(workspaceIn(change)), line)).toEqual(sources);
  });
});
