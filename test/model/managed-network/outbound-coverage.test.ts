import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.js';
import { type Fact, known, unread } from '../../../src/model/algebra/fact.js';
import type { AssetStorage } from '../../../src/model/assets/asset-storage.js';
import { Model } from '../../../src/model/bodies/model.js';
import { imageCover, storageCover } from '../../../src/model/managed-network/outbound-coverage.js';
import { TARGETS } from '../../../src/model/targets/targets.js';
import type { Estate } from '../../world/estate.js';
import { addOutboundRule } from '../../world/managed-network.js';
import { soundManaged } from '../../world/sound.js';

const { workspace, storage } = soundManaged().names;
const LAKE = storage.replace('rg-managed', 'rg-lake').replace('stmanaged', 'stlake');
const ENVIRONMENT = `${workspace}/environments/claims-env/versions/1`;

type Type = 'FQDN' | 'PrivateEndpoint' | 'ServiceTag';

/** A rule of the user's own, Active unless told otherwise. */
interface Rule {
  readonly type: Type;
  readonly destination: Json;
  readonly status?: string | null;
}

const host = (destination: string, status: string | null = 'Active'): Rule => ({
  type: 'FQDN',
  destination,
  status,
});
const endpoint = (serviceResourceId: string, subresourceTarget: string | null): Rule => ({
  type: 'PrivateEndpoint',
  destination: { serviceResourceId, subresourceTarget },
});
const tag = (serviceTag: string, more: JsonObject = {}): Rule => ({
  type: 'ServiceTag',
  destination: { serviceTag, protocol: 'TCP', portRanges: '443', action: 'Allow', ...more },
});

/** What leads there, or what the gaps say. */
function told(cover: Fact<string | null>): string | null {
  return cover.known ? cover.value : cover.gaps.map(({ detail }) => detail).join('; ');
}

function deploymentWith(rules: readonly Rule[], change: (estate: Estate) => unknown = () => undefined) {
  const estate = soundManaged();
  for (const [position, { type, destination, status = 'Active' }] of rules.entries()) {
    const called = `rule-${position}`;
    addOutboundRule(estate, called, { type, category: 'UserDefined', status: 'Active', destination });
    estate.world.set(`${workspace}/outboundRules/${called}`, 'properties.status', status);
  }
  change(estate);
  const [deployment] = TARGETS.deployment.find(new Model(estate.world.snapshot())).items;
  if (deployment === undefined) throw new Error('the world holds no deployment');
  return deployment;
}

/** What leads to an image, with these rules. */
function coverOfImage(image: string, rules: readonly Rule[]): string | null {
  return told(
    imageCover(deploymentWith(rules, ({ world }) => world.set(ENVIRONMENT, 'properties.image', image))),
  );
}

const asset = { resourceId: workspace, path: 'properties.modelUri', actual: 'there' };
const LAKE_FILES: AssetStorage = {
  way: 'other-storage',
  account: 'stlake',
  accountId: LAKE,
  service: 'dfs',
  datastore: 'lake',
  asset,
};

/** What leads to files, with these rules. */
function coverOfFiles(files: AssetStorage, rules: readonly Rule[]): string | null {
  return told(storageCover(deploymentWith(rules), known(files)));
}

const RULE = 'outbound rule rule-0';
const status = (value: string) => `properties.status is ${value}: the service is at work on it`;

describe('a host that an FQDN rule covers', () => {
  const table: readonly [pattern: string, image: string, covers: boolean][] = [
    ['a.example.com', 'a.example.com/score:1', true],
    ['A.Example.COM', 'a.example.com/score:1', true],
    ['a.example.com', 'A.Example.com/score:1', true],
    ['a.example.com.', 'a.example.com/score:1', true],
    [' a.example.com ', 'a.example.com/score:1', true],
    ['b.example.com', 'a.example.com/score:1', false],
    ['example.com', 'a.example.com/score:1', false],
    ['*.example.com', 'a.example.com/score:1', true],
    ['*.Example.com.', 'a.example.com/score:1', true],
    ['*.example.com', 'a.b.example.com/score:1', true],
    ['*.example.com', 'badexample.com/score:1', false],
    ['*.example.com', 'example.com/score:1', false],
    ['*.example.com', 'a.example.com.evil.net/score:1', false],
    ['*.com', 'a.example.com/score:1', true],
    ['*', 'a.example.com/score:1', true],
    ['a.*.com', 'a.example.com/score:1', false],
    ['*.azurecr.io', 'crother.azurecr.io/score:1', true],
    ['crother.azurecr.io', 'crother.azurecr.io/score:1', true],
    ['cr.azurecr.io', 'crother.azurecr.io/score:1', false],
    // One of the two hosts is enough.
    ['registry-1.docker.io', 'library/score:1', true],
    ['docker.io', 'library/score:1', true],
  ];
  it.each(table)('%s, and the image %s: %s', (pattern, image, covers) => {
    expect(coverOfImage(image, [host(pattern)])).toBe(covers ? RULE : null);
  });

  it('is none of a storage account, whatever the rule names', () => {
    expect(coverOfFiles(LAKE_FILES, [host('*'), host('stlake.dfs.core.windows.net')])).toBeNull();
  });
});

