import { describe, expect, it } from 'vitest';
import { isAssignableScope, nearestAssignableScope } from '../../src/arm/assignable-scope.js';
import { groupPath, resourcePath, subscriptionPath } from '../../src/arm/path-builders.js';
import { WORKSPACE_TYPE } from '../../src/arm/resource-types.js';
import { isAtOrAbove, isBelow, matchesId } from '../../src/arm/scopes.js';

const SUBSCRIPTION = '3f1c2a4e-5b6d-4e7f-8a9b-0c1d2e3f4a5b';
const WORKSPACE = resourcePath(SUBSCRIPTION, 'rg', WORKSPACE_TYPE, 'w');

describe('a scope', () => {
  it.each([
    [subscriptionPath(SUBSCRIPTION), true],
    [groupPath(SUBSCRIPTION, 'RG'), true],
    [`${WORKSPACE}/`, true],
    ['/providers/Microsoft.Management/managementGroups/m', true],
    ['/providers/microsoft.management/managementgroups/m', true],
    [groupPath(SUBSCRIPTION, 'r'), false],
    [`${WORKSPACE}/onlineEndpoints/e`, false],
    [`${WORKSPACE}2`, false],
    [resourcePath(SUBSCRIPTION, 'rg', 'Microsoft.Management/managementGroups', 'm'), false],
  ])('%s is at or above a workspace: %s', (scope, isAbove) => {
    expect(isAtOrAbove(scope, WORKSPACE)).toBe(isAbove);
  });

  it.each([
    [`${WORKSPACE}/onlineEndpoints/e`.toUpperCase(), true],
    [WORKSPACE, false],
    [`${WORKSPACE}2/onlineEndpoints/e`, false],
    [groupPath(SUBSCRIPTION, 'rg'), false],
  ])('%s is below a workspace: %s', (scope, below) => {
    expect(isBelow(scope, WORKSPACE)).toBe(below);
  });

  it.each([
    [WORKSPACE.toUpperCase(), true],
    [resourcePath(SUBSCRIPTION, '*', WORKSPACE_TYPE, '*'), true],
    [resourcePath('*', 'rg', WORKSPACE_TYPE, 'other'), false],
    [resourcePath(SUBSCRIPTION, '*', WORKSPACE_TYPE, 'w*'), false],
    [`${subscriptionPath(SUBSCRIPTION)}/*`, false],
  ])('%s as a pattern names a workspace: %s', (pattern, isNamed) => {
    expect(matchesId(pattern, WORKSPACE)).toBe(isNamed);
  });

  it.each([
    [SUBSCRIPTION, subscriptionPath(SUBSCRIPTION)],
    [groupPath(SUBSCRIPTION, 'rg').slice(1), groupPath(SUBSCRIPTION, 'rg')],
    [WORKSPACE, groupPath(SUBSCRIPTION, 'rg')],
    [`${subscriptionPath(SUBSCRIPTION)}/groups/rg`, subscriptionPath(SUBSCRIPTION)],
    ['my subscription', null],
  ])('%s was meant for %s', (word, scope) => {
    expect(isAssignableScope(word)).toBe(false);
    expect(nearestAssignableScope(word)).toBe(scope);
    if (scope !== null) expect(isAssignableScope(scope)).toBe(true);
  });
});
