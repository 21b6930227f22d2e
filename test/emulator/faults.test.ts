import { describe, expect, test } from 'vitest';
import type { Fault } from './faults.js';
import { below, codeOf, get, jsonOf, messageOf, send } from './https-client.js';
import { body, serve, VAULT, WORKSPACE, ZONE } from './small-snapshot.js';

const vault = body(VAULT, { vaultUri: 'https://kv.vault.azure.net' });
const ENDPOINTS = `${WORKSPACE}/onlineEndpoints`;
const endpoints = ['a', 'b', 'c'].map((name) => body(`${ENDPOINTS}/${name}`));
const bodies = [vault, body(WORKSPACE), ...endpoints];

describe('a fault', () => {
  test.each<[string, Fault, number, string | undefined]>([
    ['forbidden', { path: VAULT, kind: 'forbidden' }, 403, 'AuthorizationFailed'],
    ['not-found', { path: VAULT, kind: 'not-found' }, 404, 'ResourceNotFound'],
    [
      'throttled',
      { path: VAULT, kind: 'throttled', retryAfterSeconds: 7 },
      429,
      'SubscriptionRequestsThrottled',
    ],
    ['throttled without a wait', { path: VAULT, kind: 'throttled' }, 429, 'TooManyRequests'],
    ['server-error', { path: VAULT, kind: 'server-error' }, 500, 'InternalServerError'],
    ['server-error 503', { path: VAULT, kind: 'server-error', status: 503 }, 503, 'ServiceUnavailable'],
    ['unauthorized', { path: VAULT, kind: 'unauthorized' }, 401, 'InvalidAuthenticationToken'],
    [
      'unauthorized, expired',
      { path: VAULT, kind: 'unauthorized', code: 'ExpiredAuthenticationToken' },
      401,
      'ExpiredAuthenticationToken',
    ],
    ['unsupported', { path: VAULT, kind: 'unsupported' }, 400, 'NoRegisteredProviderFound'],
    [
      'unsupported, the other code',
      { path: VAULT, kind: 'unsupported', code: 'InvalidResourceType' },
      400,
      'InvalidResourceType',
    ],
  ])('%s is answered as ARM does', async (_, fault, status, code) => {
    const emulator = await serve({ bodies }, { faults: [fault] });
    const answer = await get(emulator, VAULT);
    expect([answer.status, codeOf(answer.body)]).toEqual([status, code]);
    expect((await get(emulator, WORKSPACE)).status).toBe(200);
  });

  test.each<[Fault, string | undefined]>([
    [{ path: VAULT, kind: 'throttled', retryAfterSeconds: 7 }, '7'],
    [{ path: VAULT, kind: 'throttled', retryAfterSeconds: 0 }, '0'],
    [{ path: VAULT, kind: 'throttled' }, undefined],
  ])('%j carries the Retry-After header that it was given', async (fault, expected) => {
    const emulator = await serve({ bodies }, { faults: [fault] });
    expect((await get(emulator, VAULT)).headers['retry-after']).toBe(expected);
  });

  test('forbidden quotes action and scope', async () => {
    const emulator = await serve(
      { bodies },
      {
        faults: [
          { path: VAULT, kind: 'forbidden' },
          { path: ENDPOINTS, kind: 'forbidden', action: 'Microsoft.Test/own/read' },
        ],
      },
    );
    expect(messageOf((await get(emulator, VAULT)).body)).toContain(
      `action 'Microsoft.KeyVault/vaults/read' over scope '${VAULT}'`,
    );
    expect(messageOf((await get(emulator, ENDPOINTS)).body)).toContain(
      `action 'Microsoft.Test/own/read' over scope '${ENDPOINTS}'`,
    );
  });

  test('unauthorized carries the challenge', async () => {
    const emulator = await serve({ bodies }, { faults: [{ path: VAULT, kind: 'unauthorized' }] });
    expect((await get(emulator, VAULT)).headers['www-authenticate']).toMatch(
      /^Bearer .*error="invalid_token"/,
    );
  });

  test('dropped ends the connection without an answer', async () => {
    const emulator = await serve({ bodies }, { faults: [{ path: VAULT, kind: 'dropped', times: 1 }] });
    await expect(get(emulator, VAULT)).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect((await get(emulator, VAULT)).body).toEqual(vault);
    expect(emulator.requests.map((request) => request.status)).toEqual([0, 200]);
  });

  test('truncated sends the first half of the JSON, whole by its Content-Length', async () => {
    const emulator = await serve({ bodies }, { faults: [{ path: VAULT, kind: 'truncated' }] });
    const { status, headers, text } = await send(emulator, `${VAULT}?api-version=2025-01-01`);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(Number(headers['content-length'])).toBe(text.length);
    expect(JSON.stringify(vault).startsWith(text)).toBe(true);
    expect(() => jsonOf(text)).toThrow(SyntaxError);
  });

  test('not-json is a page of HTML with status 200', async () => {
    const emulator = await serve({ bodies }, { faults: [{ path: VAULT, kind: 'not-json' }] });
    const { status, headers, text } = await send(emulator, `${VAULT}?api-version=2025-01-01`);
    expect([status, headers['content-type']]).toEqual([200, 'text/html']);
    expect(text).toContain('<html>');
  });

  test('unsupported strikes the one api-version', async () => {
    const emulator = await serve(
      { bodies },
      { faults: [{ path: VAULT, kind: 'unsupported', apiVersion: '2025-05-01' }] },
    );
    const refused = await get(emulator, VAULT, '2025-05-01');
    expect(refused.status).toBe(400);
    expect(messageOf(refused.body)).toContain("API version '2025-05-01' for type 'vaults'");
    expect((await get(emulator, VAULT, '2024-11-01')).status).toBe(200);
  });

  test('foreign-next-link sends the client to another host', async () => {
    const emulator = await serve(
      { bodies },
      { faults: [{ path: ENDPOINTS, kind: 'foreign-next-link', origin: 'https://attacker.example' }] },
    );
    const { body } = await get(emulator, ENDPOINTS);
    expect(body['value']).toEqual(endpoints);
    expect(body['nextLink']).toBe(
      `https://attacker.example${ENDPOINTS}?api-version=2025-01-01&$skiptoken=page-2`,
    );
  });

  test('foreign-next-link leaves alone what is no list', async () => {
    const emulator = await serve(
      { bodies },
      { faults: [{ path: VAULT, kind: 'foreign-next-link', origin: 'https://attacker.example' }] },
    );
    expect((await get(emulator, VAULT)).body).toEqual(vault);
  });

  test('page-failure strikes one page of a list', async () => {
    const emulator = await serve(
      { bodies },
      {
        pageSize: 1,
        faults: [
          {
            path: ENDPOINTS,
            kind: 'page-failure',
            page: 2,
            failure: { kind: 'server-error', status: 503 },
            times: 1,
          },
        ],
      },
    );
    const first = await get(emulator, ENDPOINTS);
    expect(first.body['value']).toEqual(endpoints.slice(0, 1));
    const second = below(first.body['nextLink']);
    expect((await send(emulator, second)).status).toBe(503);
    expect(jsonOf((await send(emulator, second)).text)['value']).toEqual(endpoints.slice(1, 2));
  });

  test('page-failure strikes one page of a Resource Graph query', async () => {
    const path = '/providers/Microsoft.ResourceGraph/resources';
    const emulator = await serve(
      { bodies: [body(ZONE), body(`${ZONE}2`)] },
      { pageSize: 1, faults: [{ path, kind: 'page-failure', page: 2, failure: { kind: 'forbidden' } }] },
    );
    const post = (options: object) =>
      send(emulator, `${path}?api-version=2021-03-01`, {
        method: 'POST',
        body: JSON.stringify({ query: 'resources', options }),
      });
    const first = await post({});
    const second = await post({ $skipToken: jsonOf(first.text)['$skipToken'] });
    expect([first.status, second.status]).toEqual([200, 403]);
    expect(messageOf(jsonOf(second.text))).toContain("action 'Microsoft.ResourceGraph/resources/read'");
  });

  test('stalled gives no answer, and leaves others theirs', async () => {
    const emulator = await serve({ bodies }, { faults: [{ path: VAULT, kind: 'stalled' }] });
    const stalled = get(emulator, VAULT).then(
      () => 'answered',
      () => 'ended',
    );
    expect((await get(emulator, WORKSPACE)).status).toBe(200);
    expect(await Promise.race([stalled, new Promise((resolve) => setTimeout(resolve, 100, 'waiting'))])).toBe(
      'waiting',
    );
    expect(emulator.requests[0]).toMatchObject({ path: VAULT, status: 0 });
    await emulator.close();
    expect(await stalled).toBe('ended');
  });
});

