import { describe, expect, it } from 'vitest';
import type { Fault } from '../emulator/faults.js';
import { soundPrivate } from '../world/sound.js';
import type { Finished } from './command.js';
import { named, Site } from './site.js';
import type { AzAnswer } from './stand-in-az.js';

const { world, names } = soundPrivate();
const SCAN = ['scan', ...named(names)];

/** A scan that could not be made says what to do next, and nothing that only a developer reads. */
function expectFailure(finished: Finished, message: RegExp, hint: string): void {
  const [first = '', ...hints] = finished.stderr.trimEnd().split('\n');
  expect(first).toMatch(message);
  expect(hints.map((line) => line.trim())).toContain(hint);
  expect(finished.stderr).not.toMatch(/\n\s+at |Error:|node_modules|dist\//);
  expect(finished.stdout).toBe('');
  expect(finished.exitCode).toBe(4);
}

describe('without a sign-in', () => {
  const answers: Record<string, { az: AzAnswer; message: RegExp; hint: string }> = {
    'az is not logged in': {
      az: { stderr: "ERROR: Please run 'az login' to setup account.\n", exitCode: 1 },
      message: /^isocheck: could not sign in: /,
      hint: 'az login',
    },
    'the sign-in has expired': {
      az: {
        stderr:
          'ERROR: AADSTS700082: The refresh token has expired due to inactivity. The token was issued on 2026-05-01T08:00:00.0000000Z and was inactive for 90.00:00:00.\nTo re-authenticate, please run:\naz login --scope https://management.core.windows.net//.default\n',
        exitCode: 1,
      },
      message: /^isocheck: could not sign in: the sign-in has expired \(AADSTS700082\)$/,
      hint: 'az login',
    },
    'the account belongs to another tenant': {
      az: {
        stderr:
          "ERROR: AADSTS50020: User account 'ada@example.com' from identity provider 'live.com' does not exist in tenant 'Contoso' and cannot access the application.\n",
        exitCode: 1,
      },
      message: /^isocheck: could not sign in: the account does not belong to the tenant \(AADSTS50020\)$/,
      hint: 'az login --tenant TENANT',
    },
    'az prints something else than a token': {
      az: { stdout: 'WARNING: this command is deprecated\n' },
      message: /^isocheck: could not sign in: /,
      hint: 'az login',
    },
  };

  it.each(Object.entries(answers))('%s', async (_what, { az, message, hint }) => {
    const site = await Site.of(world.snapshot(), { az });
    expectFailure(await site.live(SCAN), message, hint);
    expect(site.emulator.requests).toEqual([]);
  });

  it('az is not installed', async () => {
    const site = await Site.of(world.snapshot());
    const finished = await site.live(SCAN, { env: { PATH: site.home } });
    expectFailure(finished, /^isocheck: could not sign in: no credential was found$/, 'az login');
  });
});

describe('when Azure does not let one', () => {
  const faults: Record<string, { fault: Fault; message: RegExp; hint: string }> = {
    'the workspace may not be read': {
      fault: { path: names.workspace, kind: 'forbidden' },
      message: /^isocheck: workspace mlw-fraud may not be read: 403 AuthorizationFailed: /,
      hint: `ask for Reader, or a role with Microsoft.MachineLearningServices/workspaces/read, on ${names.workspace}`,
    },
    'the workspace is not there': {
      fault: { path: names.workspace, kind: 'not-found' },
      message: /^isocheck: workspace mlw-fraud was not found in resource group rg-fraud of 3f1c2a4e-/,
      hint: `az ml workspace list --subscription ${names.subscription} --query "[].id" -o tsv`,
    },
    'the token has expired': {
      fault: { path: '/', kind: 'unauthorized', code: 'ExpiredAuthenticationToken' },
      message: /^isocheck: 127\.0\.0\.1:\d+ refused the token: 401 ExpiredAuthenticationToken\./,
      hint: 'sign in again: az login',
    },
    'the token is of another tenant': {
      fault: { path: '/', kind: 'unauthorized', code: 'InvalidAuthenticationTokenTenant' },
      message:
        /^isocheck: subscription 3f1c2a4e-\S+ belongs to another tenant than the one you are signed in to$/,
      hint: 'az login --tenant 11111111-1111-1111-1111-111111111111',
    },
  };

  it.each(Object.entries(faults))('%s', async (_what, { fault, message, hint }) => {
    const site = await Site.of(world.snapshot(), { faults: [fault] });
    expectFailure(await site.live(SCAN), message, hint);
  });

  it('there is no such subscription', async () => {
    const site = await Site.of(world.snapshot());
    expectFailure(
      await site.live(['scan', '-w', 'mlw-fraud', '-s', '00000000-1111-2222-3333-444444444444']),
      /^isocheck: subscription 00000000-1111-2222-3333-444444444444 was not found: 404 SubscriptionNotFound: /,
      'az account list --query "[].{id:id, name:name, tenant:tenantId}" -o table',
    );
  });

  it('no workspace of the subscription has that name', async () => {
    const site = await Site.of(world.snapshot());
    expectFailure(
      await site.live(['scan', '-w', 'mlw-frau', '-s', names.subscription]),
      /^isocheck: no workspace named mlw-frau is among the 1 of subscription 3f1c2a4e-/,
      'there are: mlw-fraud',
    );
  });

  it('snapshot fails as scan does, and leaves no file', async () => {
    const site = await Site.of(world.snapshot(), { faults: [{ path: names.workspace, kind: 'forbidden' }] });
    const finished = await site.live(['snapshot', ...named(names), '-o', 'saved.json']);
    expectFailure(
      finished,
      /^isocheck: workspace mlw-fraud may not be read/,
      `ask for Reader, or a role with Microsoft.MachineLearningServices/workspaces/read, on ${names.workspace}`,
    );
    expect(site.holds('saved.json')).toBe(false);
  });
});

describe('when Azure is out of reach', () => {
  const HINT = 'check the network, the proxy (HTTPS_PROXY, NO_PROXY) and --cloud or --arm-endpoint';

  it('nobody listens', async () => {
    const site = await Site.of(world.snapshot());
    expectFailure(
      await site.run([...SCAN, '--arm-endpoint', 'https://127.0.0.1:1']),
      /^isocheck: 127\.0\.0\.1:1 could not be reached: .*\(ECONNREFUSED\)$/,
      HINT,
    );
  });

  it('the host has no address', async () => {
    const site = await Site.of(world.snapshot());
    expectFailure(
      await site.run([...SCAN, '--arm-endpoint', 'https://arm.invalid']),
      /^isocheck: arm\.invalid could not be reached: .*\((ENOTFOUND|EAI_AGAIN)\)$/,
      HINT,
    );
  });

  it('the certificate is not trusted', async () => {
    const site = await Site.of(world.snapshot());
    expectFailure(
      await site.live(SCAN, { env: { NODE_EXTRA_CA_CERTS: '' } }),
      /^isocheck: 127\.0\.0\.1:\d+ could not be trusted: its TLS certificate was refused/,
      'if a proxy or a server of your own stands there, let Node trust its authority: NODE_EXTRA_CA_CERTS=FILE.pem',
    );
    expect(site.emulator.requests).toEqual([]);
  });
});
