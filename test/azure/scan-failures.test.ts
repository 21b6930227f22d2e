import { describe, expect, it } from 'vitest';
import { ScanError, UsageError } from '../../src/errors.js';
import type { Fault } from '../emulator/faults.js';
import { SUBSCRIPTION } from '../world/names.js';
import { soundPrivate } from '../world/sound.js';
import { collectFrom, type ScanSetup, scan, serve } from './scan.js';

const { names } = soundPrivate();
const WORKSPACE = new RegExp(`^${names.workspace}$`);
const LOOKUP = /\/providers\/microsoft\.machinelearningservices\/workspaces$/;

async function failureOf(running: Promise<unknown>): Promise<ScanError | UsageError> {
  const error: unknown = await running.then(
    () => new Error('the scan was made'),
    (reason: unknown) => reason,
  );
  if (error instanceof ScanError || error instanceof UsageError) return error;
  throw error;
}

function scanWith(setup: ScanSetup) {
  return failureOf(scan(soundPrivate().world.snapshot(), setup));
}

/** What every message keeps to: short, one line, no id but those of subscriptions, nothing of a stack or a token. */
function expectFitToShow({ message, hints }: ScanError | UsageError): void {
  const text = [message, ...hints].join('\n');
  for (const line of [message, ...hints]) expect(line).not.toContain('\n');
  expect(message.length).toBeLessThan(400);
  expect(text).not.toMatch(/\bat .*:\d+:\d+|Bearer|isocheck-emulator-no-real-token/);
  expect(
    text.replaceAll(/subscriptions?[/ ]'?[0-9a-f-]+|--tenant [0-9a-f-]+|of [0-9a-f-]{36}/g, ''),
  ).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  expect(hints).not.toEqual([]);
}

describe('the scan cannot be made', () => {
  const cases: readonly [string, ScanSetup, RegExp, RegExp][] = [
    [
      'the workspace may not be read',
      { faults: [{ path: WORKSPACE, kind: 'forbidden' }] },
      /^workspace mlw-fraud may not be read: 403 AuthorizationFailed/,
      /ask for Reader, or a role with Microsoft\.MachineLearningServices\/workspaces\/read, on \/subscriptions/,
    ],
    [
      'there is no such workspace',
      { workspaces: [{ subscription: SUBSCRIPTION, group: names.group, name: 'mlw-frade' }] },
      /^workspace mlw-frade was not found in resource group rg-fraud/,
      /az ml workspace list/,
    ],
    [
      'there is no such resource group',
      { workspaces: [{ subscription: SUBSCRIPTION, group: 'rg-frade', name: 'mlw-fraud' }] },
      /^resource group rg-frade was not found in subscription/,
      /az group list/,
    ],
    [
      'there is no such subscription',
      {
        workspaces: [
          { subscription: '00000000-1111-2222-3333-444444444444', group: 'rg-fraud', name: 'mlw-fraud' },
        ],
      },
      /^subscription 00000000-1111-2222-3333-444444444444 was not found: 404 SubscriptionNotFound/,
      /az account list/,
    ],
    [
      'there is no such subscription to look for a name in',
      { workspaces: [{ subscription: '00000000-1111-2222-3333-444444444444', name: 'mlw-fraud' }] },
      /^subscription 00000000-1111-2222-3333-444444444444 was not found/,
      /az account list/,
    ],
    [
      'the workspaces may not be listed',
      {
        workspaces: [{ subscription: SUBSCRIPTION, name: 'mlw-fraud' }],
        faults: [{ path: LOOKUP, kind: 'forbidden' }],
      },
      /^the workspaces of subscription .* may not be read: 403 AuthorizationFailed/,
      /--resource-group GROUP/,
    ],
    [
      'the workspaces cannot be listed to the end, so that a second of the name may have been missed',
      {
        workspaces: [{ subscription: SUBSCRIPTION, name: 'mlw-fraud' }],
        faults: [{ path: LOOKUP, kind: 'truncated' }],
      },
      /^the workspaces of subscription .* could not be listed: 200, but not JSON/,
      /--resource-group GROUP/,
    ],
    [
      'the token has expired',
      { faults: [{ path: '/', kind: 'unauthorized', code: 'ExpiredAuthenticationToken' }] },
      /refused the token: 401 ExpiredAuthenticationToken/,
      /^sign in again: az login$/,
    ],
    [
      'the token expires on the way',
      { faults: [{ path: names.keyVault, kind: 'unauthorized', code: 'InvalidAuthenticationToken' }] },
      /refused the token: 401 InvalidAuthenticationToken/,
      /az login/,
    ],
    [
      'the token is of another tenant',
      { faults: [{ path: WORKSPACE, kind: 'unauthorized', code: 'InvalidAuthenticationTokenTenant' }] },
      /^subscription .* belongs to another tenant than the one you are signed in to$/,
      /^az login --tenant 11111111-1111-1111-1111-111111111111$/,
    ],
    [
      'nothing listens at the address',
      { options: { armEndpoint: 'https://127.0.0.1:9' } },
      /^127\.0\.0\.1:9 could not be reached: .*\(ECONNREFUSED\)$/,
      /HTTPS_PROXY.*--arm-endpoint/,
    ],
    [
      'there is no such host',
      { options: { armEndpoint: 'https://management.isocheck.invalid' } },
      /^management\.isocheck\.invalid could not be reached: .*\((?:ENOTFOUND|EAI_AGAIN)\)$/,
      /--arm-endpoint/,
    ],
    [
      'nothing ever answers',
      { faults: [{ path: '/', kind: 'stalled' }], options: { requestTimeoutMs: 1500 } },
      /could not be reached: no answer in time$/,
      /check the network/,
    ],
    [
      'every connection is dropped',
      { faults: [{ path: '/', kind: 'dropped' }] },
      /could not be reached: .*\(ECONNRESET\)$/,
      /check the network/,
    ],
  ];
  it.each(cases)('%s', async (_name, setup, message, hint) => {
    const failure = await scanWith(setup);
    expect(failure).toBeInstanceOf(ScanError);
    expect(failure.exitCode).toBe(4);
    expect(failure.message).toMatch(message);
    expect(failure.hints.join('\n')).toMatch(new RegExp(hint.source, 'm'));
    expectFitToShow(failure);
  });

  it('the certificate is not trusted', async () => {
    const snapshot = soundPrivate().world.snapshot();
    const emulator = await serve(snapshot);
    const other = await serve(snapshot);
    const failure = await failureOf(collectFrom({ ...emulator, certificate: other.certificate }, snapshot));
    expect(failure.message).toMatch(/could not be trusted: its TLS certificate was refused \([A-Z_]+\)$/);
    expect(failure.hints.join()).toContain('NODE_EXTRA_CA_CERTS');
    expect(emulator.requests).toEqual([]);
    expectFitToShow(failure);
  });

  it('no token is to be had', async () => {
    const snapshot = soundPrivate().world.snapshot();
    const emulator = await serve(snapshot);
    const none = Object.assign(new Error('EnvironmentCredential is unavailable'), {
      name: 'CredentialUnavailableError',
    });
    const credential = { getToken: () => Promise.reject(none) };
    const failure = await failureOf(collectFrom(emulator, snapshot, { options: { credential } }));
    expect(failure.message).toBe('could not sign in: no credential was found');
    expect(failure.hints).toContain('az login');
    expect(emulator.requests).toEqual([]);
    expectFitToShow(failure);
  });
});

describe('what is a gap and no end', () => {
  const cases: readonly [string, string, Fault][] = [
    [
      'a throttled workspace',
      names.workspace,
      { path: WORKSPACE, kind: 'throttled', retryAfterSeconds: 300 },
    ],
    ['a workspace that is cut off', names.workspace, { path: WORKSPACE, kind: 'truncated' }],
    ["a server's fault at the workspace", names.workspace, { path: WORKSPACE, kind: 'server-error' }],
    ['a dropped connection for the workspace', names.workspace, { path: WORKSPACE, kind: 'dropped' }],
    [
      'a dependency in another tenant',
      names.keyVault,
      { path: names.keyVault, kind: 'unauthorized', code: 'InvalidAuthenticationTokenTenant' },
    ],
  ];
  it.each(cases)('%s', async (_name, scope, fault) => {
    const { snapshot } = await scan(soundPrivate().world.snapshot(), { faults: [fault] });
    expect(snapshot.workspaces).toEqual([names.workspace]);
    expect(snapshot.gaps.map((gap) => gap.scope)).toEqual([scope.toLowerCase()]);
  });
});

describe('an endpoint that is not taken', () => {
  it.each([
    ['http://management.azure.com', /http:\/\/ is not https/],
    ['management.azure.com', /is not an address/],
    ['https://user:pass@management.azure.com', /user name/],
    ['https://management.azure.com/?a=b', /query/],
  ])('%s', async (armEndpoint, message) => {
    const failure = await scanWith({ options: { armEndpoint } });
    expect(failure).toBeInstanceOf(UsageError);
    expect(failure.message).toMatch(message);
    expect(failure.message).toContain('--arm-endpoint');
    expect(failure.message).not.toContain('pass@');
  });
});
