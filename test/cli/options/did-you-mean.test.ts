import { describe, expect, it } from 'vitest';
import { oneOf } from '../../../src/cli/options/argument-parsers.js';
import { alternatives, nearest } from '../../../src/cli/options/did-you-mean.js';
import { parseRequirements } from '../../../src/cli/options/requirements.js';
import { UsageError } from '../../../src/errors.js';

describe('the names most like a mistyped one', () => {
  const RULES = [
    'registry/premium-sku',
    'registry/egress-private-endpoint',
    'dns/zone-link',
    'dns/zone-links',
  ];

  it.each([
    ['jsno', ['text', 'json'], ['json']],
    ['JSON5', ['text', 'json'], ['json']],
    ['xml', ['text', 'json'], []],
    ['', ['text', 'json'], []],
    ['premium-sku', RULES, ['registry/premium-sku']],
    ['nosuch', [...RULES, 'private-endpoint/foreign'], []],
    ['registry/premum-sku', RULES, ['registry/premium-sku']],
    ['dns/zonelink', RULES, ['dns/zone-link', 'dns/zone-links']],
    ['AzureChina', ['AzureCloud', 'AzureChinaCloud'], ['AzureChinaCloud']],
  ])('%s', (word, names, expected) => {
    expect(nearest(word, names)).toEqual(expected);
  });

  it('are at most three', () => {
    expect(nearest('aaaa', ['aaab', 'aaac', 'aaad', 'aaae'])).toHaveLength(3);
  });
});

it('alternatives in words', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(alternatives)).toEqual([
    '',
    'a',
    'a or b',
    'a, b or c',
  ]);
});

it('one of several names, in any casing', () => {
  expect(oneOf(['text', 'json'], 'JSON', '--output')).toBe('json');
  expect(() => oneOf(['text', 'json'], 'j', '--output')).toThrow(UsageError);
});

describe('--require', () => {
  it('takes several, with commas or again', () => {
    expect(parseRequirements('inbound=private, Outbound=private')).toEqual({
      inbound: 'private',
      outbound: 'private',
    });
    expect(parseRequirements('workspace=private', { inbound: 'private' })).toEqual({
      inbound: 'private',
      workspace: 'private',
    });
  });

  it.each(['', 'inbound', 'inbound=', 'inbound=private,', 'constructor=private', 'inbound=public'])(
    'refuses "%s"',
    (value) => {
      expect(() => parseRequirements(value)).toThrow(UsageError);
    },
  );
});
