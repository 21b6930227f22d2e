import { expect, it } from 'vitest';
import { hostCheckPolicy } from '../../../../src/azure/connect/policies/host-check.js';
import { exchange, ID } from '../../policies/pipeline.js';

const policies = [hostCheckPolicy('https://arm.test')];
const ok = [{ status: 200 }];

it.each([
  ['the chosen host', `https://arm.test${ID}`],
  ['in capitals', `https://ARM.test${ID}`],
  ['with its port spelled out', `https://arm.test:443${ID}`],
])('lets a GET through to %s', async (_name, url) => {
  expect((await exchange(policies, ok, { url })).sent).toEqual([url]);
});

it.each([
  ['another host', `https://evil.test${ID}`, /nextLink to https:\/\/evil\.test is not followed/],
  ['a host that begins like it', `https://arm.test.evil.test${ID}`, /arm\.test\.evil\.test/],
  ['another port', `https://arm.test:8443${ID}`, /arm\.test:8443/],
  ['no TLS', `http://arm.test${ID}`, /http:\/\/arm\.test/],
  ['its name as a user of another', `https://arm.test@evil.test${ID}`, /evil\.test/],
  ['a user name', `https://user:pass@arm.test${ID}`, /user name/],
  ['no address', 'nonsense', /not an address/],
])('refuses %s', async (_name, url, detail) => {
  const { sent, outcome, answer } = await exchange(policies, ok, { url });
  expect(sent).toEqual([]);
  expect(outcome).toHaveProperty('thrown');
  expect(answer.failure).toMatchObject({ reason: 'error', detail: expect.stringMatching(detail) });
  expect(answer.failure?.detail).not.toContain('pass');
});

const GRAPH = 'https://arm.test/providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01';

it('lets the Resource Graph query through', async () => {
  const { sent } = await exchange(policies, ok, { url: GRAPH, method: 'POST', body: '{}' });
  expect(sent).toEqual([GRAPH]);
});

it.each([
  ['POST', `https://arm.test${ID}/listKeys`],
  ['POST', 'https://arm.test/providers/Microsoft.ResourceGraph/resources/listKeys'],
  ['PUT', `https://arm.test${ID}`],
  ['PATCH', `https://arm.test${ID}`],
  ['DELETE', `https://arm.test${ID}`],
  ['HEAD', `https://arm.test${ID}`],
  ['PUT', GRAPH],
] as const)('refuses %s %s', async (method, url) => {
  const { sent, answer } = await exchange(policies, ok, { url, method });
  expect(sent).toEqual([]);
  expect(answer.failure?.detail).toBe(`${method} is not sent: isocheck only reads`);
});
