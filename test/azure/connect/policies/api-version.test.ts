import { expect, it } from 'vitest';
import { READS } from '../../../../src/arm/reads.js';
import { apiVersionPolicy, withApiVersion } from '../../../../src/azure/connect/policies/api-version.js';
import { exchange, ID } from '../../policies/pipeline.js';

it.each([
  ['https://h/p', 'https://h/p?api-version=V'],
  ['https://h/p?', 'https://h/p?api-version=V'],
  ['https://h/p?api-version=2022-10-01', 'https://h/p?api-version=V'],
  ['https://h/p?Api-Version=2022-10-01&a=1', 'https://h/p?a=1&api-version=V'],
  [
    'https://h/p?a=1&api-version=2022-10-01&$skiptoken=x%2By==+/?',
    'https://h/p?a=1&$skiptoken=x%2By==+/?&api-version=V',
  ],
  ['https://h/p?my-api-version=1', 'https://h/p?my-api-version=1&api-version=V'],
])('%s', (before, after) => {
  expect(withApiVersion(before, 'V')).toBe(after);
});

it("sends the read's own version, whatever the client wrote", async () => {
  const { sent } = await exchange([apiVersionPolicy()], [{ status: 200 }], {
    url: `https://arm.test${ID}?api-version=2026-02-01`,
  });
  expect(sent).toEqual([`https://arm.test${ID}?api-version=${READS.keyVault.apiVersion}`]);
});
