import { expect, it } from 'vitest';
import { judgeSnapshot } from '../../../src/judge/judge-snapshot.js';
import { RULE, withRule } from './worlds.js';

/*
 * A rule of a type that isocheck does not know: nobody can tell what it lets through, so that nothing which asks that
 * passes, whatever its status.
 */

const VALUE = 'properties.type is Wormhole; isocheck knows PrivateEndpoint or FQDN or ServiceTag.';

function reportOn(status: string) {
  const estate = withRule('FQDN', 'pypi.org', ({ world }) =>
    world.set(RULE, 'properties.type', 'Wormhole').set(RULE, 'properties.status', status),
  )();
  return judgeSnapshot(estate.world.snapshot());
}

it.each([
  ['Failed', 'fail'],
  ['Active', 'unknown'],
  ['Inactive', 'unknown'],
])('%s: no rule on it passes, and its status is %s', (status, expected) => {
  const { findings } = reportOn(status);
  const own = findings.filter(({ target }) => target.id.toLowerCase() === RULE.toLowerCase());
  expect(Object.fromEntries(own.map((finding) => [finding.ruleId, finding.status]))).toEqual({
    'managed-network/rule-status': expected,
    'managed-network/service-tag-rules': 'unknown',
    'managed-network/storage-fqdn': 'unknown',
  });
  for (const { message } of own.filter((finding) => finding.status === 'unknown')) {
    expect(message).toBe(`rule: ${VALUE}`);
  }
});

it.each(['Failed', 'Active'])('%s: what all rules are asked for is not known either', (status) => {
  const { findings, notes } = reportOn(status);
  const fqdn = findings.filter(({ ruleId }) => ruleId === 'managed-network/fqdn-rules');
  expect(fqdn.map((finding) => [finding.status, finding.message])).toEqual([['unknown', `rule: ${VALUE}`]]);
  expect(notes).toContainEqual(
    expect.stringContaining(
      `Whether it is closed is not known. What more is open is not known: rule: ${VALUE}`,
    ),
  );
});
