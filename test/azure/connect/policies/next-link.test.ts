import { describe, expect, it } from 'vitest';
import { RESOURCE_GRAPH_PATH } from '../../../../src/arm/list-paths.js';
import { hostCheckPolicy } from '../../../../src/azure/connect/policies/host-check.js';
import { nextLinkPolicy } from '../../../../src/azure/connect/policies/next-link.js';
import { recordingPolicy } from '../../../../src/azure/connect/policies/recording.js';
import { collectionRead, type Read } from '../../../../src/azure/exchange/read.js';
import { exchange, ID } from '../../policies/pipeline.js';

const LIST = collectionRead('endpoints', `${ID}/onlineEndpoints`);
const FIRST = `https://arm.test${LIST.path}?api-version=2025-09-01`;
const QUERY: Read = { name: 'resourceGraph', form: 'query', path: RESOURCE_GRAPH_PATH };
const LAST_PAGE = [{ status: 200, body: JSON.stringify({ value: [{ id: 'b' }] }) }];

/** What is sent for the page after one that names an address, by the policies in the order of the pipeline. */
function follow(nextLink: string) {
  const policies = [recordingPolicy(), nextLinkPolicy(), hostCheckPolicy('https://arm.test')];
  return exchange(policies, LAST_PAGE, {
    read: LIST,
    // A client cuts the token at its second `=`.
    url: `${FIRST}&$skiptoken=abc`,
    page: { value: [{ id: 'a' }], nextLink },
  });
}

describe('the next page', () => {
  it.each([
    ['with a token that ends in ==', `${FIRST}&$skiptoken=abc==`],
    ['below another path', 'https://arm.test/next/page?x=1'],
    ['of a host in capitals', `https://ARM.test${LIST.path}?page=2`],
    ['with an @ in path and query', 'https://arm.test/next/a@b?account=c:d@arm.test'],
  ])('is asked for at exactly the address that ARM gave: %s', async (_name, nextLink) => {
    const { sent, answer } = await follow(nextLink);
    expect(sent).toEqual([nextLink]);
    expect(answer.items.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(answer.failure).toBeUndefined();
  });

  it.each([
    ['user and password', 'https://planted-user:planted-pass@arm.test/next'],
    ['a user alone', 'https://planted-user@arm.test/next'],
    ['a password alone', 'https://:planted-pass@arm.test/next'],
    ['a password with signs', 'https://planted-user:planted%40pass%2F@arm.test/next'],
    ['a port too', 'https://planted-user:planted-pass@arm.test:443/next'],
  ])('is not asked for at an address with %s, which is repeated nowhere', async (_name, nextLink) => {
    const { sent, outcome, answer } = await follow(nextLink);
    expect(sent).toEqual([]);
    expect(outcome).toHaveProperty('thrown');
    expect(answer.items.map(({ id }) => id)).toEqual(['a']);
    expect(answer.failure).toEqual({
      reason: 'error',
      detail: 'a nextLink with a user name is not followed',
    });
    expect(JSON.stringify([answer, String(Reflect.get(outcome, 'thrown'))])).not.toContain('planted');
  });

  it.each([
    ['another host', 'https://planted-user:planted-pass@evil.test/next', 'https://evil.test'],
    ['another port', 'https://planted-user:planted-pass@arm.test:8443/next', 'https://arm.test:8443'],
    ['no TLS', 'http://planted-user:planted-pass@arm.test/next', 'http://arm.test'],
    ['the host as a user', 'https://arm.test:planted-pass@evil.test/next', 'https://evil.test'],
  ])('is not asked for at %s, and who would sign in there is not told', async (_name, nextLink, host) => {
    const { sent, answer } = await follow(nextLink);
    expect(sent).toEqual([]);
    expect(answer.failure?.detail).toBe(
      `a nextLink to ${host} is not followed: it is not the chosen ARM host`,
    );
  });
});

describe('the address is left as it is', () => {
  it('where there is no next page', async () => {
    const { sent } = await exchange([nextLinkPolicy()], LAST_PAGE, { read: LIST, url: FIRST });
    expect(sent).toEqual([FIRST]);
  });

  it('of a Resource Graph query, whose pages are named by a token', async () => {
    const url = `https://arm.test${RESOURCE_GRAPH_PATH}`;
    const { sent } = await exchange([nextLinkPolicy()], [{ status: 200 }], {
      read: QUERY,
      url,
      method: 'POST',
      page: { data: [{ id: 'a' }], $skipToken: 'https://evil.test/next' },
    });
    expect(sent).toEqual([url]);
  });
});
