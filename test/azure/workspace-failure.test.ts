import { describe, expect, it } from 'vitest';
import { CLOUDS } from '../../src/arm/clouds.js';
import type { ArmAnswer } from '../../src/azure/exchange/arm-answer.js';
import type { Failure } from '../../src/azure/exchange/failure.js';
import { type Read, resourceRead } from '../../src/azure/exchange/read.js';
import { judge } from '../../src/azure/scan-failure.js';
import { ScanError } from '../../src/errors.js';
import { exitCode } from '../../src/findings/exit-code.js';
import { judgeSnapshot } from '../../src/judge/judge-snapshot.js';
import type { Fault } from '../emulator/faults.js';
import { namesOf } from '../world/names.js';
import { soundPrivate } from '../world/sound.js';
import { scan } from './scan.js';

/*
 * What becomes of a scan whose workspace itself can't be read: an end with a message, or a gap like any other.
 */

const { workspace, subscription, group, keyVault } = namesOf('fraud');
const WORKSPACE = new RegExp(`^${workspace}$`, 'i');
const IN_TIME = { reason: 'timeout', detail: 'no answer in time' } as const;
const NO_ANSWER: Failure = { ...IN_TIME, transport: { kind: 'timeout', code: 'NO_ANSWER_IN_TIME' } };

/** The message that ends the scan; null where it goes on. */
function endOf(
  failure: Failure,
  { reached = true, read = resourceRead('workspace', workspace) }: { reached?: boolean; read?: Read } = {},
): string | null {
  const answer: ArmAnswer = { read, apiVersion: '2025-09-01', items: [], failure };
  const scope = {
    workspaces: [{ subscription, group, name: 'mlw-fraud' }],
    cloud: CLOUDS.AzureCloud,
    reads: undefined,
  };
  try {
    judge(answer, { scope, endpoint: 'https://management.azure.com', reached });
    return null;
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    expect(error.exitCode).toBe(4);
    expect(error.hints).not.toEqual([]);
    return error.message;
  }
}

describe('the read of the workspace fails, and the scan goes on', () => {
  it.each<[string, Failure]>([
    ['no answer in time, where others answered', NO_ANSWER],
    [
      'a dropped connection, where others answered',
      { reason: 'timeout', detail: 'dropped', transport: { kind: 'dropped', code: 'ECONNRESET' } },
    ],
    ['408', { status: 408, code: 'RequestTimeout', reason: 'timeout', detail: '408' }],
    ['429', { status: 429, code: 'TooManyRequests', reason: 'throttled', detail: '429' }],
    ['500', { status: 500, reason: 'error', detail: '500' }],
    ['504', { status: 504, code: 'GatewayTimeout', reason: 'timeout', detail: '504' }],
    ['a redirect', { status: 302, reason: 'error', detail: '302' }],
    ['a body that can not be used', { reason: 'error', detail: '200, but not JSON' }],
  ])('%s', (_what, failure) => {
    expect(endOf(failure)).toBeNull();
  });
});

describe('the read of the workspace fails, and that ends the scan', () => {
  it.each<[string, Failure, string]>([
    [
      '400',
      { status: 400, code: 'BadRequest', reason: 'error', detail: '400 BadRequest: no' },
      'workspace mlw-fraud could not be read: 400 BadRequest: no',
    ],
    ['409', { status: 409, reason: 'error', detail: '409' }, 'workspace mlw-fraud could not be read: 409'],
    ['401', { status: 401, reason: 'forbidden', detail: '401' }, 'workspace mlw-fraud may not be read: 401'],
    ['403', { status: 403, reason: 'forbidden', detail: '403' }, 'workspace mlw-fraud may not be read: 403'],
    [
      '404',
      { status: 404, reason: 'not-found', detail: '404' },
      `workspace mlw-fraud was not found in resource group rg-fraud of ${subscription}`,
    ],
  ])('%s', (_what, failure, message) => {
    expect(endOf(failure)).toBe(message);
    const inCapitals = resourceRead('workspace', workspace.toUpperCase());
    expect(endOf(failure, { read: inCapitals })?.toLowerCase()).toBe(message.toLowerCase());
  });

  it.each<[string, Failure]>([
    ['no answer in time', NO_ANSWER],
    ['dropped', { reason: 'timeout', detail: 'dropped', transport: { kind: 'dropped', code: 'ECONNRESET' } }],
  ])('%s, and nothing has answered', (detail, failure) => {
    const message = `management.azure.com could not be reached: ${detail}`;
    expect(endOf(failure, { reached: false })).toBe(message);
    expect(endOf(failure, { reached: false, read: resourceRead('keyVault', keyVault) })).toBe(message);
  });
});

