import { describe, expect, it } from 'vitest';
import type { GapReason } from '../../src/snapshot/format.js';
import type { Fault } from '../emulator/faults.js';
import { startTestEmulator } from '../emulator/test-emulator.js';
import { Estate } from '../world/estate.js';
import { soundPrivate } from '../world/sound.js';
import { collectFrom, type ScanSetup, scan, serve } from './scan.js';

const { names } = soundPrivate();
const VAULT = names.keyVault.toLowerCase();
const DEPLOYMENTS = `${names.workspace}/onlineEndpoints/fraud/deployments`.toLowerCase();

/** Enough for one more attempt: what never heals needs no more. */
const SHORT = { maximumThrottleWaitMs: 300 };

function scanWith(fault: Fault, options: ScanSetup['options'] = {}) {
  return scan(soundPrivate().world.snapshot(), { faults: [fault], options });
}

describe('a fault that heals leaves no gap', () => {
  const healing: readonly [string, Fault, number][] = [
    ['429 that asks to wait a second', { path: VAULT, kind: 'throttled', retryAfterSeconds: 1, times: 1 }, 1],
    [
      '429 that asks to wait zero seconds',
      { path: VAULT, kind: 'throttled', retryAfterSeconds: 0, times: 2 },
      2,
    ],
    ['429 that names no wait', { path: VAULT, kind: 'throttled', times: 2 }, 2],
    ['500', { path: VAULT, kind: 'server-error', times: 2 }, 2],
    ['502', { path: VAULT, kind: 'server-error', status: 502, times: 1 }, 1],
    ['503', { path: VAULT, kind: 'server-error', status: 503, times: 1 }, 1],
    ['504', { path: VAULT, kind: 'server-error', status: 504, times: 3 }, 3],
    ['a dropped connection', { path: VAULT, kind: 'dropped', times: 1 }, 1],
    ['a dropped connection on a list', { path: DEPLOYMENTS, kind: 'dropped', times: 2 }, 2],
  ];
  it.each(healing)('%s', async (_name, fault, again) => {
    const healthy = await scan(soundPrivate().world.snapshot());
    const { snapshot, calls, rounds } = await scanWith(fault);
    expect(snapshot).toEqual(healthy.snapshot);
    expect(calls).toBe(healthy.calls + again);
    expect(rounds).toBe(3);
  });
});

describe('a fault that stays is a gap with the action and the reason', () => {
  const staying: readonly [string, Fault, GapReason, RegExp, ScanSetup['options']?][] = [
    [
      '403',
      { path: VAULT, kind: 'forbidden' },
      'forbidden',
      /^403 AuthorizationFailed: .*does not have authorization/,
    ],
    ['404', { path: VAULT, kind: 'not-found' }, 'not-found', /^404 ResourceNotFound/],
    [
      '429 beyond what may be waited',
      { path: VAULT, kind: 'throttled', retryAfterSeconds: 372 },
      'throttled',
      /^429 .*\(asked to wait: 372\)$/,
    ],
    [
      '429 without end',
      { path: VAULT, kind: 'throttled' },
      'throttled',
      /^429/,
      { maximumThrottleWaitMs: 500 },
    ],
    ['500', { path: VAULT, kind: 'server-error' }, 'error', /^500/],
    ['504', { path: VAULT, kind: 'server-error', status: 504 }, 'timeout', /^504/],
    [
      'a dropped connection',
      { path: VAULT, kind: 'dropped' },
      'timeout',
      /^the connection could not be made or was dropped \(ECONNRESET\)$/,
    ],
    [
      'no answer',
      { path: VAULT, kind: 'stalled' },
      'timeout',
      /^no answer in time$/,
      { requestTimeoutMs: 1500 },
    ],
    [
      'an answer that was cut off',
      { path: VAULT, kind: 'truncated' },
      'error',
      /^200, but not JSON or cut off after \d+ bytes$/,
    ],
    ['a page of HTML', { path: VAULT, kind: 'not-json' }, 'error', /^200, but not JSON/],
    [
      'no api-version that is known',
      { path: VAULT, kind: 'unsupported' },
      'unsupported',
      /^400 NoRegisteredProviderFound/,
    ],
  ];
  it.each(staying)('%s', async (_name, fault, reason, detail, options) => {
    const { snapshot } = await scanWith(fault, { ...SHORT, ...options });
    expect(snapshot.gaps).toEqual([
      {
        scope: VAULT,
        operation: 'Microsoft.KeyVault/vaults/read',
        reason,
        detail: expect.stringMatching(detail),
      },
    ]);
    expect(snapshot.resources).not.toHaveProperty([VAULT]);
  });

  it('keeps ids of principals out of the detail, and the detail short', async () => {
    const { snapshot } = await scanWith({ path: VAULT, kind: 'forbidden' });
    const detail = snapshot.gaps[0]?.detail ?? '';
    expect(detail).toMatch(/object id '<id>'/);
    expect(detail.length).toBeLessThan(260);
    expect(detail.replace(/subscriptions\/[0-9a-f-]+/g, '')).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  });
});

