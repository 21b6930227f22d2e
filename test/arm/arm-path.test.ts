import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionOf, isAskable, parseArmPath, typeOf } from '../../src/arm/arm-path.js';
import { childrenPath, subscriptionListPath } from '../../src/arm/list-paths.js';
import { groupPath, ofType, resourcePath, subscriptionPath } from '../../src/arm/path-builders.js';
import {
  idOfType,
  isResourceId,
  nameOfType,
  parentOf,
  parseResourceId,
  subscriptionListed,
} from '../../src/arm/resource-id.js';
import { PRIVATE_ENDPOINT_TYPE, WORKSPACE_TYPE } from '../../src/arm/resource-types.js';

const VAULT = '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv';
const WORKSPACE = resourcePath('s', 'g', WORKSPACE_TYPE, 'w');

describe('a path', () => {
  it.each([
    [
      'a resource',
      VAULT,
      {
        subscription: 's',
        group: 'g',
        above: '/subscriptions/s/resourceGroups/g',
        namespace: 'Microsoft.KeyVault',
        rest: ['vaults', 'kv'],
        types: ['vaults'],
        names: ['kv'],
      },
    ],
    [
      'a list below resources, in another case and with a slash at its end',
      `/Subscriptions/s/resourcegroups/g/PROVIDERS/${WORKSPACE_TYPE}/w/onlineEndpoints/e/deployments/`,
      {
        subscription: 's',
        group: 'g',
        above: '/Subscriptions/s/resourcegroups/g',
        namespace: 'Microsoft.MachineLearningServices',
        rest: ['workspaces', 'w', 'onlineEndpoints', 'e', 'deployments'],
        types: ['workspaces', 'onlineEndpoints', 'deployments'],
        names: ['w', 'e'],
      },
    ],
    [
      'the list of a subscription',
      subscriptionListPath('s', 'privateEndpoint'),
      {
        subscription: 's',
        group: null,
        above: '/subscriptions/s',
        namespace: 'Microsoft.Network',
        rest: ['privateEndpoints'],
        types: ['privateEndpoints'],
        names: [],
      },
    ],
    [
      'the generic list of a group',
      '/subscriptions/s/resourceGroups/g/resources',
      {
        subscription: 's',
        group: 'g',
        above: '/subscriptions/s/resourceGroups/g',
        namespace: null,
        rest: ['resources'],
        types: ['resources'],
        names: [],
      },
    ],
    [
      'what extends a resource',
      `${VAULT}/providers/Microsoft.Authorization/locks/l`,
      {
        subscription: 's',
        group: 'g',
        above: VAULT,
        namespace: 'Microsoft.Authorization',
        rest: ['locks', 'l'],
        types: ['vaults', 'locks'],
        names: ['kv', 'l'],
      },
    ],
    [
      'what extends a resource, with names that are words of ARM',
      `/subscriptions/s/resourceGroups/g/providers/${WORKSPACE_TYPE}/providers/onlineEndpoints/e/Providers/microsoft.insights/diagnosticSettings`,
      {
        subscription: 's',
        group: 'g',
        above: `/subscriptions/s/resourceGroups/g/providers/${WORKSPACE_TYPE}/providers/onlineEndpoints/e`,
        namespace: 'microsoft.insights',
        rest: ['diagnosticSettings'],
        types: ['workspaces', 'onlineEndpoints', 'diagnosticSettings'],
        names: ['providers', 'e'],
      },
    ],
    [
      'what belongs to the tenant',
      '/providers/Microsoft.Management/managementGroups/m',
      {
        subscription: null,
        group: null,
        above: '',
        namespace: 'Microsoft.Management',
        rest: ['managementGroups', 'm'],
        types: ['managementGroups'],
        names: ['m'],
      },
    ],
    [
      'a subscription',
      '/subscriptions/s',
      {
        subscription: 's',
        group: null,
        above: '/subscriptions/s',
        namespace: null,
        rest: [],
        types: [],
        names: [],
      },
    ],
    [
      'what lies in nothing that ARM knows',
      '/elsewhere/x/providers/Microsoft.KeyVault',
      {
        subscription: null,
        group: null,
        above: '',
        namespace: null,
        rest: ['elsewhere', 'x', 'providers', 'Microsoft.KeyVault'],
        types: ['elsewhere', 'providers'],
        names: ['x', 'Microsoft.KeyVault'],
      },
    ],
    [
      'something else',
      'https://evil.test/subscriptions/s',
      {
        subscription: null,
        group: null,
        above: '',
        namespace: null,
        rest: ['https:', '', 'evil.test', 'subscriptions', 's'],
        types: ['https:', 'evil.test', 's'],
        names: ['', 'subscriptions'],
      },
    ],
  ])('is cut into its parts: %s', (_what, path, parts) => {
    expect(parseArmPath(path)).toEqual(parts);
  });

  it.each([
    [VAULT, 'Microsoft.KeyVault/vaults', 'Microsoft.KeyVault/vaults/read'],
    [
      `${VAULT}/providers/Microsoft.Authorization/locks`,
      'Microsoft.Authorization/locks',
      'Microsoft.Authorization/locks/read',
    ],
    [
      '/subscriptions/s/resourceGroups/g/resources',
      'Microsoft.Resources/resources',
      'Microsoft.Resources/subscriptions/resourceGroups/resources/read',
    ],
    ['/subscriptions/s', 'Microsoft.Resources', 'Microsoft.Resources/subscriptions/read'],
  ])('%s is of a type and takes an action', (path, type, action) => {
    expect(typeOf(parseArmPath(path))).toBe(type);
    expect(actionOf(path)).toBe(action);
  });

  it.each([
    '',
    'Sanitized',
    'azureml://registries/azureml/environments/e/versions/1',
    '/subscriptions//resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv',
    '/subscriptions/s/resourceGroups/../providers/Microsoft.KeyVault/vaults/kv',
    '/subscriptions/s/resourceGroups/./providers/Microsoft.KeyVault/vaults/kv',
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/..',
    `https://evil.test${VAULT}`,
    `${VAULT}//`,
    `${VAULT}?a=b`,
    `${VAULT}#a`,
  ])('is none that ARM could be asked for: "%s"', (path) => {
    expect(isAskable(path)).toBe(false);
    expect(isResourceId(path)).toBe(false);
  });

  it.each([
    [VAULT, true],
    [`${VAULT}/`, true],
    ['/subscriptions/s/resourceGroups/g.h/providers/Microsoft.KeyVault/vaults/.kv', true],
    [`${WORKSPACE}/onlineEndpoints`, false],
    ['/subscriptions/s/resourceGroups/g', false],
    ['/subscriptions/s', false],
    [subscriptionListPath('s', 'workspace'), false],
  ])('%s can be asked for, as a resource: %s', (path, isResource) => {
    expect(isAskable(path)).toBe(true);
    expect(isResourceId(path)).toBe(isResource);
  });
});