describe('which requests a fault strikes', () => {
  const kind = 'server-error';

  test.each<[string, Fault, readonly string[]]>([
    ['a path and what is below it', { kind, path: WORKSPACE.toUpperCase() }, [WORKSPACE, ENDPOINTS]],
    ['not a longer name', { kind, path: VAULT.slice(0, -1) }, []],
    ['everything', { kind, path: '/' }, [VAULT, WORKSPACE, ENDPOINTS]],
    ['an expression', { kind, path: /\/Vaults\/[^/]+$/ }, [VAULT]],
    ['an expression that remembers', { kind, path: /vaults|onlineendpoints/g }, [VAULT, ENDPOINTS]],
    ['a function', { kind, match: ({ path }) => path.endsWith('mlw') }, [WORKSPACE]],
    ['what a function sees', { kind, match: ({ query }) => query['api-version'] === '2000-01-01' }, []],
  ])('%s', async (_, fault, struck) => {
    const emulator = await serve({ bodies }, { faults: [fault] });
    for (const path of [VAULT, WORKSPACE, ENDPOINTS]) {
      expect([path, (await get(emulator, path)).status]).toEqual([path, struck.includes(path) ? 500 : 200]);
    }
  });

  test('as often as told, then the next fault in the list', async () => {
    const emulator = await serve(
      { bodies },
      {
        faults: [
          { path: VAULT, kind: 'throttled', times: 2 },
          { path: VAULT, kind: 'server-error', status: 502, times: 1 },
        ],
      },
    );
    const statuses: number[] = [];
    for (let call = 0; call < 4; call += 1) statuses.push((await get(emulator, VAULT)).status);
    expect(statuses).toEqual([429, 429, 502, 200]);
  });

  test('a page-failure counts its own page alone', async () => {
    const emulator = await serve(
      { bodies },
      {
        faults: [{ path: ENDPOINTS, kind: 'page-failure', page: 1, failure: { kind: 'dropped' }, times: 1 }],
      },
    );
    await get(emulator, VAULT);
    await expect(get(emulator, ENDPOINTS)).rejects.toThrow();
    expect((await get(emulator, ENDPOINTS)).status).toBe(200);
  });
});