describe('a list', () => {
  function manyEndpoints(): Estate {
    const estate = new Estate('fraud');
    for (let index = 0; index < 5; index += 1) estate.endpoint(`endpoint-${index}`, 'Disabled');
    return estate;
  }
  const endpoints = `${names.workspace}/onlineEndpoints`.toLowerCase();
  const list = new RegExp(`^${endpoints}$`);

  it.each<[string, Extract<Fault, { kind: 'page-failure' }>['failure'], GapReason]>([
    ['403', { kind: 'forbidden' }, 'forbidden'],
    ['500', { kind: 'server-error' }, 'error'],
    ['cut off', { kind: 'truncated' }, 'error'],
    ['dropped', { kind: 'dropped' }, 'timeout'],
  ])('whose second page fails is not a shorter list: %s', async (_name, failure, reason) => {
    const { snapshot } = await scan(manyEndpoints().world.snapshot(), {
      pageSize: 2,
      faults: [{ path: list, kind: 'page-failure', page: 2, failure }],
      options: SHORT,
    });
    expect(snapshot.collections[endpoints]).toMatchObject({ complete: false });
    expect(snapshot.collections[endpoints]?.members).toHaveLength(2);
    expect(snapshot.gaps).toMatchObject([
      {
        scope: endpoints,
        operation: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read',
        reason,
      },
    ]);
  });

  it('whose first page fails is a gap alone', async () => {
    const { snapshot } = await scan(manyEndpoints().world.snapshot(), {
      faults: [{ path: list, kind: 'forbidden' }],
    });
    expect(snapshot.collections).not.toHaveProperty([endpoints]);
    expect(snapshot.gaps).toMatchObject([{ scope: endpoints, reason: 'forbidden' }]);
  });

  it('that an SDK takes for one page is followed all the same: private endpoint connections', async () => {
    const estate = soundPrivate();
    for (let index = 0; index < 4; index += 1) {
      estate.connection({
        name: `more-${index}`,
        privateEndpoint: names.privateEndpoint,
        status: 'Approved',
      });
    }
    const served = estate.world.snapshot();
    const { snapshot, emulator } = await scan(served, { pageSize: 2 });
    const path = `${names.workspace}/privateEndpointConnections`.toLowerCase();
    expect(snapshot.collections[path]).toEqual(served.collections[path]);
    expect(emulator.requests.filter((request) => request.path.toLowerCase() === path).length).toBeGreaterThan(
      1,
    );
  });

  it('that leads to another host gets no token there, and no call', async () => {
    const estate = manyEndpoints();
    const foreign = await startTestEmulator({ snapshot: estate.world.snapshot() });
    try {
      const { snapshot } = await scan(estate.world.snapshot(), {
        faults: [{ path: list, kind: 'foreign-next-link', origin: foreign.url }],
      });
      expect(foreign.requests).toEqual([]);
      expect(snapshot.collections[endpoints]).toMatchObject({ complete: false });
      expect(snapshot.gaps).toMatchObject([
        { scope: endpoints, reason: 'error', detail: expect.stringContaining(new URL(foreign.url).host) },
      ]);
    } finally {
      await foreign.close();
    }
  });

  it.each(['the same host', 'another host'])(
    'whose next page asks for a sign-in at %s is not followed',
    async (where) => {
      const { world } = manyEndpoints();
      const other = await serve(world.snapshot());
      const said: unknown[] = [];
      let chosen = other;
      const fault: Fault = {
        path: list,
        kind: 'foreign-next-link',
        // The port is known once the server runs.
        get origin() {
          return (where === 'the same host' ? chosen : other).url.replace(
            '//',
            '//planted-user:planted-pass@',
          );
        },
      };
      chosen = await serve(world.snapshot(), { pageSize: 2, faults: [fault] });
      const { snapshot } = await collectFrom(chosen, world.snapshot(), {
        options: { onCall: (call) => said.push(call), onProgress: (progress) => said.push(progress) },
      });
      expect(other.requests).toEqual([]);
      expect(chosen.requests.filter(({ path }) => list.test(path.toLowerCase()))).toHaveLength(1);
      expect(snapshot.collections[endpoints]).toMatchObject({ complete: false });
      expect(snapshot.gaps).toEqual([
        {
          scope: endpoints,
          operation: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read',
          reason: 'error',
          detail:
            where === 'the same host'
              ? 'a nextLink with a user name is not followed'
              : `a nextLink to ${other.url} is not followed: it is not the chosen ARM host`,
        },
      ]);
      expect(JSON.stringify([snapshot, said])).not.toContain('planted');
    },
  );

  it('that leads back to itself ends as a gap', async () => {
    const { world } = manyEndpoints();
    const emulator = await serve(world.snapshot());
    const loop = await serve(world.snapshot(), {
      faults: [{ path: list, kind: 'foreign-next-link', origin: emulator.url }],
    });
    // The links of one server lead to the other, whose own do so too.
    const { snapshot } = await collectFrom(loop, world.snapshot());
    expect(snapshot.gaps).toMatchObject([{ scope: endpoints, reason: 'error' }]);
    expect(emulator.requests).toEqual([]);
  });
});