describe('a part of a path', () => {
  const DEPLOYMENT = `${WORKSPACE}/onlineEndpoints/e/deployments/d`;

  it.each([
    [DEPLOYMENT, 'deployments', 'd'],
    [DEPLOYMENT, 'ONLINEENDPOINTS', 'e'],
    [DEPLOYMENT, 'workspaces', 'w'],
    [parentOf(DEPLOYMENT), 'deployments', null],
    [childrenPath(parentOf(DEPLOYMENT), 'deployments'), 'deployments', null],
    [childrenPath(parentOf(DEPLOYMENT), 'deployments'), 'onlineEndpoints', 'e'],
    // A name is no type.
    [`${WORKSPACE}/datastores/onlineEndpoints`, 'onlineEndpoints', null],
  ])('of %s the name of %s', (path, type, name) => {
    expect(nameOfType(path, type)).toBe(name);
  });

  it.each([
    [DEPLOYMENT, WORKSPACE],
    [WORKSPACE, WORKSPACE],
    [WORKSPACE.toLowerCase(), WORKSPACE.toLowerCase()],
    [`${WORKSPACE}/`, WORKSPACE],
    [VAULT, null],
    [ofType(groupPath('s', 'g'), WORKSPACE_TYPE), null],
    [`${ofType(groupPath('s', 'g'), WORKSPACE_TYPE)}/`, null],
    [`${ofType(subscriptionPath('s'), WORKSPACE_TYPE)}/w`, null],
  ])('of %s the workspace', (path, id) => {
    expect(idOfType(path, WORKSPACE_TYPE)).toBe(id);
  });

  it.each([
    [subscriptionListPath('s', 'privateEndpoint').toLowerCase(), 's'],
    [`${subscriptionListPath('s', 'privateEndpoint')}/pe`, null],
    [subscriptionListPath('s', 'workspace'), null],
    [ofType(groupPath('s', 'g'), PRIVATE_ENDPOINT_TYPE), null],
    [ofType(VAULT, PRIVATE_ENDPOINT_TYPE), null],
  ])('of %s the subscription whose private endpoints it lists', (path, subscription) => {
    expect(subscriptionListed(path, PRIVATE_ENDPOINT_TYPE)).toBe(subscription);
  });

  it('is what the id was built of', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9_()-]{1,20}$/);
    fc.assert(
      fc.property(part, part, part, (subscription, group, name) => {
        const id = resourcePath(subscription, group, PRIVATE_ENDPOINT_TYPE, name);
        expect(parseResourceId(id)).toEqual({
          subscription,
          group,
          name,
          type: PRIVATE_ENDPOINT_TYPE.toLowerCase(),
        });
        expect(parseArmPath(id).above).toBe(groupPath(subscription, group));
        expect(idOfType(childrenPath(id, 'zoneGroups'), PRIVATE_ENDPOINT_TYPE)).toBe(id);
      }),
    );
  });
});