describe('a resource that a private endpoint rule covers', () => {
  const table: readonly [what: string, rule: Rule, covers: boolean][] = [
    ['of the account', endpoint(LAKE, 'dfs'), true],
    ['spelled otherwise', endpoint(LAKE.toUpperCase(), 'DFS'), true],
    // Nothing names the resource group of an account that stands in an address alone.
    ['of that name in another group', endpoint(LAKE.replace('rg-lake', 'rg-sea'), 'dfs'), true],
    ['to another service of the account', endpoint(LAKE, 'blob'), false],
    ['without a service', endpoint(LAKE, null), false],
    ['to another account', endpoint(storage, 'dfs'), false],
    [
      'to another type of that name',
      endpoint(LAKE.replace('Microsoft.Storage/storageAccounts', 'Microsoft.KeyVault/vaults'), 'dfs'),
      false,
    ],
    ['to what is no id', endpoint('stlake', 'dfs'), false],
  ];
  it.each(table)('%s', (_, rule, covers) => {
    expect(coverOfFiles(LAKE_FILES, [rule])).toBe(covers ? RULE : null);
  });

  it('is none of a host outside Azure', () => {
    expect(coverOfImage('stlake/score:1', [endpoint(LAKE, 'dfs')])).toBeNull();
  });
});

describe('a service tag rule', () => {
  const region =
    'properties.destination.serviceTag is Storage.eastus: whether storage account stlake lies in that region was not read';
  const prefixes =
    'properties.destination.addressPrefixes is 20.0.0.0/8, 1.2.3.4: whether storage account stlake has an address in there was not read';
  const table: readonly [rule: Rule, cover: string | null][] = [
    [tag('Storage'), RULE],
    [tag('STORAGE'), RULE],
    [tag('AzureCloud'), RULE],
    [tag('Internet'), RULE],
    [tag('Storage.'), RULE],
    [tag('Storage.eastus'), region],
    [tag('AzureContainerRegistry'), null],
    [tag('VirtualNetwork'), null],
    [tag('Storage', { addressPrefixes: ['20.0.0.0/8', '1.2.3.4'] }), prefixes],
    // The prefixes hold in place of the tag, even one that leads elsewhere.
    [tag('VirtualNetwork', { addressPrefixes: ['20.0.0.0/8', '1.2.3.4'] }), prefixes],
    [tag('Storage', { addressPrefixes: [] }), RULE],
    [tag('Storage', { action: 'Deny' }), null],
    [tag('Storage', { action: 'Deny', addressPrefixes: ['20.0.0.0/8'] }), null],
    [tag('Storage', { protocol: 'tcp' }), RULE],
    [tag('Storage', { protocol: '*' }), RULE],
    [tag('Storage', { protocol: 'Any' }), RULE],
    [tag('Storage', { protocol: null }), RULE],
    [tag('Storage', { protocol: 'UDP' }), null],
    [tag('Storage', { protocol: 'ICMP' }), null],
    [tag('Storage', { protocol: 'UDP', addressPrefixes: ['20.0.0.0/8'] }), null],
    [tag('Storage', { portRanges: '*' }), RULE],
    [tag('Storage', { portRanges: null }), RULE],
    [tag('Storage', { portRanges: '80, 443' }), RULE],
    [tag('Storage', { portRanges: '80,443' }), RULE],
    [tag('Storage', { portRanges: '400-500' }), RULE],
    [tag('Storage', { portRanges: '443-500' }), RULE],
    [tag('Storage', { portRanges: '400 - 443' }), RULE],
    [tag('Storage', { portRanges: '80, 8000-9000, 440-450' }), RULE],
    [tag('Storage', { portRanges: '444-500' }), null],
    [tag('Storage', { portRanges: '400-442' }), null],
    [tag('Storage', { portRanges: '80' }), null],
    [tag('Storage', { portRanges: '4430' }), null],
    [tag('Storage', { portRanges: '80, 8000-9000' }), null],
  ];
  it.each(table)('%j', (rule, cover) => expect(coverOfFiles(LAKE_FILES, [rule])).toBe(cover));
});

