import { describe, expect, it } from 'vitest';
import type { Finding, Severity, Status } from '../../src/findings/report.js';
import { Model } from '../../src/model/bodies/model.js';
import { workspacesIn } from '../../src/model/ownership/owners.js';
import { endpointsOf } from '../../src/model/resources/endpoint.js';
import { supportedBy } from '../../src/scenarios/conditions.js';
import { type Condition, FindingIndex } from '../../src/scenarios/finding-index.js';
import { legacy } from './worlds.js';

const finding = (status: Status, severity: Severity, id = '/one'): Finding => ({
  ruleId: 'registry/premium-sku',
  status,
  severity,
  target: { id, type: 'registry', name: 'one' },
  origin: 'existing',
  message: `${status} ${severity}`,
  docs: [],
  gaps: [],
  evidence: [],
});

describe('a finding as a condition', () => {
  it.each<[Status, Severity, boolean | null]>([
    ['pass', 'error', true],
    ['not-applicable', 'error', true],
    ['unknown', 'error', null],
    ['unknown', 'warning', null],
    ['unknown', 'info', null],
    ['fail', 'error', false],
    ['fail', 'warning', null],
    ['fail', 'info', true],
  ])('%s as %s holds: %s', (status, severity, holds) => {
    const index = new FindingIndex([finding('pass', 'error', '/other'), finding(status, severity)]);
    expect(index.condition('registry/premium-sku', '/one')).toEqual({
      shown: { ruleId: 'registry/premium-sku', status, text: `${status} ${severity}` },
      holds,
    });
  });

  it.each([
    ['another target', 'registry/premium-sku', '/two'],
    ['another rule', 'registry/trusted-services', '/one'],
  ])('is unknown where only %s was asked', (_what, ruleId, targetId) => {
    const index = new FindingIndex([finding('pass', 'error')]);
    expect(index.condition(ruleId, targetId)).toEqual({
      shown: { ruleId, status: 'unknown', text: `${ruleId} was not asked of ${targetId}.` },
      holds: null,
    });
  });

  it('of deployments that were not listed is found by the key of their list', () => {
    const [endpoint] = workspacesIn(new Model(legacy('Disabled')().world.snapshot())).flatMap(
      (workspace) => endpointsOf(workspace).items,
    );
    if (endpoint === undefined) throw new Error('the world has no endpoint');
    const target = { ...finding('unknown', 'error').target, id: `${endpoint.id}/deployments`.toLowerCase() };
    const unlisted: Finding = {
      ...finding('unknown', 'error'),
      ruleId: 'deployment/egress-public-network-access',
      target,
    };
    expect(new FindingIndex([unlisted]).unlistedDeployments(endpoint)).toMatchObject([
      { shown: { text: 'unknown error' }, holds: null },
    ]);
  });
});

describe('a row is supported', () => {
  const conditions = (...each: readonly Condition['holds'][]) =>
    each.map((holds): Condition => ({ shown: { ruleId: 'a/b', status: 'pass', text: '' }, holds }));
  it.each<[Condition['holds'][], boolean | null]>([
    [[], true],
    [[true, true], true],
    [[true, null], null],
    [[null, true], null],
    [[null], null],
    [[true, false], false],
    [[null, false, true], false],
  ])('of %j: %s', (holds, supported) => {
    expect(supportedBy(conditions(...holds))).toBe(supported);
  });
});
