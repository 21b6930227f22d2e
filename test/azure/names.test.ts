import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOUDS } from '../../src/arm/clouds.js';
import {
  customRolesPath,
  denyAssignmentsPath,
  diagnosticSettingsPath,
  locksPath,
  roleAssignmentsPath,
} from '../../src/arm/list-paths.js';
import { parseWorkspaceReference, workspaceId } from '../../src/arm/workspace-reference.js';
import { parseArmEndpoint, tokenScope } from '../../src/azure/connect/arm-endpoint.js';
import { describeRead } from '../../src/azure/describe-read.js';
import { collectionRead, resourceRead } from '../../src/azure/exchange/read.js';
import { UsageError } from '../../src/errors.js';

describe('a workspace', () => {
  it.each([
    ['mlw-fraud', { name: 'mlw-fraud' }],
    ['  mlw_1 ', { name: 'mlw_1' }],
    [workspaceId('s', 'rg (1)', 'mlw'), { subscription: 's', group: 'rg (1)', name: 'mlw' }],
    [
      '/SUBSCRIPTIONS/s/resourcegroups/g/PROVIDERS/microsoft.machinelearningservices/Workspaces/MLW/',
      { subscription: 's', group: 'g', name: 'MLW' },
    ],
  ])('is read from %s', (text, reference) => {
    expect(parseWorkspaceReference(text)).toEqual(reference);
  });

  it.each([
    '',
    'a b',
    'a/b',
    '-a',
    '/subscriptions/s',
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv',
    `${workspaceId('s', 'g', 'mlw')}/onlineEndpoints/e`,
    workspaceId('s', '', 'mlw'),
  ])('is not read from "%s"', (text) => {
    expect(() => parseWorkspaceReference(text)).toThrow(UsageError);
    expect(() => parseWorkspaceReference(text)).toThrow("is neither a workspace's name nor its resource id");
  });

  it.each(['', '/projects/agents'])('an Azure AI Foundry resource is told to be no workspace%s', (below) => {
    const id = `/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/foundry${below}`;
    expect(() => parseWorkspaceReference(id)).toThrow(
      `${id} is an Azure AI Foundry resource, and no Azure Machine Learning workspace`,
    );
  });

  it('is read back from every id that is made of a name', () => {
    const part = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}$/);
    fc.assert(
      fc.property(part, part, part, (subscription, group, name) => {
        const id = workspaceId(subscription, group, name);
        expect(parseWorkspaceReference(id)).toEqual({ subscription, group, name });
      }),
    );
  });
});

describe('an ARM endpoint', () => {
  it.each([
    ['https://management.azure.com', 'https://management.azure.com'],
    ['https://MANAGEMENT.azure.com/', 'https://management.azure.com'],
    ['https://arm.local:8443//', 'https://arm.local:8443'],
    ['https://proxy.local/arm/', 'https://proxy.local/arm'],
  ])('%s', (text, endpoint) => {
    expect(parseArmEndpoint(text)).toBe(endpoint);
  });

  it.each([
    ['https://management.azure.com', 'AzureCloud', 'https://management.azure.com/.default'],
    [
      'https://management.usgovcloudapi.net',
      'AzureUSGovernment',
      'https://management.usgovcloudapi.net/.default',
    ],
    [
      'https://management.chinacloudapi.cn',
      'AzureChinaCloud',
      'https://management.chinacloudapi.cn/.default',
    ],
    ['https://arm.local:8443', 'AzureCloud', 'https://arm.local:8443/.default'],
  ] as const)('%s in %s asks for a token for %s', (endpoint, cloud, scope) => {
    expect(tokenScope(endpoint, CLOUDS[cloud])).toBe(scope);
  });
});

describe('a read in words', () => {
  const group = '/subscriptions/s/resourceGroups/g/providers';
  const workspace = workspaceId('s', 'g', 'mlw');
  const registry = `${group}/Microsoft.ContainerRegistry/registries/cr`;

  it.each([
    [resourceRead('computes', `${workspace}/computes/cpu`), 'compute cpu'],
    [collectionRead('computes', `${workspace}/computes`), 'computes of mlw'],
    [resourceRead('code', `${workspace}/codes/score/versions/3`), 'code score:3'],
    [collectionRead('locks', locksPath('s')), 'locks of subscription s'],
    [collectionRead('customRoles', customRolesPath('s')), 'custom roles of subscription s'],
    [collectionRead('roleAssignments', roleAssignmentsPath(registry, 'p')), 'role assignments of cr'],
    [collectionRead('denyAssignments', denyAssignmentsPath(registry)), 'deny assignments of cr'],
    [
      collectionRead('diagnosticSettings', diagnosticSettingsPath(`${workspace}/onlineEndpoints/e`)),
      'diagnostic settings of e',
    ],
    [
      collectionRead('privateEndpoint', '/subscriptions/s/providers/Microsoft.Network/privateEndpoints'),
      'private endpoints of subscription s',
    ],
    [
      collectionRead('zoneLinks', `${group}/Microsoft.Network/privateDnsZones/z/virtualNetworkLinks`),
      'virtual network links of z',
    ],
  ])('$path', (read, words) => {
    expect(describeRead(read)).toBe(words);
  });
});