describe('the rule that covers', () => {
  const table: readonly [what: string, rules: readonly Rule[], cover: string | null][] = [
    ['nothing', [], null],
    ['an Active rule', [host('a.example.com', 'Active')], RULE],
    ['an inactive rule', [host('a.example.com', 'Inactive')], null],
    ['a failed rule', [host('a.example.com', 'Failed')], null],
    ['a rule without a status, which does not act yet', [host('a.example.com', null)], null],
    ['a rule that is being made', [host('a.example.com', 'Provisioning')], status('Provisioning')],
    ['a rule that is being deleted', [host('a.example.com', 'Deleting')], status('Deleting')],
    ['a rule for something else that is being made', [host('b.example.com', 'Provisioning')], null],
    [
      'a status that nobody knows',
      [host('a.example.com', 'Odd')],
      'properties.status is Odd; isocheck knows Active or Inactive or Provisioning or Deleting or Failed',
    ],
    ['a rule for something else with such a status', [host('b.example.com', 'Odd')], null],
    [
      'the first that acts',
      [host('b.example.com'), host('*.example.com'), host('*')],
      'outbound rule rule-1',
    ],
    [
      'one that acts beside one that can not be told',
      [host('a.example.com', 'Provisioning'), host('*')],
      'outbound rule rule-1',
    ],
    [
      'all that can not be told',
      [host('a.example.com', 'Provisioning'), tag('Internet.eastus')],
      `${status('Provisioning')}; properties.destination.serviceTag is Internet.eastus: whether a.example.com lies in that region was not read`,
    ],
    // What it leads to was not read: Inactive, it leads nowhere.
    [
      'a destination that can not be read',
      [{ type: 'FQDN', destination: { host: 'a' } }],
      'properties.destination is {"host":"a"}; isocheck knows a string',
    ],
    [
      'such a destination of an inactive rule',
      [{ type: 'FQDN', destination: { host: 'a' }, status: 'Inactive' }],
      null,
    ],
  ];
  it.each(table)('%s', (_, rules, cover) => {
    expect(coverOfImage('a.example.com/score:1', rules)).toBe(cover);
  });

  it('may be hidden where the list was not read, unless one that was read is enough', () => {
    const cover = (rules: readonly Rule[]) =>
      told(
        imageCover(
          deploymentWith(rules, ({ world }) =>
            world
              .set(ENVIRONMENT, 'properties.image', 'a.example.com/score:1')
              .incomplete('outboundRules', `${workspace}/outboundRules`),
          ),
        ),
      );
    expect(cover([])).toBe('429 TooManyRequests');
    expect(cover([host('b.example.com')])).toBe('429 TooManyRequests');
    expect(cover([host('a.example.com')])).toBe(RULE);
  });
});

describe('what needs no rule', () => {
  const own = "the managed network's own way to Microsoft's registries";
  const table: readonly [files: AssetStorage, cover: string | null][] = [
    [{ way: 'none' }, null],
    [{ ...LAKE_FILES, way: 'default-storage' }, null],
    [{ way: 'registry', registry: 'azureml', asset }, own],
    [{ way: 'registry', registry: 'AzureML-Meta', asset }, own],
    [{ way: 'registry', registry: 'azureml-contoso', asset }, RULE],
    [{ way: 'registry', registry: 'HuggingFace', asset }, RULE],
    [{ way: 'onelake', datastore: null, asset }, RULE],
  ];
  it.each(table)('%j', (files, cover) => expect(coverOfFiles(files, [tag('Internet')])).toBe(cover));

  it('is an image of the workspace, and an environment of a registry of Microsoft', () => {
    const image = (change: (estate: Estate) => unknown) =>
      told(imageCover(deploymentWith([tag('Internet')], change)));
    const named = (registry: string) => (estate: Estate) =>
      estate.world.set(
        `${workspace}/onlineEndpoints/claims/deployments/blue`,
        'properties.environmentId',
        `azureml://registries/${registry}/environments/score/versions/1`,
      );
    expect(image(() => undefined)).toBeNull();
    expect(image(named('azureml-meta'))).toBe(own);
    expect(image(named('contoso'))).toBe(RULE);
  });
});

describe('a gap on the way', () => {
  it('stays the gap', () => {
    const gap = { scope: '/x', operation: 'a/read', reason: 'forbidden', detail: 'not yours' } as const;
    expect(storageCover(deploymentWith([host('*')]), unread(gap))).toEqual(unread(gap));
    const environment = deploymentWith([host('*')], ({ world }) => world.gap('environment', ENVIRONMENT));
    expect(told(imageCover(environment))).toBe('403 AuthorizationFailed');
    const project = deploymentWith([host('*')], ({ world }) => world.set(workspace, 'kind', 'Project'));
    expect(told(storageCover(project, known(LAKE_FILES)))).toBe(
      'properties.hubResourceId is absent from a workspace of kind Project',
    );
  });
});