describe('what ends no scan', () => {
  const forbidden: Failure = { status: 403, reason: 'forbidden', detail: '403' };
  it.each([
    ['a vault that may not be read', resourceRead('keyVault', keyVault)],
    ['a hub that may not be read', resourceRead('workspace', workspace.replace('mlw-', 'hub-'))],
    ['a preview of the workspace that may not be read', resourceRead('workspacePreview', workspace)],
  ])('%s', (_what, read) => {
    expect(endOf(forbidden, { read })).toBeNull();
  });
});

describe('a scan of which the first request times out', () => {
  const stalled: Fault = { path: WORKSPACE, kind: 'stalled' };

  it('goes on where others answer: the workspace is a gap, nothing that its body tells passes, and the exit code is 3', async () => {
    const { snapshot, emulator } = await scan(soundPrivate().world.snapshot(), {
      faults: [stalled],
      options: { requestTimeoutMs: 1500 },
    });
    expect(emulator.requests[0]?.path.toLowerCase()).toBe(workspace.toLowerCase());
    const operation = 'Microsoft.MachineLearningServices/workspaces/read';
    expect(snapshot.gaps).toContainEqual({ scope: workspace.toLowerCase(), operation, ...IN_TIME });
    expect(snapshot.resources).not.toHaveProperty([workspace.toLowerCase()]);
    const { findings } = judgeSnapshot(snapshot);
    const own = findings.filter(({ target }) => target.id.toLowerCase() === workspace.toLowerCase());
    // Its connections come with a list of their own.
    expect(own.filter(({ status }) => status === 'pass').map(({ ruleId }) => ruleId)).toEqual([
      'workspace/private-endpoint',
    ]);
    expect(own.find(({ ruleId }) => ruleId === 'workspace/v1-legacy-mode')?.message).toBe(
      `mlw-fraud was not read (timeout, ${operation}): no answer in time.`,
    );
    expect(exitCode(findings, 'error')).toBe(3);
  });

  it.each([
    ['is all that is asked for', { reads: new Set(['workspace'] as const) }],
    ['leaves before all others', { concurrency: 1 }],
  ])('ends where it %s: nothing has answered', async (_how, options) => {
    const running = scan(soundPrivate().world.snapshot(), {
      faults: [stalled],
      options: { requestTimeoutMs: 300, ...options },
    });
    await expect(running).rejects.toThrow(/^127\.0\.0\.1:\d+ could not be reached: no answer in time$/);
    await expect(running).rejects.toMatchObject({
      exitCode: 4,
      hints: ['check the network, the proxy (HTTPS_PROXY, NO_PROXY) and --cloud or --arm-endpoint'],
    });
  });

  it('ends where the workspace is to be found by its name: the list says what is missing', async () => {
    const running = scan(soundPrivate().world.snapshot(), {
      workspaces: [{ subscription, name: 'mlw-fraud' }],
      faults: [
        {
          path: /\/providers\/microsoft\.machinelearningservices\/workspaces$/,
          kind: 'server-error',
          status: 504,
        },
      ],
    });
    await expect(running).rejects.toThrow(/^the workspaces of subscription .* could not be listed: 504/);
    await expect(running).rejects.toMatchObject({ exitCode: 4 });
  });
});
