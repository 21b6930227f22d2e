import { X509Certificate } from 'node:crypto';
import { Agent, request } from 'node:https';
import { describe, expect, test } from 'vitest';
import { emulatorCredential, startEmulator } from '../../src/emulator/server.js';
import { get, send } from './https-client.js';
import type { LoggedRequest } from './request-log.js';
import { body, serve, snapshotOf, VAULT, WORKSPACE } from './small-snapshot.js';

const bodies = [body(VAULT), body(WORKSPACE)];

describe('the address', () => {
  test('is loopback, without a trailing slash, with a certificate for both its names', async () => {
    const emulator = await serve({ bodies });
    expect(emulator.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const certificate = new X509Certificate(emulator.certificate);
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    for (const host of ['localhost', '127.0.0.1']) {
      expect((await send(emulator, `${VAULT}?api-version=2025-01-01`, { host })).status).toBe(200);
    }
  });

  test('is trusted by nobody who was not given the certificate', async () => {
    const emulator = await serve({ bodies });
    const another = await serve({ bodies });
    await expect(get({ url: emulator.url, certificate: another.certificate }, VAULT)).rejects.toThrow(
      /certificate/,
    );
  });

  test('has the port that was asked for, and a taken one is told', async () => {
    const first = await serve({ bodies });
    const port = Number(new URL(first.url).port);
    await expect(startEmulator({ snapshot: snapshotOf({}), port })).rejects.toThrow(/EADDRINUSE/);
    await first.close();
    expect((await serve({ bodies }, { port })).url).toBe(first.url);
  });
});

/** From the first arrival to the last answer, in milliseconds. */
function spanOf(requests: readonly LoggedRequest[]): number {
  const starts = requests.map((request) => request.startedAt);
  const ends = requests.map((request) => request.endedAt);
  return Math.max(...ends) - Math.min(...starts);
}

describe('the request log', () => {
  test('holds each request in the order of arrival, with its answer and its time', async () => {
    const emulator = await serve({ bodies });
    const before = performance.now();
    await get(emulator, VAULT);
    await get(emulator, `${VAULT}x`, '2025-05-01');
    const after = performance.now();
    expect(emulator.requests).toMatchObject([
      { method: 'GET', path: VAULT, query: { 'api-version': '2025-01-01' }, status: 200 },
      { method: 'GET', path: `${VAULT}x`, query: { 'api-version': '2025-05-01' }, status: 404 },
    ]);
    let last = before;
    for (const { startedAt, endedAt } of emulator.requests) {
      expect(startedAt).toBeGreaterThanOrEqual(last);
      expect(endedAt).toBeGreaterThan(startedAt);
      last = startedAt;
    }
    expect(last).toBeLessThan(after);
  });

  test('keeps no token', async () => {
    const emulator = await serve({ bodies });
    await send(emulator, `${VAULT}?api-version=2025-01-01`, { authorization: 'Bearer planted-secret' });
    expect(JSON.stringify(emulator.requests)).not.toContain('planted-secret');
  });
});

describe('latency', () => {
  test('holds each answer back, and many at once', async () => {
    const emulator = await serve({ bodies }, { latencyMs: 150 });
    const warnings: string[] = [];
    const warned = (warning: Error): void => void warnings.push(warning.message);
    process.on('warning', warned);
    const start = performance.now();
    await Promise.all(Array.from({ length: 30 }, () => get(emulator, VAULT)));
    const took = performance.now() - start;
    process.off('warning', warned);
    expect(took).toBeGreaterThanOrEqual(150);
    expect(took).toBeLessThan(30 * 150);
    expect(spanOf(emulator.requests)).toBeLessThan(took);
    for (const { startedAt, endedAt } of emulator.requests)
      expect(endedAt - startedAt).toBeGreaterThanOrEqual(145);
    expect(warnings).toEqual([]);
  });
});

describe('a connection', () => {
  test('serves one request after the other', async () => {
    const emulator = await serve({ bodies });
    const agent = new Agent({ ca: emulator.certificate, keepAlive: true, maxSockets: 1 });
    const ask = (): Promise<boolean> =>
      new Promise((resolve, reject) => {
        const outgoing = request(
          `${emulator.url}${VAULT}?api-version=2025-01-01`,
          { agent, headers: { authorization: 'Bearer token' } },
          (incoming) => {
            incoming.resume();
            incoming.on('end', () => resolve(outgoing.reusedSocket));
          },
        );
        outgoing.on('error', reject);
        outgoing.end();
      });
    const reused: boolean[] = [];
    for (let call = 0; call < 3; call += 1) reused.push(await ask());
    agent.destroy();
    expect(reused).toEqual([false, true, true]);
  });
});

describe('close', () => {
  test.each([
    ['a stalled request', { faults: [{ path: VAULT, kind: 'stalled' } as const] }],
    ['an answer held back for a minute', { latencyMs: 60_000 }],
  ])('ends at once with %s open', async (_, options) => {
    const emulator = await serve({ bodies }, options);
    const pending = get(emulator, VAULT);
    const ended = expect(pending).rejects.toThrow(/socket hang up|ECONNRESET/);
    while (emulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const start = performance.now();
    await emulator.close();
    await ended;
    expect(performance.now() - start).toBeLessThan(2000);
    expect(emulator.requests[0]).toMatchObject({ status: 0 });
  });

  test('may be called again, and nothing answers after it', async () => {
    const emulator = await serve({ bodies });
    await Promise.all([emulator.close(), emulator.close()]);
    await emulator.close();
    await expect(get(emulator, VAULT)).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe('the credential', () => {
  test('gives a token that nobody takes for a real one, good for an hour', async () => {
    const token = await emulatorCredential().getToken('https://management.azure.com/.default');
    expect(token?.token).toBe('isocheck-emulator-no-real-token');
    const minutes = ((token?.expiresOnTimestamp ?? 0) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(59);
    expect(minutes).toBeLessThanOrEqual(60);
  });
});
