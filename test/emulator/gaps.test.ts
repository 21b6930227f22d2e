import { describe, expect, test } from 'vitest';
import type { GapReason } from '../../src/snapshot/format.js';
import { codeOf, get, messageOf, send } from './https-client.js';
import { body, gap, SUBSCRIPTION, serve, snapshotOf, started, VAULT, WORKSPACE } from './small-snapshot.js';

const CONNECTIONS = `${VAULT}/privateEndpointConnections`;

describe("a snapshot's gap", () => {
  test.each<[GapReason, number, string]>([
    ['forbidden', 403, 'AuthorizationFailed'],
    ['not-found', 404, 'ResourceNotFound'],
    ['not-collected', 404, 'ResourceNotFound'],
    ['throttled', 429, 'SubscriptionRequestsThrottled'],
    ['unsupported', 400, 'NoRegisteredProviderFound'],
    ['error', 500, 'InternalServerError'],
  ])('%s is answered with %d %s, for a resource and for a list', async (reason, status, code) => {
    const emulator = await serve({
      bodies: [body(WORKSPACE)],
      gaps: [gap(VAULT, reason), gap(CONNECTIONS, reason)],
    });
    for (const path of [VAULT, CONNECTIONS]) {
      const answer = await get(emulator, path);
      expect([answer.status, codeOf(answer.body)]).toEqual([status, code]);
    }
  });

  test('timeout is a dropped connection', async () => {
    const emulator = await serve({ gaps: [gap(VAULT, 'timeout')] });
    await expect(get(emulator, VAULT)).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(emulator.requests[0]?.status).toBe(0);
  });

  test('forbidden names the action of the gap and the scope asked for', async () => {
    const emulator = await serve({ gaps: [gap(VAULT, 'forbidden')] });
    expect(messageOf((await get(emulator, VAULT)).body)).toContain(
      `does not have authorization to perform action 'Microsoft.KeyVault/vaults/read' over scope '${VAULT}' or the scope is invalid.`,
    );
  });

  test.each<[GapReason, string, number, string, string]>([
    [
      'not-found',
      "404 SubscriptionNotFound: The subscription 'x' could not be found.",
      404,
      'SubscriptionNotFound',
      "The subscription 'x' could not be found.",
    ],
    ['error', '503 ServerTimeout: Try later.', 503, 'ServerTimeout', 'Try later.'],
    [
      'throttled',
      '429 TooManyRequests: Slow down. (asked to wait: 30)',
      429,
      'TooManyRequests',
      'Slow down.',
    ],
  ])('%s says again what ARM said: %s', async (reason, detail, status, code, message) => {
    const emulator = await serve({ bodies: [body(WORKSPACE)], gaps: [{ ...gap(VAULT, reason), detail }] });
    const answer = await get(emulator, VAULT);
    expect([answer.status, codeOf(answer.body), messageOf(answer.body)]).toEqual([status, code, message]);
  });

  test.each<[GapReason, string, number]>([
    ['forbidden', '401 ExpiredAuthenticationToken: The access token expiry is earlier than now.', 403],
    ['error', '200 OK: the answer is not JSON', 500],
    ['not-collected', '500 InternalServerError: no', 404],
  ])('%s does not say again what leads elsewhere: %s', async (reason, detail, status) => {
    const emulator = await serve({ bodies: [body(WORKSPACE)], gaps: [{ ...gap(VAULT, reason), detail }] });
    expect((await get(emulator, VAULT)).status).toBe(status);
  });

  test('throttled may be tried again at once', async () => {
    const emulator = await serve({ gaps: [gap(VAULT, 'throttled')] });
    expect((await get(emulator, VAULT)).headers['retry-after']).toBe('0');
  });

  test('wins over a body and over a complete list', async () => {
    const connection = body(`${CONNECTIONS}/kv.1`);
    const emulator = await serve({
      bodies: [body(VAULT), connection],
      collections: { [CONNECTIONS]: { members: [String(connection['id'])] } },
      gaps: [gap(VAULT, 'forbidden'), gap(CONNECTIONS, 'forbidden')],
    });
    expect((await get(emulator, VAULT)).status).toBe(403);
    expect((await get(emulator, CONNECTIONS)).status).toBe(403);
  });

  test('unsupported leaves the api-versions in the snapshot alone', async () => {
    const snapshot = snapshotOf({ bodies: [body(WORKSPACE)], gaps: [gap(WORKSPACE, 'unsupported')] });
    const emulator = await started({ snapshot });
    expect((await get(emulator, WORKSPACE, '2025-01-01')).body).toEqual(body(WORKSPACE));
    const refused = await get(emulator, WORKSPACE, '2025-10-01-preview');
    expect(refused.status).toBe(400);
    expect(messageOf(refused.body)).toMatch(
      /API version '2025-10-01-preview'.*supported api-versions are '2025-01-01'/,
    );
  });

  test('may stand at a subscription', async () => {
    const emulator = await serve({ bodies: [body(WORKSPACE)], gaps: [gap(SUBSCRIPTION, 'forbidden')] });
    expect((await get(emulator, SUBSCRIPTION)).status).toBe(403);
  });

  test('does not answer a request without a token', async () => {
    const emulator = await serve({ gaps: [gap(VAULT, 'forbidden')] });
    const answer = await send(emulator, `${VAULT}?api-version=2025-01-01`, { authorization: null });
    expect(answer.status).toBe(401);
  });
});