describe('a cloud that is behind', () => {
  it.each(['NoRegisteredProviderFound', 'InvalidResourceType'] as const)(
    'is asked in an older version, and the snapshot says which: %s',
    async (code) => {
      const { snapshot, rounds } = await scanWith({
        match: ({ path }) => path.includes('/providers/microsoft.network/privateendpoints'),
        kind: 'unsupported',
        apiVersion: '2025-05-01',
        code,
      });
      expect(snapshot.gaps).toEqual([]);
      const path = `/subscriptions/${names.subscription}/providers/microsoft.network/privateendpoints`;
      expect(snapshot.collections[path]?.apiVersion).toBe('2024-05-01');
      expect(snapshot.resources[names.privateEndpoint.toLowerCase()]?.apiVersion).toBe('2024-05-01');
      expect(rounds).toBe(3);
    },
  );

  it('is not asked in vain again and again', async () => {
    const estate = new Estate('fraud');
    for (let index = 0; index < 20; index += 1) estate.endpoint(`endpoint-${index}`, 'Disabled');
    const { emulator } = await scan(estate.world.snapshot(), {
      faults: [{ path: /\/deployments$/, kind: 'unsupported', apiVersion: '2025-09-01' }],
      options: { concurrency: 2 },
    });
    const refused = emulator.requests.filter(
      ({ path, status }) => path.endsWith('/deployments') && status === 400,
    );
    // Those that were on their way when the first refusal came back, and no more.
    expect(refused.length).toBeLessThanOrEqual(4);
  });
});

describe('an interruption', () => {
  it('ends the scan at once with its reason', async () => {
    const snapshot = soundPrivate().world.snapshot();
    const emulator = await serve(snapshot, { latencyMs: 20_000 });
    const controller = new AbortController();
    const started = performance.now();
    const running = collectFrom(emulator, snapshot, {
      options: {
        signal: controller.signal,
        onProgress: ({ reading }) => {
          if (reading.startsWith('workspace'))
            setTimeout(() => controller.abort(new Error('interrupted')), 50);
        },
      },
    });
    await expect(running).rejects.toThrow('interrupted');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('before the start sends nothing', async () => {
    const snapshot = soundPrivate().world.snapshot();
    const emulator = await serve(snapshot);
    const signal = AbortSignal.abort(new Error('interrupted'));
    await expect(collectFrom(emulator, snapshot, { options: { signal } })).rejects.toThrow('interrupted');
    expect(emulator.requests).toEqual([]);
  });

  it('while signing in does not wait for the credential', async () => {
    const snapshot = soundPrivate().world.snapshot();
    const emulator = await serve(snapshot);
    const controller = new AbortController();
    const credential = { getToken: () => new Promise<null>(() => {}) };
    const running = collectFrom(emulator, snapshot, { options: { signal: controller.signal, credential } });
    controller.abort(new Error('interrupted'));
    await expect(running).rejects.toThrow('interrupted');
  });
});

it('the gaps of a snapshot are gaps again when its server is scanned', async () => {
  const { world } = soundPrivate();
  world
    .gap('keyVault', names.keyVault, 'forbidden')
    .gap('registry', names.registry, 'not-found')
    .gap('deployments', DEPLOYMENTS, 'forbidden');
  const { snapshot } = await scan(world.snapshot());
  expect(snapshot.gaps.map(({ scope, reason, operation }) => ({ scope, reason, operation }))).toEqual(
    world
      .snapshot()
      .gaps.map(({ scope, reason, operation }) => ({ scope, reason, operation }))
      .sort((a, b) => (a.scope < b.scope ? -1 : 1)),
  );
});
